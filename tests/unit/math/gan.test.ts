import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../src/core/math/activations.ts';
import * as gan from '../../../src/core/math/gan.ts';

const answers = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
const pairs = [
  { p: [0.3, 0.3, 0.4], q: [0.1, 0.3, 0.6] },
  { p: [0.5, 0.5, 0, 0], q: [0, 0, 0.5, 0.5] },
  { p: [0.2, 0.8, 0], q: [0.7, 0.1, 0.2] },
  { p: [0.25, 0.25, 0.5], q: [0.25, 0.25, 0.5] },
];

/** The best value found by trying a thousand answers on each outcome, with nothing known about p/(p + q). */
function triedValue(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, pi, i) => sum + Math.max(...answers.map((d) => gan.pointValue(pi, q[i] ?? 0, d))), 0);
}

describe('value and losses', () => {
  it('has the numbers of the worked case', () => {
    expect(gan.ganValue(0.9, 0.2).toFixed(4)).toBe('-0.3285');
    expect(gan.discriminatorLoss(0.9, 0.2).toFixed(4)).toBe('0.3285');
    expect(gan.nonSaturatingLoss(0.2).toFixed(4)).toBe('1.6094');
    expect(gan.saturatingLoss(0.2).toFixed(4)).toBe('-0.2231');
    expect(gan.ganValue(0.5, 0.5)).toBeCloseTo(-Math.log(4), 14);
  });

  it('the slopes by the logit are the limits of difference quotients', () => {
    const h = 1e-5;
    for (let a = -6; a <= 6; a += 0.25) {
      const quotient = (f: (d: number) => number) => (f(sigmoid(a + h)) - f(sigmoid(a - h))) / (2 * h);
      expect(gan.saturatingSlope(sigmoid(a))).toBeCloseTo(quotient(gan.saturatingLoss), 6);
      expect(gan.nonSaturatingSlope(sigmoid(a))).toBeCloseTo(quotient(gan.nonSaturatingLoss), 6);
    }
  });
});

describe('the best discriminator', () => {
  it('beats every other answer on an outcome', () => {
    for (const [p, q] of [
      [0.3, 0.1],
      [0.3, 0.3],
      [0.05, 0.6],
      [1, 0.001],
    ] as const) {
      const best = gan.bestDiscriminator(p, q);
      const tried = answers.reduce((a, b) => (gan.pointValue(p, q, b) > gan.pointValue(p, q, a) ? b : a));
      expect(Math.abs(best - tried)).toBeLessThanOrEqual(0.001);
      for (const d of answers) expect(gan.pointValue(p, q, d)).toBeLessThanOrEqual(gan.pointValue(p, q, best) + 1e-12);
    }
    expect(gan.bestDiscriminator(0.3, 0.1)).toBeCloseTo(0.75, 14);
    expect(gan.bestDiscriminator(0.3, 0.3)).toBe(0.5);
  });

  it.each(pairs)('has the value −ln 4 + 2·JSD, and no grid of answers finds more (%j)', ({ p, q }) => {
    const best = gan.bestValue(p, q);
    expect(best).toBeCloseTo(-Math.log(4) + 2 * gan.jsDivergence(p, q), 12);
    expect(best).toBeGreaterThanOrEqual(triedValue(p, q));
    expect(best).toBeCloseTo(triedValue(p, q), 2);
    expect(
      gan.valueOver(
        p,
        q,
        p.map(() => 0.5),
      ),
    ).toBeCloseTo(-Math.log(4), 12);
  });

  it('is a sigmoid of a line between two normals of equal spread', () => {
    for (let x = -4; x <= 6; x += 0.5)
      expect(gan.bestBetweenNormals(x, 0, 2, 1.5)).toBeCloseTo(
        gan.bestDiscriminator(gan.normalDensity(x, 0, 1.5), gan.normalDensity(x, 2, 1.5)),
        12,
      );
  });
});

describe('divergences', () => {
  it.each(pairs)('JSD is symmetric and lies between 0 and ln 2 (%j)', ({ p, q }) => {
    const js = gan.jsDivergence(p, q);
    expect(js).toBeCloseTo(gan.jsDivergence(q, p), 14);
    expect(js).toBeGreaterThanOrEqual(0);
    expect(js).toBeLessThanOrEqual(Math.LN2 + 1e-12);
  });

  it('reach their ends: 0 for equals, ln 2 without overlap, infinite KL without support', () => {
    expect(gan.jsDivergence([0.2, 0.8], [0.2, 0.8])).toBe(0);
    expect(gan.jsDivergence([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 14);
    expect(gan.klDivergence([1, 0], [0, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(gan.klDivergence([0, 1], [0.5, 0.5])).toBeCloseTo(Math.LN2, 14);
  });

  it('the normal density integrates to 1', () => {
    let area = 0;
    for (let x = -12; x < 16; x += 0.01) area += gan.normalDensity(x, 2, 1.3) * 0.01;
    expect(area).toBeCloseTo(1, 6);
  });

  it('the Fréchet distance is 0 for equal means and spreads alone', () => {
    expect(gan.frechetOnLine(2, 1, 2, 1)).toBe(0);
    expect(gan.frechetOnLine(2, 1, 2.5, 0.8)).toBeCloseTo(0.29, 12);
  });
});

describe('the one-point game', () => {
  it('steps along the gradients of its value', () => {
    const value = (theta: number, psi: number) => Math.log(0.5) + Math.log(1 - sigmoid(psi * theta));
    const [start, next] = gan.onePointGame({ theta: 1.2, psi: 0.4 }, 0.1, 1);
    const h = 1e-6;
    const byPsi = (value(1.2, 0.4 + h) - value(1.2, 0.4 - h)) / (2 * h);
    const psi = 0.4 + 0.1 * byPsi;
    const byTheta = (value(1.2 + h, psi) - value(1.2 - h, psi)) / (2 * h);
    expect(start).toEqual({ theta: 1.2, psi: 0.4 });
    expect(next?.psi).toBeCloseTo(psi, 8);
    expect(next?.theta).toBeCloseTo(1.2 - 0.1 * byTheta, 8);
  });

  it('keeps circling: hundreds of rounds later it is as far from (0, 0) as before', () => {
    const path = gan.onePointGame({ theta: 1, psi: 0 }, 0.1, 600);
    const far = path.slice(300).map(({ theta, psi }) => Math.hypot(theta, psi));
    expect(Math.min(...far)).toBeGreaterThan(0.85);
    expect(Math.max(...far)).toBeLessThan(1.15);
  });
});
