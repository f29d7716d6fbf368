import type { Ops, Tensor } from '#tensor/model.ts';
import { type Distribution, drawPoints, HALF } from './distributions.ts';

/** Bins a side of the window; what lies outside it is one bin more. */
export const BINS = 12;
/** Points a measurement takes from the generator. */
export const SAMPLE = 256;
/** Real points behind the reference histogram: enough for its own noise to vanish. */
const REFERENCE = 8192;
/** Real samples behind the noise floor and the bounds of balance. */
export const FLOORS = 20;
/** How often the furthest of their distances a generator in balance may have: they are drawn from the data, G's points are not. */
const NEAR = 2;
/** A mode counts as covered from this share of the points it would get fairly. */
export const COVERED = 0.2;

/** How far generated points are from the data. */
export interface Distances {
  /** Jensen–Shannon divergence of the histograms, outside bin included, in nats: 0 … ln 2. */
  readonly js: number;
  /** Energy distance 2E‖X−Y‖ − E‖X−X′‖ − E‖Y−Y′‖ of the points themselves: 0 for equal distributions. */
  readonly energy: number;
}

/** What is measured of a sample. */
export interface Measures extends Distances {
  /** Good points at each mode. */
  readonly modes: readonly number[];
  /** Modes with at least {@link COVERED} of their fair share. */
  readonly covered: number;
  /** Share of points within 3σ of the data's support. */
  readonly good: number;
  /** Mean distance between two points of the sample over that between two real ones. */
  readonly spread: number;
}

/** The data a generator is measured against: made once a task, `dispose` frees it. */
export interface Yardstick {
  /** Measures {@link SAMPLE} points, [n, 2 or more]; columns 0 and 1 count. */
  measure(points: Tensor): Measures;
  /** What the same measures say about real points on average: the best a generator can get. */
  readonly floor: Distances;
  /** The furthest that counts as in balance: {@link NEAR} times the largest of each distance among {@link FLOORS} real samples. */
  readonly near: Distances;
  readonly modeCount: number;
  /** Real points of the view, x, y, 1 each, and their tensor. */
  readonly real: Float32Array;
  readonly realRows: Tensor;
  dispose(): void;
}

/**
 * Masses of points in the window's {@link BINS}² bins and, last, outside: they sum to 1.
 *
 * A bin holds its upper edge. Counting is one product of two tables of zeros and ones.
 */
export function histogram(tf: Ops, points: Tensor): Tensor {
  const count = points.shape[0] ?? 1;
  const edges = tf.tensor2d(
    Array.from({ length: BINS + 1 }, (_, i) => -HALF + (2 * HALF * i) / BINS),
    [1, BINS + 1],
  );
  const inBins = (column: number): Tensor => {
    const above = tf.step(tf.sub(tf.slice(points, [0, column], [count, 1]), edges));
    return tf.sub(tf.slice(above, [0, 0], [count, BINS]), tf.slice(above, [0, 1], [count, BINS]));
  };
  const inside = tf.mul(tf.reshape(tf.matMul(inBins(0), inBins(1), true), [BINS * BINS]), 1 / count);
  return tf.concat([inside, tf.reshape(tf.sub(1, tf.sum(inside)), [1])]);
}

/** Jensen–Shannon divergence of two lists of masses, in nats, as H(m) − ½H(p) − ½H(q) with m = (p + q)/2. */
export function jensenShannon(tf: Ops, p: Tensor, q: Tensor): Tensor {
  const entropy = (masses: Tensor): Tensor => tf.neg(tf.sum(tf.mul(masses, tf.log(tf.maximum(masses, 1e-30)))));
  const apart = tf.sub(entropy(tf.mul(tf.add(p, q), 0.5)), tf.mul(tf.add(entropy(p), entropy(q)), 0.5));
  return tf.maximum(apart, 0);
}

/** Mean distance between the points of two samples, every pair; row by row, since one float32 sum of all would drift. */
export function meanDistance(tf: Ops, a: Tensor, b: Tensor): Tensor {
  return tf.mean(tf.mean(tf.sqrt(squaredDistances(tf, a, b)), 1));
}

