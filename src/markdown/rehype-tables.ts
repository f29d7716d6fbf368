import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { toPlain } from './plain-text.ts';

/** Column headings that are only a formula get its written-out form as their name: screen readers and axe skip MathML. */
function nameFormulaHeadings(table: Element): void {
  visit(table, 'element', (cell: Element) => {
    const onlyMath = cell.children.every((child) => child.type === 'element' && child.tagName === 'math');
    if (cell.tagName === 'th' && cell.children.length > 0 && onlyMath) cell.properties.ariaLabel = toPlain(cell);
  });
}

/** Wraps each table in a box that scrolls sideways and takes the keyboard, so that no table widens a phone's page. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      nameFormulaHeadings(node);
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
