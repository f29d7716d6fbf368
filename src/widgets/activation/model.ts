import type { Model, Ops, Tensor } from '#tensor/model.ts';
import { type Shape, TENSOR_FUNCTIONS } from './functions.ts';
import { drawLayer, FEATURES, SAMPLES, UNITS } from './layer-data.ts';
import { type ActivationState, type FunctionName, halfWidth, RANGES } from './state.ts';

/** Points of a curve; odd, so that 0 is one of them and a corner stays sharp. */
export const POINTS = 401;
/** A slope below this in size counts as saturated. */
export const SATURATED = 0.05;
/** Bars of the histogram of pre-activations: half a unit each from −6 to 6; the outer two take what lies beyond. */
export const BINS = 24;

/** Value and slope on the two sides of 0 and at it; equal numbers where nothing jumps. */
export interface AtZero {
  readonly left: number;
  readonly at: number;
  readonly right: number;
}

/** One function at the present settings. */
export interface CurveReading {
  readonly name: FunctionName;
  /** f and f′ at {@link ActivationFrame.xs}. */
  readonly values: readonly number[];
  readonly slopes: readonly number[];
  readonly valueAtZero: AtZero;
  readonly slopeAtZero: AtZero;
  /** f(x), f′(x), and f′(x + 2) for the prediction. */
  readonly value: number;
  readonly slope: number;
  readonly slopeAhead: number;
  /** Largest |f′| over −50 … 50. */
  readonly steepest: number;
  /** log₁₀ of the product of k equal slopes, k = 1 … 30: at the steepest place, and at x. −∞ for a product of 0. */
  readonly bestProducts: readonly number[];
  readonly productsAtX: readonly number[];
}

/** A unit of the layer over all samples. */
export interface UnitReading {
  /** Share of the samples at which |f′| is at least {@link SATURATED}. */
  readonly awake: number;
  /** Whether f′ is exactly 0 on every sample: no gradient ever reaches the unit. */
  readonly dead: boolean;
}

/** The layer under the first function. */
export interface LayerReading {
  /** Pre-activations per bar, from the left, and how many of them are saturated. */
  readonly bars: readonly number[];
  readonly saturatedBars: readonly number[];
  readonly saturatedLeft: number;
  readonly saturatedRight: number;
  /** Pre-activations with a slope of exactly 0. */
  readonly flat: number;
  readonly units: readonly UnitReading[];
  readonly dead: number;
  /** Dead units if every bias were 2 lower, for the prediction. */
  readonly deadBelow: number;
}

/** Everything the view draws, for one state. */
export interface ActivationFrame {
  readonly state: ActivationState;
  /** {@link POINTS} places from −w to w. */
  readonly xs: readonly number[];
  readonly curves: readonly CurveReading[];
  /** 2σ(2x) − 1, the road from sigmoid to tanh. */
  readonly tanhBySigmoid: number;
  readonly layer: LayerReading;
}