function squaredDistances(tf: Ops, a: Tensor, b: Tensor): Tensor {
  const along = (column: number): Tensor => {
    const across = tf.reshape(tf.slice(b, [0, column], [b.shape[0] ?? 1, 1]), [1, -1]);
    return tf.square(tf.sub(tf.slice(a, [0, column], [a.shape[0] ?? 1, 1]), across));
  };
  return tf.add(along(0), along(1));
}

const number = (tensor: Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
const list = (tensor: Tensor): number[] => Array.from(tensor.dataSync());

/** Prepares everything about a task's data that no generator changes. */
export function makeYardstick(tf: Ops, data: Distribution, seed: number): Yardstick {
  const rows = (count: number, ...labels: readonly (string | number)[]): Tensor =>
    tf.tensor2d(drawPoints(data, count, seed, ...labels), [count, 3]);
  const kept: Tensor[] = [];
  const keep = (tensor: Tensor): Tensor => {
    kept.push(tf.keep(tensor));
    return tensor;
  };
  const real = drawPoints(data, SAMPLE, seed, 'view-data');
  let floor: Distances = { js: 0, energy: 0 };
  let near = floor;
  const points = (flat: readonly number[]): Tensor => keep(tf.tensor2d([...flat], [flat.length / 2, 2]));
  const realRows = keep(tf.tensor2d(real, [SAMPLE, 3]));
  let reference = realRows;
  let ownDistance = 0;
  tf.tidy(() => {
    reference = keep(histogram(tf, rows(REFERENCE, 'reference')));
    ownDistance = number(meanDistance(tf, realRows, realRows));
    const others = Array.from({ length: FLOORS }, (_, i): Distances => {
      const other = rows(SAMPLE, 'floor', i);
      return {
        js: number(jensenShannon(tf, reference, histogram(tf, other))),
        energy: energyOf(
          number(meanDistance(tf, realRows, other)),
          ownDistance,
          number(meanDistance(tf, other, other)),
        ),
      };
    });
    const mean = (of: (distances: Distances) => number): number =>
      others.reduce((sum, each) => sum + of(each), 0) / FLOORS;
    floor = { js: mean(({ js }) => js), energy: mean(({ energy }) => energy) };
    near = {
      js: NEAR * Math.max(...others.map(({ js }) => js)),
      energy: NEAR * Math.max(...others.map(({ energy }) => energy)),
    };
  });
  const modes = points(data.modes);
  const support = points(data.support);
  const reach = (3 * data.sigma) ** 2;
  const modeCount = data.modes.length / 2;
  return {
    measure(sample) {
      let measures: Measures | null = null;
      tf.tidy(() => {
        const good = tf.cast(tf.lessEqual(tf.min(squaredDistances(tf, sample, support), 1, true), reach), 'float32');
        const apart = squaredDistances(tf, sample, modes);
        const nearest = tf.cast(tf.lessEqual(apart, tf.min(apart, 1, true)), 'float32');
        const counts = list(tf.sum(tf.mul(nearest, good), 0));
        const within = number(meanDistance(tf, sample, sample));
        const enough = Math.max(1, (COVERED * SAMPLE) / modeCount);
        measures = {
          js: number(jensenShannon(tf, reference, histogram(tf, sample))),
          energy: energyOf(number(meanDistance(tf, realRows, sample)), ownDistance, within),
          modes: counts,
          covered: counts.filter((count) => count >= enough).length,
          good: number(tf.mean(good)),
          spread: within / ownDistance,
        };
      });
      if (measures === null) throw new Error('tf.tidy did not run its function.');
      return measures;
    },
    floor,
    near,
    modeCount,
    real,
    realRows,
    dispose() {
      for (const tensor of kept) tensor.dispose();
    },
  };
}

/** The energy distance of two samples from their mean distances; rounding may not make it negative. */
function energyOf(across: number, withinA: number, withinB: number): number {
  return Math.max(0, 2 * across - withinA - withinB);
}
