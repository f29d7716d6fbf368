import { beforeAll, describe, expect, test } from 'vitest';
import type { Ops } from '#tensor/model.ts';
import { loadWasmInline } from '#tensor/wasm-inline.ts';
import { DATA_NAMES, distributionOf, drawPoints } from '#widgets/gan/distributions.ts';
import { snap } from '#widgets/gan/drawn.ts';
import { BINS, histogram, jensenShannon, makeYardstick, SAMPLE } from '#widgets/gan/metrics.ts';
import * as oracle from './oracle.ts';

let tf: Ops;
beforeAll(async () => {
  tf = await loadWasmInline();
});

const SPOTS = [snap(-1, -1), snap(0, 0.4), snap(1, 1), snap(1, 1.1)];
const rowsOf = (flat: ArrayLike<number>): number[][] =>
  Array.from({ length: flat.length / 3 }, (_, i) => [flat[3 * i] ?? 0, flat[3 * i + 1] ?? 0]);
const tensorOf = (flat: Float32Array) => tf.tensor2d(flat, [flat.length / 3, 3]);
const js = (p: readonly number[], q: readonly number[]): number =>
  jensenShannon(tf, tf.tensor1d([...p]), tf.tensor1d([...q])).dataSync()[0] ?? Number.NaN;

test('the divergence is 0 for equal and ln 2 for disjoint masses, and symmetric', () => {
  expect(js([0.25, 0.75, 0], [0.25, 0.75, 0])).toBe(0);
  expect(js([0.5, 0.5, 0, 0], [0, 0, 0.9, 0.1])).toBeCloseTo(Math.LN2, 6);
  expect(js([0.2, 0.8], [0.7, 0.3])).toBeCloseTo(js([0.7, 0.3], [0.2, 0.8]), 7);
  expect(js([0.2, 0.8], [0.7, 0.3])).toBeCloseTo(oracle.jensenShannon([0.2, 0.8], [0.7, 0.3]), 6);
});

test('points beyond the window are counted outside, and the masses sum to 1', () => {
  const points = Float32Array.from([9, 0, 1, 0, -1.51, 1, 0.1, 0.1, 1, -1.4, 1.4, 1]);
  const masses = Array.from(histogram(tf, tensorOf(points)).dataSync());
  expect(masses).toHaveLength(BINS * BINS + 1);
  expect(masses.at(-1)).toBe(0.5);
  expect(masses.reduce((sum, mass) => sum + mass, 0)).toBe(1);
});

describe.each(DATA_NAMES)('for %s', (name) => {
  const data = distributionOf(name, SPOTS);
  const wide = distributionOf('two', []);

  test('distances equal those of f64, and are near 0 for the data itself', () => {
    const yardstick = makeYardstick(tf, data, 4);
    for (const flat of [drawPoints(data, SAMPLE, 'again'), drawPoints(wide, SAMPLE, 'other')]) {
      const measures = yardstick.measure(tensorOf(flat));
      const [real, fake] = [rowsOf(yardstick.real), rowsOf(flat)];
      const across = oracle.meanDistance(real, fake);
      const energy = 2 * across - oracle.meanDistance(real, real) - oracle.meanDistance(fake, fake);
      expect(Math.abs(measures.energy - energy)).toBeLessThanOrEqual(1e-5 * across);
      const reference = oracle.histogram(rowsOf(drawPoints(data, 8192, 4, 'reference')), BINS);
      expect(measures.js).toBeCloseTo(oracle.jensenShannon(reference, oracle.histogram(fake, BINS)), 5);
    }
    const own = yardstick.measure(tensorOf(drawPoints(data, SAMPLE, 'again')));
    expect(own.js).toBeLessThan(2 * yardstick.floor.js);
    expect(own.energy).toBeLessThan(0.03);
    expect(own.covered).toBe(yardstick.modeCount);
    expect(own.good).toBeGreaterThan(0.96);
    expect(Math.abs(own.spread - 1)).toBeLessThan(0.1);
    yardstick.dispose();
  });

  test('a made-up collapse covers the modes it was given', () => {
    const yardstick = makeYardstick(tf, data, 4);
    for (const kept of [1, Math.ceil(yardstick.modeCount / 2)]) {
      const flat = new Float32Array(3 * SAMPLE).map((_, i) =>
        i % 3 === 2 ? 1 : (data.modes[2 * (Math.floor(i / 3) % kept) + (i % 3)] ?? 0),
      );
      const { covered, good, modes } = yardstick.measure(tensorOf(flat));
      expect([covered, good]).toEqual([kept, 1]);
      expect(modes.reduce((sum, count) => sum + count, 0)).toBe(SAMPLE);
    }
    yardstick.dispose();
  });
});

test('the yardstick keeps its tensors and no other, until it is disposed', () => {
  const { numTensors } = tf.memory();
  const yardstick = makeYardstick(tf, distributionOf('grid', []), 1);
  const rows = tensorOf(yardstick.real);
  const kept = tf.memory().numTensors;
  yardstick.measure(rows);
  expect(tf.memory().numTensors).toBe(kept);
  rows.dispose();
  yardstick.dispose();
  expect(tf.memory().numTensors).toBe(numTensors);
});
