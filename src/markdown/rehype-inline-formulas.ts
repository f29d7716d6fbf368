import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { toPlain } from './plain-text.ts';

/** Signs from which on a formula in a line may have to be broken: half a line on a phone. */
const LONG = 14;
/** Signs from which on a piece breaks at its plus and minus signs too: a line on a phone. */
const TOO_LONG = 22;
/** Signs on either side of a break that are worth a line's end. */
const SHORT = 4;
const RELATION = /^[=≈≠≤≥<>∼∈→⟶⟹]$/;
const OPERATOR = /^[+−×·]$/;
/** A line may not begin with these, nor end with those. */
const CLOSING = /^[，。；：、！？）》」』”’…,.;:!?)\]%]+/;
const OPENING = /[（《「『“‘([]$/;
/** Digits with commas: groups of three are one number, anything else a list, such as a point's coordinates. */
const GROUPED = /^\d{1,3}(,\d{3})+$/;

const signs = (nodes: readonly ElementContent[]): number => [...nodes.map((node) => toPlain(node)).join('')].length;
const isFormula = (node: { type: string }): node is Element =>
  node.type === 'element' &&
  (node as Element).tagName === 'math' &&
  (node as Element).properties['display'] !== 'block';

/** `1,2` is read as one number; the comma between two numbers is a mark with room behind it. */
function separateLists(math: Element): void {
  visit(math, 'element', (node, index, parent) => {
    const text = node.tagName === 'mn' ? toPlain(node) : '';
    if (!text.includes(',') || GROUPED.test(text) || parent === undefined || index === undefined) return;
    const parts = text.split(',').flatMap((value, i): Element[] => {
      const number = element('mn', [{ type: 'text', value }]);
      return i === 0 ? [number] : [element('mo', [{ type: 'text', value: ',' }]), number];
    });
    parent.children[index] = element('mrow', parts);
  });
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** Parts a row behind the signs that match, where enough stands on either side. */
function breakBehind(sign: RegExp, row: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const parts: ElementContent[][] = [[]];
  row.forEach((child, i) => {
    const part = parts.at(-1) ?? [];
    part.push(child);
    const breaks = child.type === 'element' && child.tagName === 'mo' && sign.test(toPlain(child));
    if (breaks && signs(part) >= SHORT && signs(row.slice(i + 1)) >= SHORT) parts.push([]);
  });
  return parts;
}

/** The formula in pieces, each but the last ending in a relation or operator: browsers break lines between formulas only. */
function pieces(math: Element): readonly Element[] {
  const [row] = math.children;
  if (row?.type !== 'element' || row.tagName !== 'mrow' || signs(row.children) < LONG) return [math];
  return breakBehind(RELATION, row.children)
    .flatMap((part) => (signs(part) < TOO_LONG ? [part] : breakBehind(OPERATOR, part)))
    .map((part) => element('math', [element('mrow', [...part])], math.properties));
}

/** Takes from the neighbouring text what has to stay with the formula, and returns it. */
function take(text: { type: string } | undefined, pattern: RegExp): Text[] {
  if (text?.type !== 'text') return [];
  const whole = (text as Text).value;
  const value = pattern.exec(whole)?.[0] ?? '';
  (text as Text).value = pattern === CLOSING ? whole.slice(value.length) : whole.slice(0, whole.length - value.length);
  return value === '' ? [] : [{ type: 'text', value }];
}

const KEPT: Element['properties'] = { className: ['nowrap'] };
const kept = (children: ElementContent[]): Element => element('span', children, KEPT);

/** Lets a long formula in a line break behind its relation signs, and keeps a mark on the line of its formula. */
export function rehypeInlineFormulas() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (isFormula(node)) separateLists(node);
    });
    visit(tree, (parent) => {
      if (!('children' in parent) || !parent.children.some(isFormula)) return undefined;
      if (parent.type === 'element' && parent.properties === KEPT) return SKIP;
      const children = parent.children as ElementContent[];
      parent.children = children.flatMap((child, i): ElementContent[] => {
        if (!isFormula(child)) return [child];
        const parts = [...pieces(child)];
        const before = take(children[i - 1], OPENING);
        const after = take(children[i + 1], CLOSING);
        const [first] = parts;
        if (parts.length === 1 && first !== undefined)
          return before.length + after.length === 0 ? parts : [kept([...before, first, ...after])];
        const last = parts.at(-1);
        if (before.length > 0 && first !== undefined) parts[0] = kept([...before, first]);
        if (after.length > 0 && last !== undefined) parts[parts.length - 1] = kept([last, ...after]);
        return parts;
      });
      return undefined;
    });
  };
}
