import { ZERO_WIDTH_SPACE } from './text.ts';

/** A stretch of an excerpt; marked stretches are what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

const MARK = /<mark>(.*?)<\/mark>/s;
/** What may stand between two marked characters of one phrase. */
const GAP = /^[\s\u200B]*$/;

function decode(text: string): string {
  return text.replaceAll(ZERO_WIDTH_SPACE, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * Reads an excerpt as Pagefind writes it (`<mark>` around every word, `&lt;` and `&gt;` escaped, zero-width spaces between
 * words) into stretches; marks that touch are joined, so that 激活函数 is one mark and not four.
 */
export function readExcerpt(html: string): readonly ExcerptPart[] {
  const parts: { text: string; marked: boolean }[] = [];
  for (const [i, text] of html.split(MARK).entries()) {
    const marked = i % 2 === 1;
    const last = parts.at(-1);
    const before = parts.at(-2);
    if (marked && last?.marked) last.text += text;
    else if (marked && last !== undefined && before !== undefined && GAP.test(last.text)) {
      before.text += last.text + text;
      parts.pop();
    } else if (text !== '') {
      parts.push({ text, marked });
    }
  }
  return parts
    .map(({ text, marked }) => ({ text: decode(text), marked }))
    .flatMap(({ text, marked }) => {
      const word = marked ? text.trimEnd() : text;
      return word === text
        ? [{ text, marked }]
        : [
            { text: word, marked },
            { text: text.slice(word.length), marked: false },
          ];
    });
}

/** Width of a text in half-em columns: a Han character takes two. */
function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += /\p{Script=Han}|[\u3000-\u303F\uFF00-\uFFEF]/u.test(character) ? 2 : 1;
  return sum;
}

/** Columns of text kept before the first mark, so that the mark is seen in two lines of a phone. */
const LEAD = 28;

/**
 * Cuts an excerpt down to what is worth showing: without the title and heading it may begin with, and with little text
 * before the first mark, an ellipsis standing for the rest.
 *
 * @param titles what the reader sees above the excerpt anyway
 */
export function trimExcerpt(parts: readonly ExcerptPart[], titles: readonly string[]): readonly ExcerptPart[] {
  let trimmed = parts;
  for (const title of titles) {
    const all = trimmed.map(({ text }) => text).join('');
    if (title !== '' && all.startsWith(title)) trimmed = dropStart(trimmed, title.length);
  }
  trimmed = startAtWord(trimmed);
  const [first, second] = trimmed;
  if (first === undefined || first.marked || second === undefined || columns(first.text) <= LEAD) return trimmed;
  let tail = '';
  for (const word of first.text.split(/(?<=[\s，。；：、,.;:])|(?=\p{Script=Han})/u).reverse()) {
    if (columns(word + tail) > LEAD) break;
    tail = word + tail;
  }
  return [{ text: `…${tail.replace(/^[\s，。；：、,.;:]+/u, '')}`, marked: false }, ...trimmed.slice(1)];
}

/** An excerpt that begins inside a sentence or a number (`.0997. ReLU`) begins with an ellipsis and the next word instead. */
function startAtWord(parts: readonly ExcerptPart[]): readonly ExcerptPart[] {
  const [first, ...others] = parts;
  if (first === undefined || first.marked) return parts;
  const text = first.text.replace(/^\s*(?:[.,]\d+[.,]?|[.,;:，。；：、])+\s*/u, '…');
  return [{ text, marked: false }, ...others];
}

/** Drops the first `length` UTF-16 units, and the blanks and full stop after them. */
function dropStart(parts: readonly ExcerptPart[], length: number): readonly ExcerptPart[] {
  const kept: ExcerptPart[] = [];
  let left = length;
  for (const part of parts) {
    const text = part.text.slice(left);
    left = Math.max(0, left - part.text.length);
    const clean = kept.length === 0 ? text.replace(/^[\s.。]+/u, '') : text;
    if (clean !== '') kept.push({ text: clean, marked: part.marked });
  }
  return kept;
}

/** Marks the given names in a plain text, longest first, without regard to case. */
export function markNames(text: string, names: readonly string[]): readonly ExcerptPart[] {
  const wanted = [...names].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(`(${wanted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, i) => ({ text: piece, marked: i % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
}
