import { separateHan, ZERO_WIDTH_SPACE } from '#core/search/text.ts';

/** Parts of a page that are not its text: drawings and the tables of their numbers, formulas as trees, popovers that repeat the glossary, controls. */
export const EXCLUDED = [
  'svg',
  'figure details',
  'script',
  'style',
  'template',
  'button:not(.term)',
  '.heading-link',
  '.definition',
  '.visually-hidden',
  '.label',
  '#footnote-label',
  '[data-search-ignore]',
];

const TAG = /(<(?:"[^"]*"|'[^']*'|[^'">])*>)/;
const MATH = /<math\b[\s\S]*?<\/math>/g;
const STRUCTURED =
  /<(?:mfrac|msqrt|mroot|mtable|munder|mover|munderover|annotation)\b|^<math[^>]*display="block"[\s\S]*<m(?:sub|sup)/;

/**
 * A formula of one line as plain text; a tree (fraction, root, table), or one set apart that has indices, would read as a
 * different formula and goes.
 */
function flattenMath(html: string): string {
  return html.replace(MATH, (math) => (STRUCTURED.test(math) ? ' ' : math.replace(/<[^>]*>|[\u2061-\u2064]/g, '')));
}

/**
 * Separates a text node inside and, where a Han character touches the markup, from the node beside it: an English term and
 * its Chinese twin are two words. English text is never cut inside, for a zero-width space changes how Pagefind reads it.
 */
function separateNode(text: string, language: 'zh' | 'en'): string {
  const separator = language === 'zh' ? ZERO_WIDTH_SPACE : ' ';
  const inside = language === 'zh' ? separateHan(text, separator) : text;
  return inside.replace(/^(?=\p{Script=Han})|(?<=\p{Script=Han})$/gu, separator);
}

/**
 * The copy of a built page that is given to Pagefind: the same page, its headline weighted up and its code down, formulas as
 * text, and in Chinese a zero-width space between characters, since Pagefind segments index and query by different
 * dictionaries. The published page stays as it is.
 */
export function toPagefindCopy(html: string, language: 'zh' | 'en'): string {
  const start = html.indexOf('<body');
  const body = flattenMath(html.slice(start))
    .replace(/<h1\b/g, '<h1 data-pagefind-weight="10"')
    .replace(/<\/th>|<span class="twin"/g, ' $&')
    .replace(/<pre\b/g, '<pre data-pagefind-weight="0.2"')
    .split(TAG)
    .map((part, i) => (i % 2 === 0 ? separateNode(part, language) : part))
    .join('');
  return html.slice(0, start) + body;
}
