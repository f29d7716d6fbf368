/** Convolution and pooling on small grids of numbers: what a layer puts out, how large it is and how much it learns. */

import { outputSize } from './sliding-window.ts';

/** A grid of numbers, row by row; every row has the same length. */
export type Grid = readonly (readonly number[])[];

/** How a window walks: `stride` cells a step, `padding` rings of zeros round the picture (per side), `bias` added to each result. */
export interface ConvOptions {
  readonly stride?: number;
  readonly padding?: number;
  readonly bias?: number;
}

/**
 * Side length of what a k×k window leaves of an n×n picture: ⌊(n + 2P − k) / S⌋ + 1, with P zeros on each side.
 *
 * @param n side of the picture
 * @param k side of the window, at most n + 2P
 * @returns the side, e.g. convSize(224, 7, 3, 2) → 112
 */
export function convSize(n: number, k: number, padding = 0, stride = 1): number {
  return outputSize({ n, k, padding, stride, dilation: 1 });
}

/** Parameters of a convolution layer, one bias a kernel: (k²·C_in + 1)·C_out. The size of the picture is not in it. */
export function convParameters(k: number, channelsIn: number, channelsOut: number): number {
  return (k * k * channelsIn + 1) * channelsOut;
}

/** Side of the patch of the picture that one cell sees after `layers` convolutions k×k of stride 1: layers·(k − 1) + 1. */
export function receptiveField(layers: number, k = 3): number {
  return layers * (k - 1) + 1;
}

function cell(grid: Grid, row: number, column: number): number {
  return grid[row]?.[column] ?? 0;
}

function width(grid: Grid): number {
  return grid[0]?.length ?? 0;
}

function build(rows: number, columns: number, at: (row: number, column: number) => number): number[][] {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(r, c)));
}

/**
 * Slides the kernel, not flipped, over a grid: each result is the sum of the products under the kernel, plus the bias.
 *
 * @param grid h × w
 * @param kernel k × l, no larger than the grid with its padding
 * @returns ⌊(h + 2P − k) / S⌋ + 1 rows of ⌊(w + 2P − l) / S⌋ + 1
 */
export function convolve(
  grid: Grid,
  kernel: Grid,
  { stride = 1, padding = 0, bias = 0 }: ConvOptions = {},
): number[][] {
  const rows = convSize(grid.length, kernel.length, padding, stride);
  const columns = convSize(width(grid), width(kernel), padding, stride);
  return build(rows, columns, (r, c) => {
    let sum = bias;
    for (const [i, line] of kernel.entries())
      for (const [j, weight] of line.entries())
        sum += weight * cell(grid, r * stride - padding + i, c * stride - padding + j);
    return sum;
  });
}

/** The kernel turned by half a turn: what a mathematician's convolution slides. */
export function flipped(kernel: Grid): number[][] {
  return kernel.map((row) => [...row].reverse()).reverse();
}

/** Every negative number of a grid becomes 0. */
export function reluGrid(grid: Grid): number[][] {
  return grid.map((row) => row.map((value) => Math.max(0, value)));
}

/**
 * The largest or the mean number of every k×k window; no padding, the window's own side as stride unless another is given.
 *
 * @param grid h × w, each at least k
 * @returns ⌊(h − k) / S⌋ + 1 rows of ⌊(w − k) / S⌋ + 1
 */
export function pool(grid: Grid, kind: 'max' | 'average', k = 2, stride = k): number[][] {
  return build(convSize(grid.length, k, 0, stride), convSize(width(grid), k, 0, stride), (r, c) => {
    const window = build(k, k, (i, j) => cell(grid, r * stride + i, c * stride + j)).flat();
    return kind === 'max' ? Math.max(...window) : window.reduce((sum, value) => sum + value, 0) / window.length;
  });
}

/** The grid moved down and to the right by whole cells; zeros come in, what leaves is lost. */
export function shifted(grid: Grid, down: number, right: number): number[][] {
  return build(grid.length, width(grid), (r, c) => cell(grid, r - down, c - right));
}

/** Mean of all cells: what global average pooling keeps of a channel. */
export function gridMean(grid: Grid): number {
  const all = grid.flat();
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}
