import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { translator } from '#i18n/messages.ts';
import { localeOf } from './source-locale.ts';

function isPre(node: unknown): node is Element {
  return isElement(node) && node.tagName === 'pre';
}

function copyButton(label: string): Element {
  return {
    type: 'element',
    tagName: 'button',
    properties: { type: 'button', className: ['needs-js'], dataCopy: '' },
    children: [{ type: 'text', value: label }],
  };
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'element';
}

/**
 * Sets each fence in a figure with a button that copies it; a runnable one takes the output fence after it along:
 * `<figure class="run" data-run><pre class="code" data-code>…</pre><button data-copy>…</button><pre data-output>…</pre></figure>`.
 */
export function rehypeRunBlocks() {
  return (tree: Root, file: VFile): void => {
    const t = translator(localeOf(file));
    visit(tree, 'element', (node: Element, index, parent) => {
      if (parent === undefined || index === undefined || !isPre(node)) return undefined;
      const runs = node.properties.dataCode !== undefined;
      const children: ElementContent[] = [node, copyButton(t('run.copy'))];
      let next = index + 1;
      while (parent.children[next]?.type === 'text') next += 1;
      const after = parent.children[next];
      if (runs && isPre(after) && after.properties.dataOutput !== undefined) {
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
        properties: { className: ['run'], ...(runs ? { dataRun: '' } : {}) },
        children,
      };
      return SKIP;
    });
  };
}
