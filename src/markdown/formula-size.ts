import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { columnsOf } from '#core/text-width.ts';

/** Width and height in em of the text around. */
export interface FormulaSize {
  readonly width: number;
  readonly height: number;
}

const SCRIPT = 0.72;
const NONE: FormulaSize = { width: 0, height: 0 };

const widest = (sizes: readonly FormulaSize[]): number => Math.max(0, ...sizes.map(({ width }) => width));
const tallest = (sizes: readonly FormulaSize[]): number => Math.max(0, ...sizes.map(({ height }) => height));
const together = (sizes: readonly FormulaSize[], of: 'width' | 'height'): number =>
  sizes.reduce((sum, size) => sum + size[of], 0);

/** Room on either side of an operator, as a browser sets it. */
function operatorWidth(sign: string): number {
  if (/^[=≈≠≤≥<>∼∈→←↦⟶⟹⟵≔∣]$/.test(sign)) return 1.3;
  if (/^[+−×⊙÷⋅∘∩∪]$/.test(sign)) return 1.2;
  if (/^[()[\]{}|∥‖⌈⌉⌊⌋,;]$/.test(sign)) return 0.45;
  return [...sign].length * 0.6;
}

function sizeOfElement(node: Element): FormulaSize {
  const sizes = node.children.map(measure);
  const [base = NONE, second = NONE, third = NONE] = sizes;
  switch (node.tagName) {
    case 'mo': {
      const sign = textOf(node);
      return { width: operatorWidth(sign), height: /[∑∏∫]/.test(sign) ? 1.7 : 1.2 };
    }
    case 'mi':
    case 'mn':
    case 'mtext':
      return { width: columnsOf(textOf(node)) * 0.52, height: 1.2 };
    case 'mspace':
      return { width: Number.parseFloat(String(node.properties['width'] ?? '0')) || 0, height: 0 };
    case 'mfrac':
      return { width: widest(sizes) + 0.2, height: together(sizes, 'height') + 0.15 };
    case 'msup':
    case 'msub':
      return { width: base.width + second.width * SCRIPT, height: Math.max(base.height, 1.4) };
    case 'msubsup':
      return { width: base.width + Math.max(second.width, third.width) * SCRIPT, height: Math.max(base.height, 1.5) };
    case 'munder':
    case 'mover':
    case 'munderover':
      return {
        width: Math.max(base.width, second.width * SCRIPT, third.width * SCRIPT),
        height: base.height + (second.height + third.height) * (node.tagName === 'mover' ? 0.2 : SCRIPT),
      };
    case 'mtable':
      return { width: widest(sizes) + 0.5, height: together(sizes, 'height') + 0.2 };
    case 'mtr':
      return { width: together(sizes, 'width') + 0.8 * (sizes.length - 1), height: tallest(sizes) + 0.2 };
    case 'annotation':
      return NONE;
    default:
      return { width: together(sizes, 'width'), height: tallest(sizes) };
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function measure(node: Nodes): FormulaSize {
  if (node.type === 'element') return sizeOfElement(node);
  if (node.type === 'root') {
    const sizes = node.children.map(measure);
    return { width: together(sizes, 'width'), height: tallest(sizes) };
  }
  return NONE;
}

/** About how much room rendered formulas take, all side by side; text outside formulas is not counted. */
export function formulaSize(html: string): FormulaSize {
  return measure(fromHtml(html, { fragment: true }));
}
