import { hashLabels } from '#core/random/hash.ts';
import { normalAt } from '#core/random/normal.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { stream } from '#core/random/stream.ts';
import type { OwnPoint } from './own-points.ts';

/** What the network is to tell apart. */
export const DATA_NAMES = ['circle', 'xor', 'gauss', 'spiral', 'own'] as const;
/** A set of points. */
export type DataName = (typeof DATA_NAMES)[number];

/** The plane shows −6 … 6 both ways. */
export const HALF = 6;
/** Cells of a map's side in play. */
export const COARSE = 20;
/** Cells of a map’s side at rest. */
export const FINE = 40;
/** Points of a set that is made, training and test together. */
export const POINTS = 500;

/** Points of a task: places and targets +1 or −1, those to train on and those to test with. */
export interface Samples {
  /** x and y of each point. */
  readonly places: Float32Array;
  readonly targets: Float32Array;
}

/** What a data set is made from. */
export interface Task {
  readonly seed: number;
  readonly data: DataName;
  /** How far points stray, 0 … 0.5. */
  readonly noise: number;
  /** Percent of the points that train, 10 … 100. */
  readonly share: number;
  readonly own: readonly OwnPoint[];
}

type Labelled = readonly [x: number, y: number, target: number];

/** A number in [0, 1) that depends on its labels alone. */
function uniformAt(...labels: readonly (string | number)[]): number {
  return hashLabels(...labels).hi / 0x1_0000_0000;
}

/** Point i of a set, before noise: shapes and sizes as in TensorFlow Playground (tensorflow/playground, dataset.ts). */
function pointAt(data: Exclude<DataName, 'own'>, seed: number, i: number): Labelled {
  const target = i % 2 === 0 ? 1 : -1;
  const u = uniformAt(seed, 'mlp-data', data, i, 'u');
  const v = uniformAt(seed, 'mlp-data', data, i, 'v');
  switch (data) {
    case 'circle': {
      const radius = target > 0 ? 2.5 * u : 3.5 + 1.5 * u;
      return [radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v), target];
    }
    case 'xor': {
      const aside = (w: number): number => (w < 0.5 ? -0.3 - 9.4 * (0.5 - w) : 0.3 + 9.4 * (w - 0.5));
      const [x, y] = [aside(u), aside(v)];
      return [x, y, x * y > 0 ? 1 : -1];
    }
    case 'gauss': {
      const spread = (axis: string): number => 0.8 * normalAt(seed, 'mlp-data', data, i, axis);
      return [2 * target + spread('x'), 2 * target + spread('y'), target];
    }
    case 'spiral': {
      const along = Math.floor(i / 2) / (POINTS / 2);
      const turn = 3.5 * Math.PI * along + (target > 0 ? 0 : Math.PI);
      return [5 * along * Math.sin(turn), 5 * along * Math.cos(turn), target];
    }
  }
}

/** How many points of a task train; at least one. */
export function trainingSize({ data, share, own }: Pick<Task, 'data' | 'share' | 'own'>): number {
  return Math.max(1, Math.round(((data === 'own' ? own.length : POINTS) * share) / 100));
}

/** The points of a task, in an order drawn from the seed; the first part trains, the rest never does. */
export function makeSamples(task: Task): { readonly train: Samples; readonly test: Samples } {
  const { seed, data, noise } = task;
  const made: Labelled[] =
    data === 'own'
      ? task.own.map(({ x, y, target }) => [x, y, target])
      : Array.from({ length: POINTS }, (_, i) => {
          const [x, y, target] = pointAt(data, seed, i);
          const stray = (axis: string): number => 2.5 * noise * normalAt(seed, 'mlp-noise', data, i, axis);
          return [x + stray('x'), y + stray('y'), target];
        });
  const mixed = shuffle(made, stream(seed, 'mlp-split', data, made.length));
  const training = trainingSize(task);
  return { train: pack(mixed.slice(0, training)), test: pack(mixed.slice(training)) };
}

function pack(points: readonly Labelled[]): Samples {
  return {
    places: Float32Array.from({ length: 2 * points.length }, (_, i) => points[i >> 1]?.[i % 2] ?? 0),
    targets: Float32Array.from(points, ([, , target]) => target),
  };
}

/** The order in which an epoch goes through its samples. */
export function orderOf(seed: number, epoch: number, samples: number): readonly number[] {
  return shuffle(
    Array.from({ length: samples }, (_, i) => i),
    stream(seed, 'mlp-batches', epoch),
  );
}
