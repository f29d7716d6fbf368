import { separateHan, ZERO_WIDTH_SPACE } from '#core/search/text.ts';

/** Parts of a page that are not its text: drawings, formulas as trees, popovers that repeat the glossary, controls. */
export const EXCLUDED = [
  'svg',
  'script',
  'style',
  'template',
  'button:not(.term)',
  '.heading-link',
  '.definition',
  '.visually-hidden',
  '#footnote-label',
  '[data-search-ignore]',
];

const TAG = /(<(?:"[^"]*"|'[^']*'|[^'">])*>)/;
const MATH = /<math\b[\s\S]*?<\/math>/g;
const STRUCTURED = /<(?:mfrac|msqrt|mroot|mtable|munder|mover|munderover|annotation)\b/;

/** A formula of one line as plain text; a tree (fraction, root, table) would read as a different formula and goes. */
function flattenMath(html: string): string {
  return html.replace(MATH, (math) => (STRUCTURED.test(math) ? ' ' : math.replace(/<[^>]*>|[\u2061-\u2064]/g, '')));
}

/** Separates a text node inside and, where a Han character touches the markup, from the node beside it. */
function separateNode(text: string): string {
  return separateHan(text, ZERO_WIDTH_SPACE).replace(/^(?=\p{Script=Han})|(?<=\p{Script=Han})$/gu, ZERO_WIDTH_SPACE);
}

/**
 * The copy of a built page that is given to Pagefind: the same page, its headline weighted up and its code down, formulas as
 * text, and in Chinese a zero-width space between characters, since Pagefind segments index and query by different dictionaries.
 * The published page stays as it is.
 */
export function toPagefindCopy(html: string, language: 'zh' | 'en'): string {
  const start = html.indexOf('<body');
  const head = html.slice(0, start);
  const weighted = flattenMath(html.slice(start))
    .replace(/<h1\b/g, '<h1 data-pagefind-weight="10"')
    .replace(/<pre\b/g, '<pre data-pagefind-weight="0.2"');
  if (language === 'en') return head + weighted;
  return (
    head +
    weighted
      .split(TAG)
      .map((part, i) => (i % 2 === 0 ? separateNode(part) : part))
      .join('')
  );
}
