import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { translator } from '#i18n/messages.ts';
import { toPlain } from './plain-text.ts';
import { localeOf } from './source-locale.ts';

/** Gives the footnotes' heading and their links back the words of the page's language; remark-rehype knows only one. */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const t = translator(localeOf(file));
    visit(tree, 'element', (node: Element) => {
      if (node.properties.id === 'footnote-label') node.children = [{ type: 'text', value: t('section.footnotes') }];
      if ('dataFootnoteBackref' in node.properties)
        node.properties.ariaLabel = `${t('section.footnoteBack')} ${toPlain(node)}`;
    });
  };
}
