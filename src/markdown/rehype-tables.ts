import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { toPlain } from './plain-text.ts';

/** Formulas in column headings get their written-out form as a name: checkers take a heading of MathML alone for empty. */
function nameFormulaHeadings(table: Element): void {
  visit(table, 'element', (heading: Element) => {
    if (heading.tagName !== 'th') return;
    visit(heading, 'element', (node: Element) => {
      if (node.tagName === 'math') node.properties.ariaLabel = toPlain(node);
    });
  });
}

/** A corner without words heads nothing: it is a cell, not a heading. */
function demoteEmptyHeadings(table: Element): void {
  visit(table, 'element', (heading: Element) => {
    if (heading.tagName === 'th' && toPlain(heading).trim() === '') heading.tagName = 'td';
  });
}

/** Wraps each table in a box that scrolls sideways and takes the keyboard, so that no table widens a phone's page. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      nameFormulaHeadings(node);
      demoteEmptyHeadings(node);
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], tabIndex: 0 },
        children: [node],
      };
      return SKIP;
    });
  };
}
