import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localePath } from '#i18n/paths.ts';
import { localeOf } from './source-locale.ts';

/** Points root-absolute links (`/chapters/…`) at the same language under the site's base path. */
export function rehypeSiteLinks({ base }: { readonly base: string }) {
  return (tree: Root, file: VFile): void => {
    const locale = localeOf(file);
    visit(tree, 'element', (node: Element) => {
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      if (href.startsWith('/') && !href.startsWith('//')) node.properties['href'] = localePath(base, locale, href);
      else if (/^https?:/.test(href)) node.properties['rel'] = ['noreferrer'];
    });
  };
}
