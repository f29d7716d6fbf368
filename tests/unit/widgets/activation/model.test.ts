import { beforeAll, describe, expect, test } from 'vitest';
import { loadCpu } from '#tensor/cpu.ts';
import type { Ops } from '#tensor/model.ts';
import { TENSOR_FUNCTIONS } from '#widgets/activation/functions.ts';
import { drawLayer, FEATURES, SAMPLES, UNITS } from '#widgets/activation/layer-data.ts';
import { type ActivationFrame, model, SATURATED } from '#widgets/activation/model.ts';
import { type ActivationState, FUNCTION_NAMES, INITIAL } from '#widgets/activation/state.ts';
import { ORACLE } from './oracle.ts';

let tf: Ops;
beforeAll(async () => {
  tf = await loadCpu();
});

function ask(change: Partial<ActivationState>, session = model.open(tf)): ActivationFrame {
  const work = session.answer({ ...INITIAL, ...change });
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
  }
}

const GRID = Array.from({ length: 401 }, (_, i) => Math.fround((i - 200) / 4));
const SHAPES = [
  { alpha: 0.01, beta: 1 },
  { alpha: 0.5, beta: 0.1 },
  { alpha: 1, beta: 5 },
];

describe.each(FUNCTION_NAMES)('%s', (name) => {
  test.each(SHAPES)('f and f′ agree with double precision at 401 points from −50 to 50, α=$alpha β=$beta', (shape) => {
    const x = tf.tensor1d(GRID);
    const values = TENSOR_FUNCTIONS[name].value(tf, x, shape).dataSync();
    const slopes = TENSOR_FUNCTIONS[name].slope(tf, x, shape).dataSync();
    for (const [i, at] of GRID.entries()) {
      const [f, d] = ORACLE[name](at, shape.alpha, shape.beta);
      expect(Math.abs((values[i] ?? Number.NaN) - f), `f(${at})`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(f)));
      expect(Math.abs((slopes[i] ?? Number.NaN) - d), `f′(${at})`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(d)));
    }
  });

  test('nothing on screen is NaN at the ends of the axis', () => {
    for (const x of [-50, 0, 50]) {
      const frame = ask({ functions: [name], x, spread: 4, shift: x < 0 ? -6 : 6 });
      const numbers = JSON.stringify(frame, (_, v: unknown) => (typeof v === 'number' && Number.isNaN(v) ? 'NaN!' : v));
      expect(numbers).not.toContain('NaN!');
    }
  });

  test('its left tail keeps three digits', () => {
    for (const x of [-3, -5, -8]) {
      const [reading] = ask({ functions: [name], x }).curves;
      const [f, d] = ORACLE[name](x, INITIAL.alpha, INITIAL.beta);
      if (f !== 0) expect(reading?.value ?? 0).toBeCloseTo(f, -Math.floor(Math.log10(Math.abs(f))) + 2);
      if (d !== 0) expect(reading?.slope ?? 0).toBeCloseTo(d, -Math.floor(Math.log10(Math.abs(d))) + 2);
    }
  });
});

test('the largest slopes are 0.25, 1, 1', () => {
  const [s, t, r] = ask({ functions: ['sigmoid', 'tanh', 'relu'] }).curves;
  expect([s?.steepest, t?.steepest, r?.steepest]).toEqual([0.25, 1, 1]);
});

test('ten sigmoids leave at most 9.5367e-7 of a gradient', () => {
  const [sigmoid] = ask({ functions: ['sigmoid'] }).curves;
  expect(10 ** (sigmoid?.bestProducts[9] ?? 0)).toBeCloseTo(0.25 ** 10, 11);
  expect(sigmoid?.productsAtX[2] ?? 0).toBeCloseTo(3 * Math.log10(0.19661193324148185), 5);
});

test('a product of zeros is zero, not NaN', () => {
  const [relu] = ask({ functions: ['relu'], x: -1 }).curves;
  expect(relu?.productsAtX.every((log) => log === Number.NEGATIVE_INFINITY)).toBe(true);
});

test('ReLU has a sharp corner: 0 is a point of the axis, the slope jumps there and takes the left value', () => {
  const frame = ask({ functions: ['relu'], x: -50 });
  expect(frame.xs[200]).toBe(0);
  expect(frame.curves[0]?.values[200]).toBe(0);
  expect(frame.curves[0]?.slopeAtZero).toEqual({ left: 0, at: 0, right: 1 });
});

test('tanh x = 2σ(2x) − 1 on screen', () => {
  for (const x of [-3, -0.4, 0, 1, 2.5]) {
    expect(ask({ functions: ['tanh'], x }).tanhBySigmoid).toBeCloseTo(Math.tanh(x), 6);
  }
});

describe('the layer', () => {
  /** The layer by plain loops. */
  function count(state: ActivationState) {
    const { inputs, weights } = drawLayer(state.seed);
    const slopes: number[][] = Array.from({ length: UNITS }, () => []);
    let [left, right] = [0, 0];
    for (let s = 0; s < SAMPLES; s++) {
      for (let u = 0; u < UNITS; u++) {
        let z = state.shift;
        for (let i = 0; i < FEATURES; i++)
          z += (inputs[s * FEATURES + i] ?? 0) * (weights[i * UNITS + u] ?? 0) * state.spread;
        const d = Math.abs(ORACLE[state.functions[0] ?? 'step'](z, state.alpha, state.beta)[1]);
        slopes[u]?.push(d);
        if (d < SATURATED && z < 0) left += 1;
        if (d < SATURATED && z >= 0) right += 1;
      }
    }
    return { left, right, dead: slopes.filter((list) => list.every((d) => d === 0)).length };
  }

  test.each([1, 2, 3, 17, 9999])('agrees with plain loops, seed %i', (seed) => {
    for (const name of ['sigmoid', 'tanh', 'relu', 'leaky', 'gelu'] as const) {
      for (const shift of [0, -2.5]) {
        const state: ActivationState = { ...INITIAL, functions: [name], seed, shift, spread: 1.7 };
        const { layer } = ask(state);
        expect([layer.saturatedLeft, layer.saturatedRight, layer.dead]).toEqual(Object.values(count(state)));
        expect(layer.deadBelow).toBe(count({ ...state, shift: shift - 2 }).dead);
        expect(layer.bars.reduce((sum, n) => sum + n, 0)).toBe(SAMPLES * UNITS);
        expect(layer.saturatedBars.reduce((sum, n) => sum + n, 0)).toBe(layer.saturatedLeft + layer.saturatedRight);
      }
    }
  });

  test('a low bias kills ReLU units and never a leaky one', () => {
    expect(ask({ functions: ['relu'], shift: -4 }).layer.dead).toBeGreaterThan(0);
    expect(ask({ functions: ['leaky'], shift: -4 }).layer.dead).toBe(0);
  });
});

test('the same state gives the same frame, and 1,000 of them leave no tensor', () => {
  const session = model.open(tf);
  const first = ask({ functions: ['gelu', 'elu', 'silu'] }, session);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 1000; i++) ask({ functions: ['relu'], x: (i % 100) / 10 - 5 }, session);
  expect(ask({ functions: ['gelu', 'elu', 'silu'] }, session)).toEqual(first);
  session.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('work withdrawn half-way leaves no tensor', () => {
  const before = tf.memory().numTensors;
  const work = model.open(tf).answer(INITIAL);
  work.next();
  work.return(undefined as never);
  expect(tf.memory().numTensors).toBe(before);
});
