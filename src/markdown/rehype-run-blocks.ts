import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';

function isPre(node: unknown, marker: string): node is Element {
  return isElement(node) && node.tagName === 'pre' && node.properties[marker] !== undefined;
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'element';
}

/**
 * Gathers a runnable fence and the output fence after it into one figure:
 * `<figure class="run" data-run><pre class="code" data-code>…</pre><pre data-output>…</pre></figure>`.
 */
export function rehypeRunBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (parent === undefined || index === undefined || !isPre(node, 'dataCode')) return;
      const children: ElementContent[] = [node];
      let next = index + 1;
      while (parent.children[next]?.type === 'text') next += 1;
      const after = parent.children[next];
      if (isPre(after, 'dataOutput')) {
        const text = toText(after, { whitespace: 'pre' });
        children.push({
          ...after,
          children: [{ type: 'element', tagName: 'samp', properties: {}, children: [{ type: 'text', value: text }] }],
        });
        parent.children.splice(index + 1, next - index);
      }
      parent.children[index] = {
        type: 'element',
        tagName: 'figure',
        properties: { className: ['run'], dataRun: '' },
        children,
      };
    });
  };
}
