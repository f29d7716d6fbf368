import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { toPlain } from './plain-text.ts';

/** Signs from which on a displayed formula may be wider than a phone and then scrolls. */
const WIDE = 20;

/** Lets the keyboard reach displayed formulas that may have to be scrolled. */
export function rehypeWideFormulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'math' || node.properties['display'] !== 'block') return;
      if ([...toPlain(node)].length >= WIDE) node.properties['tabIndex'] = 0;
    });
  };
}
