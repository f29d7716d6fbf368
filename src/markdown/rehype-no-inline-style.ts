import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Column alignment and other `style` attributes as classes: the policy of the site forbids inline styles. */
export function rehypeNoInlineStyle() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { align, style } = node.properties;
      if (align === undefined && style === undefined) return;
      delete node.properties['align'];
      delete node.properties['style'];
      const side = align ?? String(style).match(/text-align:\s*(\w+)/)?.[1];
      if (side === 'right' || side === 'center') node.properties['className'] = [`align-${side}`];
    });
  };
}
