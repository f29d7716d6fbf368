/** What a section gives to its chapter's cheat sheet, rendered, and how much room each piece takes. */

import { breakFormula } from '#core/course/break-formula.ts';
import type { SheetBlock, SheetText } from '#core/course/cheat-sheet.ts';
import { columnsOf } from '#core/text-width.ts';
import type { Locale } from '#i18n/locales.ts';
import { formulaSize } from '#markdown/formula-size.ts';
import { renderInline, renderMarkdown } from '#markdown/inline.ts';
import { plainText } from '#markdown/plain-text.ts';
import type { KeyPoint } from '#markdown/remark-key-points.ts';

/**
 * A point as HTML. A table is a `grid`, or `lines`, one a row, where its cells are too wide; where its columns are the
 * things compared, each cell of a line is led in by its column's name.
 */
export type SheetPoint = SheetBlock &
  (
    | { readonly kind: 'fact' | 'trap'; readonly label: string | null; readonly html: string }
    | { readonly kind: 'formula'; readonly label: string; readonly formulas: readonly string[] }
    | {
        readonly kind: 'grid' | 'lines';
        readonly label: string;
        readonly head: readonly string[];
        readonly rows: readonly (readonly string[])[];
        readonly compares: boolean;
      }
  );

/** Widest table that is set as one, in em, unless it compares two things; its cells may take two lines. */
const GRID = 28;
/** Of a longer line with more than two cells it is no longer seen which column each belongs to. */
const LONG = 90;
/** Indent of lists. */
const LIST = 0.9;

/** Width in em of a Latin letter, on an average, in the widest of the usual fonts. */
const LATIN = 0.55;

/** Width in em of rendered text in one line. */
export function widthOf(html: string): number {
  const text = plainText(html);
  const wide = columnsOf(text) - [...text].length;
  return wide + ([...text].length - wide) * LATIN;
}

/** Height of a line of text in em: formulas with fractions need more than the leading. */
function tall(html: string): number {
  return html.includes('<mfrac') ? 1.9 : 0;
}

function withStop(text: string, locale: Locale): string {
  const stop = locale === 'en' ? '.' : '。';
  const bare = text.replace(/[；;，,、：:]$/, '');
  return /[。！？.!?）”"]$|\n\n|^- |^1\. /.test(bare) ? bare : `${bare}${stop}`;
}

/** A fact stands alone: it begins with a capital letter and ends with a full stop. */
function asSentence(text: string, locale: Locale): string {
  const capital = text.replace(
    /^(\**)([a-z])(?=[a-z]* )/,
    (_, bold: string, letter: string) => bold + letter.toUpperCase(),
  );
  return withStop(capital, locale);
}

/** Renders one key point and measures it. */
export async function sheetPoint(
  point: KeyPoint,
  locale: Locale,
  base: string,
  trapLabel: string,
): Promise<SheetPoint> {
  const inline = (text: string): Promise<string> => renderInline(text, locale, base);
  const em = widthOf;
  const paragraph = (label: string | null, html: string): SheetText[] => {
    const [first = '', ...items] = html.split(/<li>/);
    return [
      { width: em(label ?? '') + (label === null ? 0 : 0.7) + em(first) },
      ...items.map((item) => ({ width: em(item) + LIST })),
    ];
  };
  switch (point.kind) {
    case 'fact':
    case 'trap': {
      const label = point.kind === 'trap' ? trapLabel : point.label === null ? null : await inline(point.label);
      const html = await inline(asSentence(point.text, locale));
      const rank = point.kind === 'fact' && point.seed ? 'needed' : 'wanted';
      return { kind: point.kind, rank, label, html, texts: paragraph(label, html) };
    }
    case 'formula': {
      const label = await inline(point.label);
      const formulas = await Promise.all(
        breakFormula(point.tex).map((pieces) =>
          Promise.all(pieces.map((tex) => renderMarkdown(`$${tex}$`, locale, base))).then((html) =>
            html.join('').replace(/<\/?p>/g, ''),
          ),
        ),
      );
      const sizes = formulas.map(formulaSize);
      const lineHeight = Math.max(...sizes.map(({ height }) => height)) + 0.2;
      return {
        kind: 'formula',
        rank: 'needed',
        label,
        formulas,
        texts: [{ width: em(label) + 0.7, pieces: sizes.map(({ width }) => width + 0.8), lineHeight }],
      };
    }
    case 'rows': {
      const cells = (row: readonly string[]): Promise<string[]> => Promise.all(row.map(inline));
      const [label, head, rows] = await Promise.all([
        inline(point.label),
        cells(point.head),
        Promise.all(point.rows.map(cells)),
      ]);
      const rank = point.seed ? 'needed' : 'wanted';
      const columns = head.map((name, i) => Math.max(em(name) * 0.7, ...rows.map((row) => em(row[i] ?? ''))) + 0.7);
      const sum = columns.reduce((total, width) => total + width, 0);
      const noCorner = plainText(head[0] ?? '') === '';
      const compares = noCorner || (sum > LONG && head.length > 3);
      if (sum <= GRID || (noCorner && head.length <= 3)) {
        const row = (cells: readonly string[]): SheetText => ({
          width: 0,
          lineHeight: tall(cells.join('')),
          cells: cells.map((cell, i) => ({ width: em(cell) + 0.7, share: Math.max(columns[i] ?? 1, sum / 8) / sum })),
        });
        const texts = [{ width: em(label) }, row(head), ...rows.map(row)];
        return { kind: 'grid', rank, label, head, rows, compares, texts };
      }
      const names = compares ? head.slice(1).reduce((total, name) => total + em(name) + 0.3, 0) : 0;
      const line = (row: readonly string[]): SheetText => ({
        lineHeight: tall(row.join('')),
        width: row.reduce((total, cell) => total + em(cell) + 0.9, LIST + names),
      });
      const title = { width: em(label) + (compares ? 0 : line(head).width) };
      return { kind: 'lines', rank, label, head, rows, compares, texts: [title, ...rows.map(line)] };
    }
  }
}
