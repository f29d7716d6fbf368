/** How far a window slides: the one place where the size of an output is computed. Whole numbers only. */

/** One side of a sliding window: side n of the input, window k, padding P a side, stride s, dilation d. */
export interface Slide {
  readonly n: number;
  readonly k: number;
  readonly padding: number;
  readonly stride: number;
  readonly dilation: number;
}

/** Cells from the first to the last that a window touches: d(k − 1) + 1. */
export function spanOf(k: number, dilation: number): number {
  return dilation * (k - 1) + 1;
}

/** ⌊(n + 2P − d(k − 1) − 1)/s⌋ + 1; below 1 where the window does not fit. P counts one side. */
export function outputSize({ n, k, padding, stride, dilation }: Slide): number {
  return Math.floor((n + 2 * padding - spanOf(k, dilation)) / stride) + 1;
}
