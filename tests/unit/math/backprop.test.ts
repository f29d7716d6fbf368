import { describe, expect, it } from 'vitest';
import {
  backwardPass,
  type DenseLayer,
  descend,
  forwardPass,
  halfSquaredError,
  lossAfterStep,
  RELU_CHAIN,
  SIGMOID_CHAIN,
  stepsPerEpoch,
  TWO_TWO_ONE,
} from '../../../src/core/math/backprop.ts';
import { bestPoint, overfittingRun } from '../../../src/core/math/early-stopping.ts';

/** The layers with one weight (i ≥ 0) or bias (i = −1) nudged. */
function nudged(layers: readonly DenseLayer[], at: { l: number; j: number; i: number }, by: number): DenseLayer[] {
  return layers.map((layer, l) => ({
    ...layer,
    weights: layer.weights.map((row, j) => row.map((w, i) => (l === at.l && j === at.j && i === at.i ? w + by : w))),
    biases: layer.biases.map((b, j) => (l === at.l && j === at.j && at.i === -1 ? b + by : b)),
  }));
}

describe('backpropagation', () => {
  it('the 2-2-1 network of the text', () => {
    const [hidden, output] = forwardPass(TWO_TWO_ONE, [1, 2]);
    expect([hidden?.z, hidden?.a, output?.a]).toEqual([[1, 2], [1, 2], [3]]);
    expect(halfSquaredError(TWO_TWO_ONE, [1, 2], [1])).toBe(2);
    const [first, second] = backwardPass(TWO_TWO_ONE, [1, 2], [1]);
    expect(second).toEqual({ delta: [2], weights: [[2, 4]], biases: [2] });
    expect(first?.delta).toEqual([4, -2]);
    expect(first?.weights).toEqual([
      [4, 8],
      [-2, -4],
    ]);
    expect(lossAfterStep(TWO_TWO_ONE, [1, 2], [1], 0.01)).toBeCloseTo(0.8192, 12);
    expect(lossAfterStep(TWO_TWO_ONE, [1, 2], [1], 0.1)).toBeCloseTo(3.5912, 12);
  });

  it('the syllabus’ whole-number case and sigmoid chain', () => {
    expect(halfSquaredError(RELU_CHAIN, [2], [1])).toBe(2);
    expect(backwardPass(RELU_CHAIN, [2], [1])).toEqual([
      { delta: [6], weights: [[12]], biases: [6] },
      { delta: [2], weights: [[2]], biases: [2] },
    ]);
    const [first, second] = backwardPass(SIGMOID_CHAIN, [1], [1]);
    const passes = forwardPass(SIGMOID_CHAIN, [1]);
    expect(passes.map(({ a }) => a[0]?.toFixed(4))).toEqual(['0.6225', '0.6508']);
    expect(halfSquaredError(SIGMOID_CHAIN, [1], [1]).toFixed(4)).toBe('0.0610');
    expect(second?.weights[0]?.[0]?.toFixed(4)).toBe('-0.0494');
    expect(first?.weights[0]?.[0]?.toFixed(4)).toBe('-0.0187');
    expect(lossAfterStep(SIGMOID_CHAIN, [1], [1], 1).toFixed(4)).toBe('0.0520');
  });

  it.each([
    ['2-2-1', TWO_TWO_ONE, [1, 2]],
    ['ReLU chain', RELU_CHAIN, [2]],
    ['sigmoid chain', SIGMOID_CHAIN, [1]],
    ['tanh', TWO_TWO_ONE.map((layer): DenseLayer => ({ ...layer, activation: 'tanh' })), [0.3, -0.4]],
  ] as const)('%s: every gradient is the limit of difference quotients', (_name, layers, x) => {
    const h = 1e-5;
    const loss = (net: readonly DenseLayer[]): number => halfSquaredError(net, x, [1]);
    for (const [l, { weights, biases }] of backwardPass(layers, x, [1]).entries()) {
      for (const [j, bias] of biases.entries()) {
        for (const [i, gradient] of [bias, ...(weights[j] ?? [])].entries()) {
          const at = { l, j, i: i - 1 };
          const quotient = (loss(nudged(layers, at, h)) - loss(nudged(layers, at, -h))) / (2 * h);
          expect(gradient).toBeCloseTo(quotient, 6);
        }
      }
    }
  });

  it('moves every parameter against its gradient', () => {
    const next = descend(TWO_TWO_ONE, backwardPass(TWO_TWO_ONE, [1, 2], [1]), 0.01);
    expect(next[0]?.weights[0]?.map((w) => w.toFixed(2))).toEqual(['0.96', '0.42']);
    expect(next[1]?.biases[0]?.toFixed(2)).toBe('2.98');
  });

  it('counts a last, smaller batch as a step', () => {
    expect(stepsPerEpoch(60_000, 128)).toBe(469);
    expect(stepsPerEpoch(100, 25)).toBe(4);
    expect(stepsPerEpoch(3, 128)).toBe(1);
  });
});

describe('the over-fitting run', () => {
  it('falls for ever on its own examples; on others it falls and rises again', () => {
    const run = overfittingRun(600, 10);
    const best = bestPoint(run);
    expect(best?.epoch).toBe(160);
    expect(best?.validation.toFixed(3)).toBe('0.112');
    expect(run.at(-1)?.validation.toFixed(3)).toBe('0.142');
    expect(run.at(-1)?.training.toFixed(3)).toBe('0.007');
    for (const [i, { training }] of run.entries()) expect(run[i + 1]?.training ?? 0).toBeLessThan(training);
  });
});
