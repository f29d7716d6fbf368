import { beforeAll, describe, expect, test } from 'vitest';
import type { Ops, Tensor } from '#tensor/model.ts';
import { loadWasmInline } from '#tensor/wasm-inline.ts';
import { distributionOf, drawNoise, drawPoints } from '#widgets/gan/distributions.ts';
import { makeMarks, OBJECTIVES } from '#widgets/gan/losses.ts';
import { backward, cut, drawWeights, forward, liveMask, type Shape, sizeOf } from '#widgets/gan/network.ts';
import { type Trained, update } from '#widgets/gan/optimizer.ts';
import { penalize } from '#widgets/gan/penalty.ts';
import { ACTIVATIONS, ADAM, BATCH, LOSSES, MOMENTUM, OPTIMIZERS } from '#widgets/gan/settings.ts';
import { differences, LOSS_D, LOSS_G, penalty, type Rows, run, unpack } from './oracle.ts';

let tf: Ops;
beforeAll(async () => {
  tf = await loadWasmInline();
});

const rowsOf = (flat: Float32Array, width: number, used: number): Rows =>
  Array.from({ length: flat.length / width }, (_, i) => Array.from(flat.slice(i * width, i * width + used)));
const list = (tensor: Tensor | null): number[] => Array.from(tensor?.dataSync() ?? []);
const matrixOf = (shape: Shape, flat: Float32Array): Tensor => tf.tensor2d(flat, [...sizeOf(shape)]);
/** Biases moved off 0, so that no unit sits on its kink. */
const weightsOf = (shape: Shape, seed: number): Float32Array => {
  const live = liveMask(shape);
  return drawWeights(shape, seed, 'test').map((w, i) => (live[i] === 1 && w === 0 ? 0.1 + (i % 7) / 20 : w));
};

function expectClose(actual: readonly number[], wanted: readonly number[], live: ArrayLike<number>): void {
  expect(actual).toHaveLength(wanted.length);
  const worst = actual.reduce(
    (most, value, i) =>
      live[i] === 0
        ? most
        : Math.max(most, Math.abs(value - (wanted[i] ?? 0)) / Math.max(1e-1, Math.abs(wanted[i] ?? 0))),
    0,
  );
  expect(worst).toBeLessThanOrEqual(1e-5);
}

const real = drawPoints(distributionOf('eight', []), BATCH, 1, 'real');
const noise = drawNoise(2, BATCH, 1, 'noise');

