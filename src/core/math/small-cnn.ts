/**
 * The network that sections 01 to 06 of the chapter follow: a 6×6 picture of a 7, two 3×3 kernels, ReLU, 2×2 max pooling,
 * eight numbers in a row, three classes, softmax. Its 47 weights were set by hand so that every number is a small integer.
 */
import { convolve, type Grid, pool, reluGrid } from '#core/math/convolution.ts';
import { softmax } from '#core/math/networks.ts';

/** A 7: ink is 1, paper 0 (grey values 255 and 0, divided by 255). */
export const SEVEN: Grid = [
  [0, 0, 0, 0, 0, 0],
  [0, 1, 1, 1, 1, 0],
  [0, 0, 0, 0, 1, 0],
  [0, 0, 0, 1, 0, 0],
  [0, 0, 0, 1, 0, 0],
  [0, 0, 0, 0, 0, 0],
];

/** Answers with a positive number where ink on the left gives way to paper on the right. */
export const KERNEL_A: Grid = [
  [1, 0, -1],
  [1, 0, -1],
  [1, 0, -1],
];

/** Answers with a positive number where ink above gives way to paper below. */
export const KERNEL_B: Grid = [
  [1, 1, 1],
  [0, 0, 0],
  [-1, -1, -1],
];

/** Biases of the two kernels, in their order. */
export const KERNEL_BIASES: readonly number[] = [0, -1];

/** What the three outputs stand for. */
export const CLASSES: readonly string[] = ['7', '1', 'L'];

/** Row i holds what input i of the dense layer adds to each class; the inputs run by row, column, channel. */
export const DENSE_WEIGHTS: Grid = [
  [0, 0, 1],
  [1, -1, 0],
  [0, 1, 0],
  [1, -1, 0],
  [0, 0, 1],
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
];

/** Biases of the three classes. */
export const DENSE_BIASES: readonly number[] = [1, -1, 0];

/** Everything the network computes on the way, stage by stage. */
export interface SmallCnnRun {
  /** Sums under the kernels, before the bias, one 4×4 grid a kernel. */
  readonly sums: readonly number[][][];
  /** The two feature maps after bias and ReLU. */
  readonly maps: readonly number[][][];
  /** After 2×2 max pooling. */
  readonly pooled: readonly number[][][];
  /** The eight numbers in the order row, column, channel. */
  readonly flat: readonly number[];
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
}

/** Sends a 6×6 picture through the small network. */
export function smallCnn(picture: Grid = SEVEN): SmallCnnRun {
  const kernels = [KERNEL_A, KERNEL_B];
  const sums = kernels.map((kernel) => convolve(picture, kernel));
  const maps = kernels.map((kernel, i) => reluGrid(convolve(picture, kernel, { bias: KERNEL_BIASES[i] ?? 0 })));
  const pooled = maps.map((map) => pool(map, 'max'));
  const flat = [0, 1].flatMap((r) => [0, 1].flatMap((c) => pooled.map((channel) => channel[r]?.[c] ?? 0)));
  const logits = DENSE_BIASES.map((bias, j) =>
    flat.reduce((sum, value, i) => sum + value * (DENSE_WEIGHTS[i]?.[j] ?? 0), bias),
  );
  return { sums, maps, pooled, flat, logits, probabilities: softmax(logits) };
}
