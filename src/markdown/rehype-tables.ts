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

/** What a table without a heading above it is called: the headings of its columns. */
function columnNames(table: Element): string {
  const names: string[] = [];
  visit(table, 'element', (node: Element) => {
    if (node.tagName === 'th') names.push(toPlain(node).trim());
  });
  return names.join(' · ');
}

/**
 * Wraps each table in a box that scrolls sideways and takes the keyboard, so that no table widens a phone's page. A stop of
 * the keyboard needs a name: the heading it stands under, numbered from the second of that name on.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    let heading = '';
    const named = new Map<string, number>();
    visit(tree, 'element', (node: Element, index, parent) => {
      if (/^h[1-6]$/.test(node.tagName)) heading = toPlain(node).trim();
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      nameFormulaHeadings(node);
      demoteEmptyHeadings(node);
      const name = heading || columnNames(node);
      const count = (named.get(name) ?? 0) + 1;
      named.set(name, count);
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['table-scroll'],
          tabIndex: 0,
          role: 'region',
          ariaLabel: count === 1 ? name : `${name} ${count}`,
        },
        children: [node],
      };
      return SKIP;
    });
  };
}
