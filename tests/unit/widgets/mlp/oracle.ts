/** The network again in double precision, loop by loop, with no tensor: what the widget is tested against. */
import type { ActivationName, LossName, Recipe } from '#widgets/mlp/settings.ts';

/** Weights and biases of a layer, a row a neuron. */
export interface Layer {
  weights: number[][];
  biases: number[];
}

const ACT: Readonly<Record<ActivationName, readonly [(z: number) => number, (z: number) => number]>> = {
  tanh: [Math.tanh, (z) => 1 - Math.tanh(z) ** 2],
  relu: [(z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
  sigmoid: [(z) => 1 / (1 + Math.exp(-z)), (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2],
  linear: [(z) => z, () => 1],
};
const LOSS: Readonly<Record<LossName, readonly [(z: number, t: number) => number, (z: number, t: number) => number]>> =
  {
    square: [(z, t) => 0.5 * (Math.tanh(z) - t) ** 2, (z, t) => (Math.tanh(z) - t) * (1 - Math.tanh(z) ** 2)],
    log: [(z, t) => Math.log1p(Math.exp(-t * z)), (z, t) => -t / (1 + Math.exp(t * z))],
  };

/** The inputs a network reads, from a place. */
export const INPUTS = {
  x: (x: number) => x,
  y: (_x: number, y: number) => y,
  xx: (x: number) => x * x,
  yy: (_x: number, y: number) => y * y,
  xy: (x: number, y: number) => x * y,
  sx: (x: number) => Math.sin(x),
  sy: (_x: number, y: number) => Math.sin(y),
};

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);

/** All pre-activations, layer by layer. */
function forward(layers: readonly Layer[], activation: ActivationName, input: readonly number[]): number[][] {
  const zs: number[][] = [];
  let a = input;
  for (const { weights, biases } of layers) {
    const below = a;
    const z = weights.map((row, j) => dot(row, below) + (biases[j] ?? 0));
    zs.push(z);
    a = z.map(ACT[activation][0]);
  }
  return zs;
}

/** What every neuron gives to an input, layer by layer. */
export function activationsOf(
  layers: readonly Layer[],
  activation: ActivationName,
  input: readonly number[],
): number[][] {
  return forward(layers, activation, input).map((zs) => zs.map(ACT[activation][0]));
}

/** Mean loss over samples. */
export function lossOf(
  layers: readonly Layer[],
  recipe: Recipe,
  inputs: readonly number[][],
  targets: readonly number[],
): number {
  const losses = inputs.map((input, i) =>
    LOSS[recipe.loss][0](forward(layers, recipe.activation, input).at(-1)?.[0] ?? 0, targets[i] ?? 0),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Gradient of the mean loss by back-propagation. */
export function gradientOf(
  layers: readonly Layer[],
  recipe: Recipe,
  inputs: readonly number[][],
  targets: readonly number[],
): Layer[] {
  const sums = layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
  const [f, slope] = ACT[recipe.activation];
  for (const [n, input] of inputs.entries()) {
    const zs = forward(layers, recipe.activation, input);
    let delta = [LOSS[recipe.loss][1](zs.at(-1)?.[0] ?? 0, targets[n] ?? 0)];
    for (let l = layers.length - 1; l >= 0; l--) {
      const below = l === 0 ? input : (zs[l - 1] ?? []).map(f);
      for (const [j, d] of delta.entries()) {
        const sum = sums[l];
        if (sum === undefined) continue;
        sum.biases[j] = (sum.biases[j] ?? 0) + d / inputs.length;
        const row = sum.weights[j] ?? [];
        for (const [i, a] of below.entries()) row[i] = (row[i] ?? 0) + (d * a) / inputs.length;
      }
      const here = delta;
      if (l > 0)
        delta = (zs[l - 1] ?? []).map(
          (z, i) => slope(z) * here.reduce((s, d, j) => s + d * (layers[l]?.weights[j]?.[i] ?? 0), 0),
        );
    }
  }
  return sums;
}

/** Every parameter of the layers, biases first in each, as one list; and back. */
export const flatten = (layers: readonly Layer[]): number[] =>
  layers.flatMap(({ weights, biases }) => [...biases, ...weights.flat()]);

export function unflatten(like: readonly Layer[], values: readonly number[]): Layer[] {
  let at = 0;
  const take = (): number => values[at++] ?? 0;
  return like.map(({ weights, biases }) => ({
    biases: biases.map(take),
    weights: weights.map((row) => row.map(take)),
  }));
}
