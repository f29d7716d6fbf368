/** Plain f64: networks with weights and biases apart, losses by their formulas, distances point by point. */
import { type Shape, sizeOf } from '#widgets/gan/network.ts';
import { CLIP, LEAK, type LossName, PENALTY } from '#widgets/gan/settings.ts';

export type Rows = readonly (readonly number[])[];

/** A layer as a reader writes it: weights[in][out], biases[out]. */
interface Layer {
  readonly weights: number[][];
  readonly biases: number[];
}

/** Takes the one-matrix layout apart. */
export function unpack(shape: Shape, matrix: ArrayLike<number>): Layer[] {
  const [rows, columns] = sizeOf(shape);
  const cell = (row: number, column: number): number => matrix[row * columns + column] ?? Number.NaN;
  const layers: Layer[] = [];
  let row = 0;
  for (let layer = 0; layer < shape.layers; layer++) {
    const fanIn = layer === 0 ? shape.inputs : shape.width;
    const start = row;
    layers.push({
      weights: Array.from({ length: fanIn }, (_, i) =>
        Array.from({ length: shape.width }, (_, j) => cell(start + i, j)),
      ),
      biases: Array.from({ length: shape.width }, (_, j) => cell(start + fanIn, j)),
    });
    row += fanIn + 1;
  }
  const outputs = shape.outputs === 3 ? 2 : 1;
  layers.push({
    weights: Array.from({ length: shape.width }, (_, i) =>
      Array.from({ length: outputs }, (_, j) => cell(rows - shape.outputs + j, i)),
    ),
    biases: Array.from({ length: outputs }, (_, j) => cell(rows - shape.outputs + j, shape.width)),
  });
  return layers;
}

const act = (name: Shape['activation'], a: number): number =>
  name === 'tanh' ? Math.tanh(a) : a > 0 ? a : name === 'relu' ? 0 : LEAK * a;
const slope = (name: Shape['activation'], a: number): number =>
  name === 'tanh' ? 1 - Math.tanh(a) ** 2 : a > 0 ? 1 : name === 'relu' ? 0 : LEAK;

/** Output of one row. */
export function run(shape: Shape, layers: readonly Layer[], row: readonly number[]): number[] {
  let state = [...row];
  for (const [i, { weights, biases }] of layers.entries()) {
    const sums = biases.map((bias, j) => state.reduce((sum, x, k) => sum + x * (weights[k]?.[j] ?? 0), bias));
    state = i < layers.length - 1 ? sums.map((a) => act(shape.activation, a)) : sums;
  }
  return state;
}

/** ∂score/∂x of one point, by the chain rule. */
export function inputGradient(shape: Shape, layers: readonly Layer[], row: readonly number[]): number[] {
  const sums: number[][] = [];
  let state = [...row];
  for (const { weights, biases } of layers.slice(0, -1)) {
    const a = biases.map((bias, j) => state.reduce((sum, x, k) => sum + x * (weights[k]?.[j] ?? 0), bias));
    sums.push(a);
    state = a.map((each) => act(shape.activation, each));
  }
  let back = (layers.at(-1)?.weights ?? []).map(([w = 0]) => w);
  for (let i = layers.length - 2; i >= 0; i--) {
    const u = back.map((v, j) => v * slope(shape.activation, sums[i]?.[j] ?? 0));
    back = (layers[i]?.weights ?? []).map((row) => row.reduce((sum, w, j) => sum + w * (u[j] ?? 0), 0));
  }
  return back;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const softplus = (s: number): number => Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));

export const LOSS_D: Readonly<Record<LossName, (real: number[], fake: number[]) => number>> = {
  ns: (real, fake) => mean(real.map((s) => softplus(-s))) + mean(fake.map(softplus)),
  minimax: (real, fake) => mean(real.map((s) => softplus(-s))) + mean(fake.map(softplus)),
  ls: (real, fake) => (mean(real.map((s) => (s - 1) ** 2)) + mean(fake.map((s) => s * s))) / 2,
  hinge: (real, fake) => mean(real.map((s) => Math.max(0, 1 - s))) + mean(fake.map((s) => Math.max(0, 1 + s))),
  clip: (real, fake) => mean(fake) - mean(real),
  gp: (real, fake) => mean(fake) - mean(real),
};

export const LOSS_G: Readonly<Record<LossName, (fake: number[]) => number>> = {
  ns: (fake) => mean(fake.map((s) => softplus(-s))),
  minimax: (fake) => -mean(fake.map(softplus)),
  ls: (fake) => mean(fake.map((s) => (s - 1) ** 2)) / 2,
  hinge: (fake) => -mean(fake),
  clip: (fake) => -mean(fake),
  gp: (fake) => -mean(fake),
};

/** λ·E(‖∇s(x)‖ − 1)². */
export function penalty(shape: Shape, matrix: ArrayLike<number>, points: Rows): number {
  const layers = unpack(shape, matrix);
  return PENALTY * mean(points.map((point) => (Math.hypot(...inputGradient(shape, layers, point)) - 1) ** 2));
}

/** Central differences of a function of a matrix, at the places where `live` is 1. */
export function differences(
  matrix: Float64Array,
  live: ArrayLike<number>,
  of: (matrix: Float64Array) => number,
  h = 1e-6,
): number[] {
  return Array.from(matrix, (value, i) => {
    if (live[i] === 0) return 0;
    const at = (moved: number): number => {
      const copy = Float64Array.from(matrix);
      copy[i] = moved;
      return of(copy);
    };
    return (at(value + h) - at(value - h)) / (2 * h);
  });
}

/** Clips as the trainer should. */
export const clip = (value: number): number => Math.min(CLIP, Math.max(-CLIP, value));

/** Mean distance over all pairs. */
export function meanDistance(a: Rows, b: Rows): number {
  return mean(a.map(([x = 0, y = 0]) => mean(b.map(([u = 0, v = 0]) => Math.hypot(x - u, y - v)))));
}

/** Jensen–Shannon divergence in nats, by its definition. */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const term = (a: number, m: number): number => (a === 0 ? 0 : a * Math.log(a / m));
  return p.reduce((sum, a, i) => {
    const b = q[i] ?? 0;
    return sum + (term(a, (a + b) / 2) + term(b, (a + b) / 2)) / 2;
  }, 0);
}

/** Masses of bins of [−1.5, 1.5]², upper edges in, and of the outside. */
export function histogram(points: Rows, bins: number): number[] {
  const masses = new Array<number>(bins * bins + 1).fill(0);
  const edges = Array.from({ length: bins + 1 }, (_, i) => Math.fround(-1.5 + (3 * i) / bins));
  const bin = (value: number): number =>
    edges.findIndex((edge, i) => value > edge && value <= (edges[i + 1] ?? Number.NaN));
  for (const [x = 0, y = 0] of points) {
    const [i, j] = [bin(x), bin(y)];
    const at = i < 0 || j < 0 ? bins * bins : i * bins + j;
    masses[at] = (masses[at] ?? 0) + 1 / points.length;
  }
  return masses;
}
