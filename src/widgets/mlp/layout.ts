import { normalAt } from '#core/random/normal.ts';
import type { ActivationName, Feature, Recipe } from './settings.ts';

/**
 * Where the numbers of a network stand in its one parameter matrix.
 *
 * Column 0 of every layer's input is the constant 1, so that row 0 of a layer's block holds the biases. A block's own column 0
 * makes the next layer's 1 and is frozen. The output's weights are the last row, transposed. Blocks are as wide as the widest
 * layer; what lies beyond a layer's width stays 0.
 */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  /** First row and number of rows of each hidden layer's block. */
  readonly blocks: readonly { readonly from: number; readonly rows: number }[];
  readonly layers: readonly (readonly Neuron[])[];
  /** Trained numbers: weights and biases. */
  readonly count: number;
}

/** A neuron and where its numbers are. */
export interface Neuron {
  /** `1.2`: layer 1, neuron 2; `out` for the output. */
  readonly id: string;
  /** Index of the bias in the parameter matrix. */
  readonly bias: number;
  /** Name of what comes in and index of its weight. */
  readonly weights: readonly { readonly from: string; readonly index: number }[];
}

/** The layout of a network. */
export function layoutOf({ features, hidden }: Pick<Recipe, 'features' | 'hidden'>): Layout {
  const columns = hidden.length === 0 ? features.length + 1 : Math.max(...hidden) + 1;
  const blocks = hidden.map((_, i) => ({
    from: i === 0 ? 0 : features.length + 1 + (i - 1) * columns,
    rows: i === 0 ? features.length + 1 : columns,
  }));
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0) + 1;
  let sources: readonly string[] = features;
  const layers = blocks.map(({ from }, l) => {
    const neurons = Array.from({ length: hidden[l] ?? 0 }, (_, j) => ({
      id: `${l + 1}.${j + 1}`,
      bias: from * columns + j + 1,
      weights: sources.map((source, i) => ({ from: source, index: (from + i + 1) * columns + j + 1 })),
    }));
    sources = neurons.map(({ id }) => id);
    return neurons;
  });
  const last = (rows - 1) * columns;
  const out = { id: 'out', bias: last, weights: sources.map((from, i) => ({ from, index: last + i + 1 })) };
  const all = [...layers, [out]];
  return { rows, columns, blocks, layers: all, count: all.flat().reduce((sum, n) => sum + 1 + n.weights.length, 0) };
}

/** Indices of a network's trained numbers: every bias and weight, no frozen place. */
export function trainedIndices(network: Pick<Recipe, 'features' | 'hidden'>): readonly number[] {
  return layoutOf(network)
    .layers.flat()
    .flatMap(({ bias, weights }) => [bias, ...weights.map(({ index }) => index)]);
}

/** What a frozen column holds so that the activation gives exactly 1 in float32. */
function makesOne(activation: ActivationName): number {
  return activation === 'tanh' || activation === 'sigmoid' ? 20 : 1;
}

/**
 * The parameters a run starts from. Weights are normal with variance 2 / (in + out) (Glorot and Bengio 2010), biases 0; each
 * depends on seed, layer and its two ends alone, so that a wider network keeps the narrower one's numbers but for the scale.
 */
export function initialParameters(training: Recipe, seed: number): Float32Array {
  const { rows, columns, blocks, layers } = layoutOf(training);
  const parameters = new Float32Array(rows * columns);
  for (const { from } of blocks) parameters[from * columns] = makesOne(training.activation);
  for (const [l, neurons] of layers.entries())
    for (const [j, { weights }] of neurons.entries())
      for (const [i, { index }] of weights.entries())
        parameters[index] = normalAt(seed, 'mlp-weights', l, j, i) * Math.sqrt(2 / (weights.length + neurons.length));
  return parameters;
}

/** 1 where a number is trained and, with `biases`, or only if it is a weight; 0 elsewhere. */
export function maskOf(layout: Layout, biases: boolean): Float32Array {
  const mask = new Float32Array(layout.rows * layout.columns);
  for (const { bias, weights } of layout.layers.flat()) {
    if (biases) mask[bias] = 1;
    for (const { index } of weights) mask[index] = 1;
  }
  return mask;
}

/** The inputs of points: a constant 1 and the features, row by row. `points` holds x and y of each. */
export function featureRows(features: readonly Feature[], points: ArrayLike<number>): Float32Array {
  const wide = features.length + 1;
  const rows = new Float32Array((points.length / 2) * wide);
  for (let i = 0; i < points.length / 2; i++) {
    const [x, y] = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
    rows[i * wide] = 1;
    for (const [f, feature] of features.entries()) rows[i * wide + f + 1] = FORMULAS[feature](x, y);
  }
  return rows;
}

const FORMULAS: Readonly<Record<Feature, (x: number, y: number) => number>> = {
  x: (x) => x,
  y: (_, y) => y,
  xx: (x) => x * x,
  yy: (_, y) => y * y,
  xy: (x, y) => x * y,
  sx: (x) => Math.sin(x),
  sy: (_, y) => Math.sin(y),
};
