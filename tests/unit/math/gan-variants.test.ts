import { describe, expect, it } from 'vitest';
import {
  cycleLoss,
  expectedSquaredError,
  jensenShannon,
  shiftedUniformJsd,
  wasserstein,
} from '../../../src/core/math/gan-variants.ts';

describe('distances between distributions', () => {
  it('Jensen–Shannon is 0 for equals, ln 2 for distributions that never meet, symmetric between', () => {
    expect(jensenShannon([0.25, 0.75], [0.25, 0.75])).toBe(0);
    expect(jensenShannon([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 14);
    expect(jensenShannon([0.75, 0.25], [0.5, 0.5])).toBeCloseTo(jensenShannon([0.5, 0.5], [0.75, 0.25]), 14);
  });

  it('Jensen–Shannon of shifted uniforms is that of their histograms', () => {
    const cells = 40;
    for (const moved of [0, 3, 10, 25]) {
      const uniform = (from: number): number[] =>
        Array.from({ length: cells }, (_, i) => (i >= from && i < from + 10 ? 0.1 : 0));
      expect(shiftedUniformJsd(moved / 10, 1)).toBeCloseTo(jensenShannon(uniform(0), uniform(moved)), 12);
    }
  });

  it('Wasserstein of a shifted list is the shift, in whatever order it stands', () => {
    for (const shift of [0, 0.1, 1, 4])
      expect(wasserstein([0.2, 0, 0.1], [shift, 0.1 + shift, 0.2 + shift])).toBeCloseTo(shift, 12);
  });
});

describe('losses', () => {
  it('a round trip that undoes itself costs nothing', () => {
    expect(
      cycleLoss(
        [0, 1, 2],
        (x) => 2 * x + 1,
        (y) => (y - 1) / 2,
      ),
    ).toBe(0);
    expect(
      cycleLoss(
        [0, 1, 2],
        (x) => 2 * x + 1,
        (y) => y / 2,
      ),
    ).toBe(0.5);
  });

  it('the mean picture has the least squared error', () => {
    const truths = [
      [0, 1, 0, 1],
      [1, 0, 1, 0],
    ];
    expect(expectedSquaredError([0.5, 0.5, 0.5, 0.5], truths)).toBe(0.25);
    for (const truth of truths) expect(expectedSquaredError(truth, truths)).toBe(0.5);
  });
});
