/** A line, a paragraph or a table's row as the sheet sets it; widths and heights in em of the sheet's type. */
export interface SheetText {
  /** Width of the whole in one line. */
  readonly width: number;
  /** Widths of pieces that stay in one line if the column is wide enough; they follow what `width` counts. */
  readonly pieces?: readonly number[];
  /** Cells of a row: the width of each, and its share of the line; `width` is then not counted. */
  readonly cells?: readonly { readonly width: number; readonly share: number }[];
  /** Height of a line where it is more than a line of text: formulas with fractions. */
  readonly lineHeight?: number;
}

/** Why something is on the sheet: it has to be, it should be, it explains a word, it explains what was said already. */
export const SHEET_RANKS = ['needed', 'wanted', 'term', 'told'] as const;
/** A reason of {@link SHEET_RANKS}. */
export type SheetRank = (typeof SHEET_RANKS)[number];

/** What stays together on the sheet: a fact, a formula with its label, a table, a trap, a term with its definition. */
export interface SheetBlock {
  readonly rank: SheetRank;
  readonly texts: readonly SheetText[];
}

/** A section's part of the sheet, in the order of printing. */
export interface SheetSection {
  readonly title: SheetText;
  readonly blocks: readonly SheetBlock[];
}

/** The paper: columns of a width and height in points, the leading, and the type sizes there are, in points. */
export interface SheetPaper {
  readonly columns: number;
  readonly columnWidth: number;
  readonly columnHeight: number;
  /** Distance of lines in em. */
  readonly leading: number;
  readonly sizes: readonly number[];
}

/** How a chapter is printed. */
export interface SheetPlan {
  /** Points. */
  readonly size: number;
  /** Which blocks of each section are printed. */
  readonly printed: readonly (readonly boolean[])[];
  /** How full the page is; more than 1 is too much. */
  readonly fill: number;
}

/** Room below a block, above and below a heading, in em. */
const BLOCK_GAP = 0.25;
const TITLE_GAP = 0.75;
/** A line seldom ends at the very edge: words and marks that may not begin a line move to the next. */
const RAGGED = 0.97;
/** A heading is set a little larger. */
const TITLE = 1.08;

function linesOf({ width, pieces = [], cells }: SheetText, line: number): number {
  if (cells !== undefined)
    return Math.max(1, ...cells.map((cell) => Math.ceil(cell.width / (cell.share * line * RAGGED))));
  const rows = Math.max(1, Math.ceil(width / (line * RAGGED)));
  let lines = rows;
  let used = width - (rows - 1) * line * RAGGED;
  for (const piece of pieces) {
    if (used > 0 && used + piece <= line) {
      used += piece;
      continue;
    }
    if (used > 0) lines += 1;
    const more = Math.ceil(piece / line);
    lines += more - 1;
    used = piece - (more - 1) * line;
  }
  return lines;
}

/**
 * What of a chapter goes on its page, and how large it is set.
 *
 * Needed blocks are always there. Of the sizes the largest is taken at which the page also holds all that is wanted and
 * every term. Where even the smallest does not, the room that is left is shared rank by rank, one block a section in
 * turn, so that none is told at another's expense. What was told already comes in where there still is room.
 */
export function planSheet(sections: readonly SheetSection[], paper: SheetPaper): SheetPlan {
  const room = (size: number): number => (paper.columns * paper.columnHeight) / size;
  const heightOf = (text: SheetText, size: number): number =>
    linesOf(text, paper.columnWidth / size) * Math.max(paper.leading, text.lineHeight ?? 0);
  const blockHeight = ({ texts }: SheetBlock, size: number): number =>
    BLOCK_GAP + texts.reduce((sum, text) => sum + heightOf(text, size), 0);
  const total = (size: number, ranks: readonly SheetRank[]): number =>
    sections.reduce(
      (sum, { title, blocks }) =>
        sum +
        heightOf(title, size * TITLE) * TITLE +
        TITLE_GAP +
        blocks.filter(({ rank }) => ranks.includes(rank)).reduce((tall, block) => tall + blockHeight(block, size), 0),
      0,
    );
  const size = [...paper.sizes]
    .sort((a, b) => b - a)
    .find((points, i, all) => i === all.length - 1 || total(points, ['needed', 'wanted', 'term']) <= room(points));
  if (size === undefined) throw new Error('planSheet: the paper has no sizes');
  const printed = sections.map(({ blocks }) => blocks.map(({ rank }) => rank === 'needed'));
  let used = total(size, ['needed']);
  for (const rank of SHEET_RANKS.slice(1)) {
    const waiting = sections.map(({ blocks }) => blocks.flatMap((block, i) => (block.rank === rank ? [i] : [])));
    for (let turn = 0; waiting.some((indices) => indices.length > turn); turn += 1) {
      for (const [s, indices] of waiting.entries()) {
        const index = indices[turn];
        const block = index === undefined ? undefined : sections[s]?.blocks[index];
        const mine = printed[s];
        if (index === undefined || block === undefined || mine === undefined) continue;
        const more = blockHeight(block, size);
        if (used + more > room(size)) continue;
        used += more;
        mine[index] = true;
      }
    }
  }
  return { size, printed, fill: used / room(size) };
}
