import { describe, expect, it } from 'vitest';
import * as a from '../../../src/core/math/activations.ts';
import { denseParameters, softmax } from '../../../src/core/math/networks.ts';

const xs = Array.from({ length: 401 }, (_, i) => -10 + i / 20);

describe('activation functions', () => {
  it('has the values of the syllabus', () => {
    expect(a.sigmoid(1).toFixed(4)).toBe('0.7311');
    expect(a.sigmoid(2).toFixed(4)).toBe('0.8808');
    expect(a.sigmoid(-2).toFixed(4)).toBe('0.1192');
    expect(a.dSigmoid(2).toFixed(4)).toBe('0.1050');
    expect(a.dSigmoid(5).toFixed(4)).toBe('0.0066');
    expect(a.tanh(1).toFixed(4)).toBe('0.7616');
    expect(a.dTanh(1).toFixed(4)).toBe('0.4200');
    expect(a.dTanh(2).toFixed(4)).toBe('0.0707');
    expect(a.leakyRelu(-2, 0.01)).toBe(-0.02);
  });

  it.each([
    ['sigmoid', a.sigmoid, a.dSigmoid],
    ['tanh', a.tanh, a.dTanh],
    ['softplus', a.softplus, a.sigmoid],
  ])('%s: the slope is the limit of difference quotients', (_name, f, slope) => {
    for (const x of xs) expect(slope(x)).toBeCloseTo((f(x + 1e-5) - f(x - 1e-5)) / 2e-5, 7);
  });

  it('is symmetric as the text says: σ(−x) = 1 − σ(x), tanh x = 2σ(2x) − 1', () => {
    for (const x of xs) {
      expect(a.sigmoid(-x)).toBeCloseTo(1 - a.sigmoid(x), 14);
      expect(a.tanh(x)).toBeCloseTo(2 * a.sigmoid(2 * x) - 1, 14);
    }
  });

  it('stays finite far out', () => {
    for (const x of [-1000, -50, 50, 1000])
      for (const f of [a.sigmoid, a.dSigmoid, a.tanh, a.dTanh, a.softplus, a.relu])
        expect(Number.isFinite(f(x))).toBe(true);
  });

  it('ReLU has slope 1 right of 0, 0 left of it and, by convention, at 0', () => {
    expect([a.dRelu(5), a.dRelu(0), a.dRelu(-5)]).toEqual([1, 0, 0]);
    expect([a.dLeakyRelu(5, 0.1), a.dLeakyRelu(-5, 0.1)]).toEqual([1, 0.1]);
  });
});

describe('networks', () => {
  it('counts parameters with biases', () => {
    expect(denseParameters([4, 3, 2])).toBe(23);
    expect(denseParameters([784, 128, 10])).toBe(101770);
    expect(denseParameters([7])).toBe(0);
  });

  it('softmax sums to one and does not move when all logits do', () => {
    const p = softmax([2, 1, 0.1]);
    expect(p.map((v) => v.toFixed(3))).toEqual(['0.659', '0.242', '0.099']);
    expect(softmax([1002, 1001, 1000.1]).map((v) => v.toFixed(3))).toEqual(['0.659', '0.242', '0.099']);
  });
});
