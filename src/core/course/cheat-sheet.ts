import { columnsOf } from '../text-width.ts';

/** A term as the sheet may show it, all as plain text. */
export interface SheetTerm {
  readonly name: string;
  readonly twin: string;
  readonly definition: string;
}

/** A section's part of the sheet, all as plain text. */
export interface SheetSection {
  readonly title: string;
  readonly terms: readonly SheetTerm[];
  readonly formulas: readonly string[];
  readonly trap: string | null;
}

/** What is printed of a section: the first `defined` terms with their definitions, the others by name only. */
export interface SheetShare {
  readonly defined: number;
  /** TeX. */
  readonly formulas: readonly string[];
}

/** The paper: how many columns of text a line holds (see {@link columnsOf}), and how many lines there are in all. */
export interface SheetPaper {
  readonly lineColumns: number;
  readonly lines: number;
}

/** Most formulas of one section. */
const MOST_FORMULAS = 2;

/** Lines of a paragraph; a last word seldom fills its line, hence the tenth. */
function linesOf(text: string, { lineColumns }: SheetPaper): number {
  return Math.ceil((columnsOf(text) * 1.1) / lineColumns);
}

/** Lines of a displayed formula, by what makes it tall; null when it is wider than a line. */
function formulaLines(tex: string, paper: SheetPaper): number | null {
  const rows = Math.max(1, tex.split('\\\\').length);
  const seen = tex
    .replace(/\\(?:begin|end)\{\w+\}(?:\{[^}]*\})?/g, '')
    .replace(/\\(?:text|mathrm|operatorname|mathbb|mathbf)\b|\\(?:left|right|big|Big)\b|\\[,;:! ]/g, '')
    .replace(/\\q?quad\b/g, '····')
    .replace(/\\[a-zA-Z]+/g, '··')
    .replace(/[{}^_&]/g, '');
  const widest = Math.max(...seen.split('\\\\').map((row) => columnsOf(row.trim())));
  if (widest > paper.lineColumns * 0.75) return null;
  return rows * (/\\d?frac|\\sum|\\prod|\\int|\\begin/.test(tex) ? 2.6 : 1.6);
}

/** Whether a formula says something in general: it has at least as many letters as digits. */
function isGeneral(tex: string): boolean {
  const bare = tex
    .replace(/\\(?:alpha|beta|gamma|delta|eta|theta|phi|sigma|nabla)\b/g, 'a')
    .replace(/\\[a-zA-Z]+/g, '');
  return (bare.match(/[a-zA-Z]/g)?.length ?? 0) >= Math.max(1, bare.match(/\d/g)?.length ?? 0);
}

/**
 * What of a chapter fits on one page.
 *
 * Each section keeps its title, its first two general formulas that fit the line, its first trap and the names of all
 * its terms; the room that is left goes to definitions, one a section in turn, so that none is told at another's expense.
 */
export function fillSheet(sections: readonly SheetSection[], paper: SheetPaper): SheetShare[] {
  const named = (terms: readonly SheetTerm[]): number =>
    terms.length === 0 ? 0 : linesOf(terms.map(({ name, twin }) => `${name} ${twin} · `).join(''), paper);
  const shares = sections.map(({ formulas }) => ({
    defined: 0,
    formulas: formulas.filter((tex) => isGeneral(tex) && formulaLines(tex, paper) !== null).slice(0, MOST_FORMULAS),
  }));
  let used = 0;
  for (const [i, { title, terms, trap }] of sections.entries()) {
    const tall = (shares[i]?.formulas ?? []).reduce((sum, tex) => sum + (formulaLines(tex, paper) ?? 0), 0);
    used +=
      linesOf(title, paper) * 1.2 + 1.2 + named(terms) + tall + (trap === null ? 0 : linesOf(trap, paper) * 1.1 + 0.3);
  }
  for (let rank = 0; ; rank += 1) {
    const waiting = sections.filter(({ terms }) => terms.length > rank).length;
    let served = 0;
    for (const [i, { terms }] of sections.entries()) {
      const term = terms[rank];
      const share = shares[i];
      if (term === undefined || share === undefined) continue;
      const more =
        linesOf(`${term.name} ${term.twin} ${term.definition}`, paper) +
        0.15 +
        named(terms.slice(rank + 1)) -
        named(terms.slice(rank));
      if (used + more > paper.lines) continue;
      used += more;
      served += 1;
      share.defined += 1;
    }
    if (served < waiting || waiting === 0) return shares;
  }
}
