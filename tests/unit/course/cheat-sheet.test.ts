import { describe, expect, it } from 'vitest';
import { fillSheet, type SheetSection } from '../../../src/core/course/cheat-sheet.ts';

const term = (name: string) => ({ name, twin: 'twin', definition: 'a definition of thirty letters' });
const section = (terms: number, formulas: readonly string[] = []): SheetSection => ({
  title: 'Title',
  terms: Array.from({ length: terms }, (_, i) => term(`t${i}`)),
  formulas,
  trap: null,
});
const defined = (sections: readonly SheetSection[], lines: number) =>
  fillSheet(sections, { lineColumns: 40, lines }).map((share) => share.defined);

describe('a cheat sheet', () => {
  it('defines every term where there is room, and none where there is none', () => {
    expect(defined([section(4), section(2)], 200)).toEqual([4, 2]);
    expect(defined([section(4), section(2)], 0)).toEqual([0, 0]);
  });

  it('shares what room there is: no section is two definitions ahead of one that still has terms', () => {
    for (let lines = 0; lines < 40; lines += 1) {
      const shares = defined([section(9), section(9), section(9)], lines);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the first two formulas that are general and fit the line', () => {
    const long = 'a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w=0';
    const formulas = ['3\\times4=12', long, 'y=wx', 'z=\\frac{a}{b}', 'q=r'];
    expect(fillSheet([section(0, formulas)], { lineColumns: 40, lines: 99 })[0]?.formulas).toEqual([
      'y=wx',
      'z=\\frac{a}{b}',
    ]);
  });
});