const list = (tensor: Tensor): number[] => Array.from(tensor.dataSync());
const number = (tensor: Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
const count = (tf: Ops, yes: Tensor): number => number(tf.sum(tf.cast(yes, 'float32')));

/** Largest |f′| over −50 … 50, on a grid fine enough for six digits. */
function findSteepest(tf: Ops, name: FunctionName, shape: Shape): number {
  const grid = tf.concat([tf.mul(tf.range(-2000, 2001), 0.025), tf.mul(tf.range(-3200, 3201), 0.0025)]);
  return number(tf.max(tf.abs(TENSOR_FUNCTIONS[name].slope(tf, grid, shape))));
}

function readCurve(tf: Ops, name: FunctionName, state: ActivationState, xs: Tensor, steepest: number): CurveReading {
  const { value, slope } = TENSOR_FUNCTIONS[name];
  const shape: Shape = state;
  const near = tf.tensor1d([-1e-6, 0, 1e-6]);
  const places = tf.tensor1d([state.x, state.x + 2]);
  const [vl = 0, v0 = 0, vr = 0] = list(value(tf, near, shape));
  const [sl = 0, s0 = 0, sr = 0] = list(slope(tf, near, shape));
  const [v = 0] = list(value(tf, places, shape));
  const [s = 0, ahead = 0] = list(slope(tf, places, shape));
  const layers = tf.range(1, RANGES.depth.max + 1);
  const products = (size: number): number[] => list(tf.mul(layers, tf.div(tf.log(tf.scalar(size)), Math.LN10)));
  return {
    name,
    values: list(value(tf, xs, shape)),
    slopes: list(slope(tf, xs, shape)),
    valueAtZero: { left: vl, at: v0, right: vr },
    slopeAtZero: { left: sl, at: s0, right: sr },
    value: v,
    slope: s,
    slopeAhead: ahead,
    steepest,
    bestProducts: products(steepest),
    productsAtX: products(Math.abs(s)),
  };
}

function readLayer(tf: Ops, name: FunctionName, state: ActivationState): LayerReading {
  const { inputs, weights } = drawLayer(state.seed);
  const { slope } = TENSOR_FUNCTIONS[name];
  const x = tf.tensor2d([...inputs], [SAMPLES, FEATURES]);
  const w = tf.mul(tf.tensor2d([...weights], [FEATURES, UNITS]), state.spread);
  const product = tf.matMul(x, w);
  const z = tf.add(product, state.shift);
  const size = tf.abs(slope(tf, z, state));
  const saturated = tf.less(size, SATURATED);
  const deadUnits = (sizes: Tensor): Tensor => tf.equal(tf.max(sizes, 0), 0);
  const awake = list(tf.mean(tf.cast(tf.greaterEqual(size, SATURATED), 'float32'), 0));
  const dead = list(deadUnits(size));
  // Truncation is the floor of what is positive; the outer bars take what lies beyond.
  const bar = tf.cast(tf.clipByValue(tf.mul(tf.add(z, BINS / 4), 2), 0, BINS - 0.5), 'int32');
  const inBar = tf.oneHot(tf.reshape(bar, [-1]), BINS);
  const bars = (weight: Tensor): number[] => list(tf.matMul(tf.reshape(weight, [1, -1]), tf.cast(inBar, 'float32')));
  return {
    bars: bars(tf.ones([1, SAMPLES * UNITS])),
    saturatedBars: bars(tf.cast(saturated, 'float32')),
    saturatedLeft: count(tf, tf.logicalAnd(saturated, tf.less(z, 0))),
    saturatedRight: count(tf, tf.logicalAnd(saturated, tf.greaterEqual(z, 0))),
    flat: count(tf, tf.equal(size, 0)),
    units: awake.map((share, i) => ({ awake: share, dead: dead[i] === 1 })),
    dead: count(tf, tf.cast(deadUnits(size), 'bool')),
    deadBelow: count(tf, deadUnits(tf.abs(slope(tf, tf.add(z, -2), state)))),
  };
}

/**
 * Reads the chosen functions at a state. Stateless: the same state gives the same frame, bit for bit.
 *
 * cpu, since everything is small: a frame of three functions takes 2.1–2.7 ms on it and 2.1–2.8 ms on wasm (Node 24, warm),
 * and wasm would cost a reader 14 KB more script and 137 KB of WebAssembly.
 */
export const model: Model<ActivationState, ActivationFrame> = {
  backend: 'cpu',
  open(tf) {
    const steepest = new Map<string, number>();
    const steepestOf = (name: FunctionName, shape: Shape): number => {
      const key = `${name} ${shape.alpha} ${shape.beta}`;
      const known = steepest.get(key) ?? findSteepest(tf, name, shape);
      steepest.set(key, known);
      return known;
    };
    return {
      *answer(state) {
        const half = halfWidth(state.x);
        // Whole numbers times a step: 0 is exactly 0, where `linspace` adds up rounding.
        const readXs = (): Tensor => tf.mul(tf.range(-(POINTS - 1) / 2, (POINTS + 1) / 2), (2 * half) / (POINTS - 1));
        const curves: CurveReading[] = [];
        for (const name of state.functions) {
          curves.push(inTidy(tf, () => readCurve(tf, name, state, readXs(), steepestOf(name, state))));
          yield undefined;
        }
        return inTidy(tf, () => ({
          state,
          xs: list(readXs()),
          curves,
          tanhBySigmoid: number(tf.sub(tf.mul(tf.sigmoid(tf.mul(tf.scalar(state.x), 2)), 2), 1)),
          layer: readLayer(tf, state.functions[0] ?? 'sigmoid', state),
        }));
      },
      dispose() {
        steepest.clear();
      },
    };
  },
};

/** `tf.tidy` for work that ends in plain numbers. */
function inTidy<Reading extends object>(tf: Ops, work: () => Reading): Reading {
  let reading: Reading | null = null;
  tf.tidy(() => {
    reading = work();
  });
  if (reading === null) throw new Error('tf.tidy did not run its function.');
  return reading;
}
