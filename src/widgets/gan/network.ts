import { normalAt } from '#core/random/normal.ts';
import type { Ops, Tensor } from '#tensor/model.ts';
import { type ActivationName, LEAK } from './settings.ts';

/**
 * A dense network as rows of one matrix.
 *
 * Inputs carry a 1 as last column. Each layer's matrix has its bias as last row and a last column, never trained, that
 * makes the next layer's constant. All layers stand one below the other; the output layer is stored transposed, so
 * every layer is a slice of rows and all gradients join on axis 0.
 */
export interface Shape {
  /** Inputs without the constant. */
  readonly inputs: number;
  readonly layers: number;
  readonly width: number;
  /** Rows of the output layer: 1 for a score; 3 for a point and its constant, the third of them never trained. */
  readonly outputs: 1 | 3;
  readonly activation: ActivationName;
}

/** A network's matrix: rows, columns. */
export function sizeOf({ inputs, layers, width, outputs }: Shape): readonly [number, number] {
  return [inputs + 1 + (layers - 1) * (width + 1) + outputs, width + 1];
}

/** Trained numbers, biases among them. */
export function countParameters(shape: Shape): number {
  return liveMask(shape).reduce((sum, live) => sum + live, 0);
}

const isOutputRow = (shape: Shape, row: number): boolean => row >= sizeOf(shape)[0] - shape.outputs;

/** 1 where a number is trained, 0 where it makes a constant. */
export function liveMask(shape: Shape): Float32Array {
  const [rows, columns] = sizeOf(shape);
  return Float32Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    if (isOutputRow(shape, row)) return row - rows + shape.outputs === 2 ? 0 : 1;
    return i % columns === columns - 1 ? 0 : 1;
  });
}

/** The never-trained numbers at their places, 0 elsewhere. */
export function constantsOf(shape: Shape): Float32Array {
  const [rows, columns] = sizeOf(shape);
  const matrix = new Float32Array(rows * columns);
  // tanh 20 is 1 in float32.
  const makesOne = shape.activation === 'tanh' ? 20 : 1;
  for (let layer = 0; layer < shape.layers; layer++) {
    const lastRow = shape.inputs + layer * columns;
    matrix[lastRow * columns + columns - 1] = makesOne;
  }
  if (shape.outputs === 3) matrix[rows * columns - 1] = 1;
  return matrix;
}

/** Weights of a fresh network: He's variance 2/n before a rectifier, 1/n otherwise; biases 0. */
export function drawWeights(shape: Shape, ...labels: readonly (string | number)[]): Float32Array {
  const [, columns] = sizeOf(shape);
  const live = liveMask(shape);
  return constantsOf(shape).map((constant, i) => {
    if (live[i] === 0) return constant;
    const row = Math.floor(i / columns);
    const output = isOutputRow(shape, row);
    const isBias = output ? i % columns === columns - 1 : row === shape.inputs || isHiddenBias(shape, row);
    if (isBias) return 0;
    const fanIn = output || row > shape.inputs ? shape.width : shape.inputs;
    const gain = output || shape.activation === 'tanh' ? 1 : 2;
    return normalAt('gan', ...labels, i) * Math.sqrt(gain / fanIn);
  });
}

function isHiddenBias(shape: Shape, row: number): boolean {
  return row > shape.inputs && (row - shape.inputs) % (shape.width + 1) === 0;
}

/** The matrix cut into layers, the transposed output layer last. */
export function cut(tf: Ops, shape: Shape, parameters: Tensor): Tensor[] {
  const [rows, columns] = sizeOf(shape);
  const parts: Tensor[] = [];
  let row = 0;
  for (let layer = 0; layer <= shape.layers; layer++) {
    const height = layer === 0 ? shape.inputs + 1 : layer === shape.layers ? rows - row : columns;
    parts.push(tf.slice(parameters, [row, 0], [height, columns]));
    row += height;
  }
  return parts;
}

/** A forward pass: what each layer gave, the input first, and the output. */
export interface Pass {
  readonly states: readonly Tensor[];
  readonly output: Tensor;
}

/** Runs rows [n, inputs + 1] through the layers of {@link cut}: output [n, outputs]. */
export function forward(tf: Ops, shape: Shape, layers: readonly Tensor[], rows: Tensor): Pass {
  const states = [rows];
  let state = rows;
  for (const layer of layers.slice(0, -1)) {
    const sum = tf.matMul(state, layer);
    state =
      shape.activation === 'tanh' ? tf.tanh(sum) : shape.activation === 'relu' ? tf.relu(sum) : tf.leakyRelu(sum, LEAK);
    states.push(state);
  }
  return { states, output: tf.matMul(state, lastOf(layers), false, true) };
}

/** f′ from f's own value. */
export function slopeAt(tf: Ops, { activation }: Shape, state: Tensor): Tensor {
  if (activation === 'tanh') return tf.sub(1, tf.square(state));
  return activation === 'relu' ? tf.step(state) : tf.step(state, LEAK);
}

/** A backward pass: gradients of all parameters, and of the input rows, each where asked for. */
export interface Gradients {
  readonly parameters: Tensor | null;
  readonly rows: Tensor | null;
}

/**
 * Backpropagation written out: from ∂L/∂output [n, outputs] to ∂L/∂parameters and ∂L/∂rows [n, inputs + 1].
 */
export function backward(
  tf: Ops,
  shape: Shape,
  layers: readonly Tensor[],
  { states }: Pass,
  atOutput: Tensor,
  want: { readonly parameters: boolean; readonly rows: boolean },
): Gradients {
  const parts: Tensor[] = [];
  if (want.parameters) parts.push(tf.matMul(atOutput, lastOf(states), true));
  let atState = tf.matMul(atOutput, lastOf(layers));
  for (let layer = shape.layers - 1; layer >= 0; layer--) {
    const matrix = layers[layer];
    const before = states[layer];
    const after = states[layer + 1];
    if (matrix === undefined || before === undefined || after === undefined) break;
    const atSum = tf.mul(atState, slopeAt(tf, shape, after));
    if (want.parameters) parts.unshift(tf.matMul(before, atSum, true));
    if (layer > 0 || want.rows) atState = tf.matMul(atSum, matrix, false, true);
  }
  return {
    parameters: want.parameters ? tf.concat(parts, 0) : null,
    rows: want.rows ? atState : null,
  };
}

/** The last of a list that has one. */
export function lastOf<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new RangeError('An empty list has no last item.');
  return last;
}
