import { describe, expect, it } from 'vitest';
import { roundTable } from '#core/exam/controlled-rounding.ts';
import { divideByWeights } from '#core/exam/largest-remainder.ts';
import { stream } from '#core/random/stream.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((x, y) => x + y, 0);

describe('largest remainder', () => {
  it('gives the counts of the ACA-style paper', () => {
    expect(divideByWeights([11, 3, 8, 7, 8, 4], 50)).toEqual([13, 4, 10, 8, 10, 5]);
    expect(divideByWeights([70, 30], 50)).toEqual([35, 15]);
    expect(divideByWeights([30, 50, 20], 50)).toEqual([15, 25, 10]);
  });

  it('settles ties in the order written, to the last question', () => {
    expect(divideByWeights([14, 14, 14, 14, 14, 14, 14, 2], 25)).toEqual([4, 4, 4, 4, 3, 3, 3, 0]);
  });

  it('gives nothing to a weight of 0 and refuses to divide by nothing', () => {
    expect(divideByWeights([0, 1, 0], 7)).toEqual([0, 7, 0]);
    expect(() => divideByWeights([0, 0], 7)).toThrow(RangeError);
  });
});

describe('controlled rounding', () => {
  it('gives the cells of the ACA-style paper', () => {
    expect(roundTable([13, 4, 10, 8, 10, 5], [35, 15])).toEqual([
      [9, 4],
      [3, 1],
      [7, 3],
      [6, 2],
      [7, 3],
      [3, 2],
    ]);
  });

  it('keeps margins exact and every cell at floor or ceiling, on 1,000 random tables', () => {
    const random = stream('tables');
    for (let round = 0; round < 1000; round++) {
      const rows = Array.from({ length: 1 + random.below(12) }, () => random.below(15));
      const total = sum(rows);
      const width = 1 + random.below(5);
      const columns = Array.from({ length: width }, () => 0);
      for (let i = 0; i < total; i++) {
        const j = random.below(width);
        columns[j] = (columns[j] ?? 0) + 1;
      }
      const table = roundTable(rows, columns);
      expect(table.map(sum)).toEqual(rows);
      expect(columns.map((_, j) => sum(table.map((line) => line[j] ?? 0)))).toEqual(columns);
      for (const [i, line] of table.entries()) {
        for (const [j, count] of line.entries()) {
          const exact = total === 0 ? 0 : ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
          expect([Math.floor(exact), Math.ceil(exact)]).toContain(count);
        }
      }
    }
  });

  it('refuses margins that cannot agree', () => {
    expect(() => roundTable([1, 2], [2, 2])).toThrow(RangeError);
  });
});
