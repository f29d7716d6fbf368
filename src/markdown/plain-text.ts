import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

function childrenText(node: Element | Root): string[] {
  return node.children.map((child) => toPlain(child));
}

/** Brackets around what is more than one sign, so that 1/(1 + e^(−x)) stays readable. */
function group(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}

/** Text of a tree on one line; see {@link plainText}. */
export function toPlain(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' && node.type !== 'root') return '';
  const parts = childrenText(node);
  const [first = '', second = '', third = ''] = parts;
  switch (node.type === 'element' ? node.tagName : '') {
    case 'mfrac':
      return `${group(first)}/${group(second)}`;
    case 'msup':
      return `${first}^${group(second)}`;
    case 'msub':
      return `${first}_${group(second)}`;
    case 'msubsup':
      return `${first}_${group(second)}^${group(third)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    default:
      return parts.join('');
  }
}

/** The text of rendered HTML on one line; formulas are written out: fractions with a slash, exponents with a caret. */
export function plainText(html: string): string {
  return toPlain(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();
}
