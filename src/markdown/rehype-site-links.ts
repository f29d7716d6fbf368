import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { DEFAULT_LOCALE, type Locale } from '#i18n/locales.ts';
import { localePath } from '#i18n/paths.ts';

/** The language of a source file, told by its name; sentences without a file carry `locale` in their front matter. */
function localeOf(file: VFile): Locale {
  if (file.data.astro?.frontmatter?.['locale'] === 'en' || file.path?.endsWith('.en.mdx')) return 'en';
  return DEFAULT_LOCALE;
}

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
