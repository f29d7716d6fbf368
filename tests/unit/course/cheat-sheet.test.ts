import { describe, expect, it } from 'vitest';
import { breakFormula } from '../../../src/core/course/break-formula.ts';
import { planSheet, type SheetBlock, type SheetPaper, type SheetRank } from '../../../src/core/course/cheat-sheet.ts';

const PAPER: SheetPaper = { columns: 1, columnWidth: 200, columnHeight: 400, leading: 1.25, sizes: [10, 8] };
/** A block of so many full lines at 10 points. */
const block = (rank: SheetRank, lines = 1): SheetBlock => ({ rank, texts: [{ width: lines * 19 }] });
const section = (...blocks: SheetBlock[]) => ({ title: { width: 5 }, blocks });
const repeat = (count: number, rank: SheetRank) => Array.from({ length: count }, () => block(rank));
const count = (printed: readonly boolean[]) => printed.filter(Boolean).length;

describe('a cheat sheet', () => {
  it('is set in the largest type at which all of it fits', () => {
    expect(planSheet([section(...repeat(20, 'needed'))], PAPER).size).toBe(10);
    expect(planSheet([section(...repeat(30, 'needed'))], PAPER).size).toBe(8);
    expect(planSheet([section(...repeat(90, 'needed'))], PAPER).fill).toBeGreaterThan(1);
  });

  it('always prints what is needed, then what is wanted, then words, then words that were told', () => {
    const ranks: SheetRank[] = ['told', 'term', 'wanted', 'needed'];
    for (let lines = 10; lines < 40; lines += 3) {
      const plan = planSheet([section(block('needed', lines), ...ranks.flatMap((rank) => repeat(4, rank)))], PAPER);
      const printed = [...(plan.printed[0] ?? [])];
      expect(printed.shift()).toBe(true);
      const [told, term, wanted, needed] = [0, 4, 8, 12].map((at) => count(printed.slice(at, at + 4)));
      expect(needed).toBe(4);
      if (term !== 0) expect(wanted).toBe(4);
      if (told !== 0) expect(term).toBe(4);
      expect(plan.fill).toBeLessThanOrEqual(1);
    }
  });

  it('shares the room that is left: no section is two blocks ahead of one that still waits', () => {
    for (let lines = 0; lines < 30; lines += 1) {
      const sections = [section(block('needed', lines), ...repeat(15, 'term')), section(...repeat(15, 'term'))];
      const [first = 0, second = 0] = planSheet(sections, PAPER).printed.map(count);
      expect(Math.abs(first - 1 - second)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a formula in a narrow column', () => {
  it('comes apart where formulas stand side by side, and behind relations and signs outside brackets', () => {
    expect(breakFormula('a=b,\\qquad c=d')).toEqual([['a=b,'], ['c=d']]);
    expect(breakFormula('V(D,G)=\\mathbb E[\\ln D(x)+1]+\\mathbb E[\\ln(1-D(G(z)))]')).toEqual([
      ['V(D,G)=', '\\mathbb E[\\ln D(x)+1]+', '\\mathbb E[\\ln(1-D(G(z)))]'],
    ]);
  });

  it('stays whole where it is short, and within braces, fences and environments', () => {
    expect(breakFormula('y=wx+b')).toEqual([['y=wx+b']]);
    const cases = '\\hat y=\\begin{cases}1, & w\\cdot x+b\\ge0\\\\ 0, & w\\cdot x+b<0\\end{cases}';
    expect(breakFormula(cases)).toEqual([[cases]]);
  });

  it('keeps a sign that is no sum with its number', () => {
    expect(breakFormula('L_{first}=-\\ln p_{second}+q_{third}')).toEqual([
      ['L_{first}=', '-\\ln p_{second}+', 'q_{third}'],
    ]);
  });
});
