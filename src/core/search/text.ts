/** Zero-width space: a word boundary that is not seen. It stands between Han characters in the indexed copy only. */
export const ZERO_WIDTH_SPACE = '\u200B';

const HAN = /\p{Script=Han}/u;
const BETWEEN_HAN = /(?<=\p{Script=Han})(?=[\p{Script=Han}\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=\p{Script=Han})/gu;

/** Whether a text contains a Han character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Puts a separator on both sides of every Han character that touches a letter, a digit or another one. */
export function separateHan(text: string, separator: string): string {
  return text.replace(BETWEEN_HAN, separator);
}

/**
 * The form in which queries and names are compared: NFKC, lower case, quotes and control characters gone, one kind of hyphen, every other
 * run of blanks one space, and none between Chinese and Latin, where some writers set one and some do not. Raw quotes would switch Pagefind to exact mode.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["“”„«»「」『』《》\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=[a-z0-9])|(?<=[a-z0-9]) (?=\p{Script=Han})/gu, '')
    .trim();
}

/** One character of a query as a word of ours, or a boundary: letters, digits, and the signs that stand inside names. */
export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}
