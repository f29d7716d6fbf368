/** Small dense networks, forwards and backwards, with every number kept: the worked examples of chapter 02. */
import { dRelu, dSigmoid, dTanh, relu, sigmoid, tanh } from './activations.ts';

/** A dense layer of m neurons on n inputs: `weights` is m × n, one row a neuron, `biases` has length m. */
export interface DenseLayer {
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly activation: 'identity' | 'relu' | 'sigmoid' | 'tanh';
}

/** Weighted sums z and outputs a of one layer, both of length m. */
export interface LayerPass {
  readonly z: readonly number[];
  readonly a: readonly number[];
}

/** What a layer must know to learn: δ = ∂L/∂z, of length m, and the gradients, in the shapes of its parameters. */
export interface LayerGradient {
  readonly delta: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

const VALUE = { identity: (z: number) => z, relu, sigmoid, tanh };
const SLOPE = { identity: () => 1, relu: dRelu, sigmoid: dSigmoid, tanh: dTanh };

/** The network of the section on backpropagation: two inputs, two ReLU neurons, one linear output. */
export const TWO_TWO_ONE: readonly DenseLayer[] = [
  {
    weights: [
      [1, 0.5],
      [2, -0.5],
    ],
    biases: [-1, 1],
    activation: 'relu',
  },
  { weights: [[2, -1]], biases: [3], activation: 'identity' },
];

/** Two sigmoid neurons in a row, weights 0.5 and 1, biases 0. */
export const SIGMOID_CHAIN: readonly DenseLayer[] = [
  { weights: [[0.5]], biases: [0], activation: 'sigmoid' },
  { weights: [[1]], biases: [0], activation: 'sigmoid' },
];

/** A ReLU neuron and a linear one in a row, in whole numbers. */
export const RELU_CHAIN: readonly DenseLayer[] = [
  { weights: [[1]], biases: [-1], activation: 'relu' },
  { weights: [[3]], biases: [0], activation: 'identity' },
];

/**
 * Forward pass, layer by layer, from input to output.
 *
 * @param x one number for each input of the first layer
 * @returns one pass a layer, in forward order
 */
export function forwardPass(layers: readonly DenseLayer[], x: readonly number[]): LayerPass[] {
  const passes: LayerPass[] = [];
  let input = x;
  for (const { weights, biases, activation } of layers) {
    const z = weights.map((row, j) => row.reduce((sum, w, i) => sum + w * (input[i] ?? 0), biases[j] ?? 0));
    const a = z.map(VALUE[activation]);
    passes.push({ z, a });
    input = a;
  }
  return passes;
}

/** Half the squared error of the outputs, ½ Σ (y − t)². */
export function halfSquaredError(layers: readonly DenseLayer[], x: readonly number[], t: readonly number[]): number {
  const y = forwardPass(layers, x).at(-1)?.a ?? [];
  return y.reduce((sum, v, i) => sum + (v - (t[i] ?? 0)) ** 2, 0) / 2;
}

/**
 * Gradients of half the squared error for one example, found backwards from the output.
 *
 * @param x one number for each input of the first layer
 * @param t one target for each neuron of the last
 * @returns one gradient a layer, in forward order
 */
export function backwardPass(
  layers: readonly DenseLayer[],
  x: readonly number[],
  t: readonly number[],
): LayerGradient[] {
  const passes = forwardPass(layers, x);
  const gradients: LayerGradient[] = [];
  let upstream = (passes.at(-1)?.a ?? []).map((y, i) => y - (t[i] ?? 0));
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l];
    const pass = passes[l];
    if (layer === undefined || pass === undefined) break;
    const input = passes[l - 1]?.a ?? x;
    const delta = pass.z.map((z, j) => (upstream[j] ?? 0) * SLOPE[layer.activation](z));
    gradients.unshift({ delta, weights: delta.map((d) => input.map((a) => d * a)), biases: delta });
    upstream = input.map((_, i) => layer.weights.reduce((sum, row, j) => sum + (row[i] ?? 0) * (delta[j] ?? 0), 0));
  }
  return gradients;
}

/** The layers after one step of gradient descent. */
export function descend(
  layers: readonly DenseLayer[],
  gradients: readonly LayerGradient[],
  rate: number,
): DenseLayer[] {
  return layers.map((layer, l) => ({
    ...layer,
    weights: layer.weights.map((row, j) => row.map((w, i) => w - rate * (gradients[l]?.weights[j]?.[i] ?? 0))),
    biases: layer.biases.map((b, j) => b - rate * (gradients[l]?.biases[j] ?? 0)),
  }));
}

/** Half the squared error after one step of gradient descent on the same example. */
export function lossAfterStep(
  layers: readonly DenseLayer[],
  x: readonly number[],
  t: readonly number[],
  rate: number,
): number {
  return halfSquaredError(descend(layers, backwardPass(layers, x, t), rate), x, t);
}

/** Updates in one pass over the data, ⌈samples / batch⌉: a last, smaller batch counts. */
export function stepsPerEpoch(samples: number, batch: number): number {
  return Math.ceil(samples / batch);
}
