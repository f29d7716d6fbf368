import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf } from './source-locale.ts';

/** Components that stand in a line. */
const PHRASES = ['Seed', 'Term', 'Calc'];

function isLonePhrase(node: Nodes): node is MdxJsxFlowElement {
  return (
    node.type === 'mdxJsxFlowElement' &&
    PHRASES.includes(node.name ?? '') &&
    !node.children.some(({ type }) => type === 'paragraph')
  );
}

/** MDX takes a paragraph away that holds nothing but components; those that stand in a line get it back. */
export function remarkLonePhrases() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (parent) => {
      if (!('children' in parent) || parent.type === 'paragraph' || !parent.children.some(isLonePhrase)) return;
      const made: Nodes[] = [];
      let paragraph: Paragraph | undefined;
      let line = 0;
      for (const child of parent.children) {
        if (!isLonePhrase(child)) {
          paragraph = undefined;
          made.push(child);
          continue;
        }
        const phrase = { ...child, type: 'mdxJsxTextElement' } as unknown as PhrasingContent;
        if (paragraph !== undefined && (child.position?.start.line ?? 0) <= line + 1) {
          if (localeOf(file) === 'en') paragraph.children.push({ type: 'text', value: ' ' });
          paragraph.children.push(phrase);
        } else {
          paragraph = { type: 'paragraph', children: [phrase] };
          made.push(paragraph);
        }
        line = child.position?.end.line ?? 0;
      }
      parent.children = made as typeof parent.children;
    });
  };
}
