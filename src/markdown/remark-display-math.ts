import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * A paragraph that is nothing but `$$…$$` on one line is a displayed formula, as authors expect; remark-math takes it
 * for an inline one unless the dollars stand on lines of their own.
 */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (paragraph: Paragraph, index, parent) => {
      const [only, ...rest] = paragraph.children;
      if (only?.type !== 'inlineMath' || rest.length > 0 || parent === undefined || index === undefined) return;
      const start = only.position?.start.offset ?? 0;
      if (!String(file.value).startsWith('$$', start)) return;
      parent.children[index] = {
        type: 'math',
        value: only.value,
        data: {
          hName: 'pre',
          hChildren: [
            {
              type: 'element',
              tagName: 'code',
              properties: { className: ['language-math', 'math-display'] },
              children: [{ type: 'text', value: only.value }],
            },
          ],
        },
      };
    });
  };
}