describe.each(ACTIVATIONS)('with %s', (activation) => {
  const d: Shape = { inputs: 2, layers: 2, width: 5, outputs: 1, activation };
  const g: Shape = { inputs: 2, layers: 3, width: 4, outputs: 3, activation };

  test('the one-matrix network is the textbook network', () => {
    const weights = weightsOf(g, 3);
    const { output } = forward(tf, g, cut(tf, g, matrixOf(g, weights)), tf.tensor2d(noise, [BATCH, 3]));
    const wanted = rowsOf(noise, 3, 2).flatMap((z) => [...run(g, unpack(g, weights), z), 1]);
    expectClose(list(output), wanted, { length: 0 });
  });

  test.each(LOSSES)('%s: both losses and all gradients are those of f64 central differences', (loss) => {
    const [atD, atG] = [weightsOf(d, 5), weightsOf(g, 6)];
    const gLayers = cut(tf, g, matrixOf(g, atG));
    const made = forward(tf, g, gLayers, tf.tensor2d(noise, [BATCH, 3]));
    const dLayers = cut(tf, d, matrixOf(d, atD));
    const points = rowsOf(real, 3, 2);
    const scores = (matrix: ArrayLike<number>, from: Rows): number[] =>
      from.map((point) => run(d, unpack(d, matrix), point)[0] ?? Number.NaN);
    const fakes = (matrix: ArrayLike<number>): Rows => rowsOf(noise, 3, 2).map((z) => run(g, unpack(g, matrix), z));

    const pass = forward(tf, d, dLayers, tf.concat([tf.tensor2d(real, [BATCH, 3]), made.output], 0));
    const slope = OBJECTIVES[loss].slopeD(tf, pass.output, makeMarks(tf));
    const gradientD = backward(tf, d, dLayers, pass, slope, { parameters: true, rows: false }).parameters;
    const madeAtG = fakes(atG);
    const lossD = (matrix: ArrayLike<number>): number => LOSS_D[loss](scores(matrix, points), scores(matrix, madeAtG));
    expectClose(list(gradientD), differences(Float64Array.from(atD), liveMask(d), lossD), liveMask(d));

    const verdict = forward(tf, d, dLayers, made.output);
    const pull = backward(tf, d, dLayers, verdict, OBJECTIVES[loss].slopeG(tf, verdict.output), {
      parameters: false,
      rows: true,
    }).rows;
    if (pull === null) throw new Error('There is no gradient at the points.');
    const gradientG = backward(tf, g, gLayers, made, pull, { parameters: true, rows: false }).parameters;
    const lossG = (matrix: ArrayLike<number>): number => LOSS_G[loss](scores(atD, fakes(matrix)));
    expectClose(list(gradientG), differences(Float64Array.from(atG), liveMask(g), lossG), liveMask(g));

    const halves = [tf.slice(pass.output, [0, 0], [BATCH, 1]), tf.slice(pass.output, [BATCH, 0], [BATCH, 1])] as const;
    expect(list(OBJECTIVES[loss].lossD(tf, ...halves))[0]).toBeCloseTo(lossD(atD), 5);
    expect(list(OBJECTIVES[loss].lossG(tf, halves[1]))[0]).toBeCloseTo(lossG(atG), 5);
  });

  test('the gradient penalty and its second derivatives are those of f64', () => {
    const at = weightsOf(d, 8);
    const { value, parameters } = penalize(tf, d, matrixOf(d, at), tf.tensor2d(real, [BATCH, 3]));
    const of = (matrix: ArrayLike<number>): number => penalty(d, matrix, rowsOf(real, 3, 2));
    expect(list(value)[0]).toBeCloseTo(of(at), 5);
    expectClose(list(parameters), differences(Float64Array.from(at), liveMask(d), of), liveMask(d));
  });
});

test.each(OPTIMIZERS)('%s follows its textbook form for 100 steps', (optimizer) => {
  const rate = 0.02;
  const live = [1, 1, 0, 1];
  const gradientAt = (t: number): number[] => live.map((_, i) => Math.sin(t * (i + 1)) * 0.3 + 0.1);
  let state: Trained = {
    parameters: tf.tensor2d([1, -2, 1, 0.5], [2, 2]),
    mean: tf.zeros([2, 2]),
    square: tf.zeros([2, 2]),
  };
  const p = [1, -2, 1, 0.5];
  const m = [0, 0, 0, 0];
  const v = [0, 0, 0, 0];
  for (let t = 1; t <= 100; t++) {
    const gradient = gradientAt(t);
    state = update(tf, optimizer, rate, t, tf.tensor2d(live, [2, 2]), state, tf.tensor2d(gradient, [2, 2]));
    for (const [i, slope] of gradient.entries()) {
      if (live[i] === 0) continue;
      if (optimizer === 'sgd') p[i] = (p[i] ?? 0) - rate * slope;
      if (optimizer === 'momentum') {
        m[i] = MOMENTUM * (m[i] ?? 0) + slope;
        p[i] = (p[i] ?? 0) - rate * (m[i] ?? 0);
      }
      if (optimizer === 'adam') {
        m[i] = ADAM.beta1 * (m[i] ?? 0) + (1 - ADAM.beta1) * slope;
        v[i] = ADAM.beta2 * (v[i] ?? 0) + (1 - ADAM.beta2) * slope ** 2;
        const mHat = (m[i] ?? 0) / (1 - ADAM.beta1 ** t);
        const vHat = (v[i] ?? 0) / (1 - ADAM.beta2 ** t);
        p[i] = (p[i] ?? 0) - (rate * mHat) / (Math.sqrt(vHat) + ADAM.epsilon);
      }
    }
  }
  expectClose(list(state.parameters), p, live);
  expect(list(state.parameters)[2]).toBe(1);
});
