import { describe, expect, it } from 'vitest';
import * as c from '../../../src/core/math/convolution.ts';
import { denseParameters } from '../../../src/core/math/networks.ts';
import { CLASSES, DENSE_WEIGHTS, KERNEL_A, KERNEL_B, SEVEN, smallCnn } from '../../../src/core/math/small-cnn.ts';

const ROWS = [
  [1, 2, 0, 1],
  [0, 1, 3, 1],
  [2, 1, 0, 0],
  [1, 0, 1, 2],
];

describe('sizes and counts', () => {
  it('has the sizes of the syllabus', () => {
    expect(c.convSize(28, 5, 2)).toBe(28);
    expect(c.convSize(32, 5)).toBe(28);
    expect(c.convSize(32, 3, 1)).toBe(32);
    expect(c.convSize(8, 3, 1, 2)).toBe(4);
    expect(c.convSize(224, 7, 3, 2)).toBe(112);
    expect(c.convSize(7, 3, 0, 2)).toBe(3);
    let side = 240;
    for (let i = 0; i < 10; i++) side = c.convSize(side, 5);
    expect(side).toBe(200);
  });

  it('has the parameters of the syllabus', () => {
    expect(c.convParameters(5, 1, 6)).toBe(156);
    expect(c.convParameters(5, 6, 16)).toBe(2416);
    expect(c.convParameters(3, 3, 64)).toBe(1792);
    expect(c.convParameters(5, 3, 6)).toBe(456);
    expect(denseParameters([32 * 32 * 3, 28 * 28 * 6])).toBe(14_455_392);
    expect(c.convParameters(5, 1, 6) + c.convParameters(5, 6, 16) + denseParameters([400, 120, 84, 10])).toBe(61_706);
  });

  it('sees 2m + 1 cells through m layers 3×3', () => {
    expect([1, 2, 3, 6].map((m) => c.receptiveField(m))).toEqual([3, 5, 7, 13]);
  });
});

describe('convolution and pooling', () => {
  it('does the hand cases of the syllabus', () => {
    expect(c.convolve(ROWS, KERNEL_A)).toEqual([
      [0, 2],
      [-1, -1],
    ]);
    expect(c.convolve(ROWS, c.flipped(KERNEL_A)).map((row) => row.map((v) => v + 0))).toEqual([
      [0, -2],
      [1, 1],
    ]);
    const counting = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ];
    expect(
      c.convolve(counting, [
        [0, 1],
        [2, 3],
      ]),
    ).toEqual([
      [19, 25],
      [37, 43],
    ]);
  });

  it('pools windows', () => {
    const grid = [
      [1, 3, 2, 1],
      [4, 6, 5, 0],
      [7, 2, 9, 1],
      [0, 1, 3, 8],
    ];
    expect(c.pool(grid, 'max')).toEqual([
      [6, 5],
      [7, 9],
    ]);
    expect(c.pool(grid, 'average')).toEqual([
      [3.5, 2],
      [2.5, 5.25],
    ]);
    expect(c.gridMean(grid)).toBe(3.3125);
    expect(c.pool(grid, 'max', 3, 1)).toEqual([
      [9, 9],
      [9, 9],
    ]);
  });

  it('gives as many numbers as the formula says, with padding and stride', () => {
    for (const n of [4, 5, 6])
      for (const padding of [0, 1])
        for (const stride of [1, 2]) {
          const grid = Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
          expect(c.convolve(grid, KERNEL_B, { padding, stride })).toHaveLength(c.convSize(n, 3, padding, stride));
        }
  });

  it('moves with the picture away from the border', () => {
    const still = c.convolve(SEVEN, KERNEL_A);
    expect(c.convolve(c.shifted(SEVEN, -1, 0), KERNEL_A).slice(0, 3)).toEqual(still.slice(1));
  });
});

describe('the small network', () => {
  it('computes the numbers of the chapter', () => {
    const run = smallCnn();
    expect(run.flat).toEqual([0, 1, 2, 1, 0, 0, 2, 0]);
    expect(run.logits).toEqual([3, 1, 0]);
    expect(run.probabilities.map((p) => p.toFixed(4))).toEqual(['0.8438', '0.1142', '0.0420']);
    expect(c.convParameters(3, 1, 2) + denseParameters([8, 3])).toBe(47);
    expect(DENSE_WEIGHTS).toHaveLength(8);
  });

  it('forgives a step up, not a step down', () => {
    expect(smallCnn(c.shifted(SEVEN, -1, 0)).flat).toEqual(smallCnn().flat);
    expect(smallCnn(c.shifted(SEVEN, 1, 0)).logits).toEqual([1, 2, 0]);
  });

  it('knows a 1 in columns three and four and an L that begins in one or two, and not elsewhere', () => {
    /** What a stroke of rows 1 to 4 is taken for, with a foot to the right of so many cells. */
    const answer = (column: number, foot: number): string | undefined => {
      const ink = (r: number, k: number): boolean =>
        r >= 1 && r <= 4 && (k === column || (r === 4 && k > column && k <= column + foot));
      const { logits } = smallCnn(SEVEN.map((row, r) => row.map((_, k) => (ink(r, k) ? 1 : 0))));
      return CLASSES[logits.indexOf(Math.max(...logits))];
    };
    expect([0, 1, 2, 3, 4, 5].map((column) => answer(column, 0)).join('')).toBe('LL1177');
    for (const foot of [1, 2, 3]) expect([0, 1, 2].map((column) => answer(column, foot)).join('')).toBe('LL1');
  });
});
