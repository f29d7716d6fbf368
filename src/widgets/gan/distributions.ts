import { hashLabels } from '#core/random/hash.ts';
import { type Stream, streamOf } from '#core/random/stream.ts';
import type { Spot } from './drawn.ts';

/** The data there is to imitate; `drawn` is the reader's own. */
export const DATA_NAMES = ['line', 'two', 'blobs', 'ring', 'eight', 'grid', 'drawn'] as const;
/** A data set. */
export type DataName = (typeof DATA_NAMES)[number];

/** The window: everything drawn and measured lies in [−1.5, 1.5]². */
export const HALF = 1.5;

/**
 * A distribution in the plane: Gaussian spread around its support.
 *
 * `support` are points no further apart than the spread where the support is a curve; `modes` are what a generator has to
 * find: the peaks, or pieces of a curve. Both as x, y, x, y …
 */
export interface Distribution {
  readonly support: readonly number[];
  readonly modes: readonly number[];
  /** Standard deviation across the support. */
  readonly sigma: number;
  /** Whether samples spread along the whole curve instead of around the support's points. */
  readonly curve: 'none' | 'line' | 'ring';
}

const LINE_HALF = 1;
const RING = 0.9;

const circle = (count: number, radius: number, turn = 0): number[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count + turn;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }).flat();

const along = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => {
    const t = LINE_HALF * ((2 * (i + 0.5)) / count - 1);
    return [t, t / 2];
  }).flat();

const lattice = [-1, -0.5, 0, 0.5, 1];
const FIXED: Readonly<Record<Exclude<DataName, 'drawn'>, Distribution>> = {
  line: { support: along(64), modes: along(8), sigma: 0.05, curve: 'line' },
  two: { support: [-0.7, -0.3, 0.7, 0.3], modes: [-0.7, -0.3, 0.7, 0.3], sigma: 0.15, curve: 'none' },
  blobs: {
    support: circle(3, 0.8, Math.PI / 2),
    modes: circle(3, 0.8, Math.PI / 2),
    sigma: 0.12,
    curve: 'none',
  },
  ring: { support: circle(96, RING), modes: circle(8, RING), sigma: 0.05, curve: 'ring' },
  eight: { support: circle(8, RING), modes: circle(8, RING), sigma: 0.06, curve: 'none' },
  grid: {
    support: lattice.flatMap((x) => lattice.flatMap((y) => [x, y])),
    modes: lattice.flatMap((x) => lattice.flatMap((y) => [x, y])),
    sigma: 0.05,
    curve: 'none',
  },
};

/** Closest two modes of a drawn distribution may be. */
const APART = 0.35;

/** The distribution of a name; `spots` are the reader's points, used for `drawn`, of which there must be at least one. */
export function distributionOf(name: DataName, spots: readonly Spot[]): Distribution {
  if (name !== 'drawn') return FIXED[name];
  const support = spots.flatMap(({ x, y }) => [x, y]);
  const modes: number[] = [];
  for (const { x, y } of spots) {
    const near = modes.some((_, i) => i % 2 === 0 && Math.hypot((modes[i] ?? 0) - x, (modes[i + 1] ?? 0) - y) < APART);
    if (!near) modes.push(x, y);
  }
  return { support, modes, sigma: 0.07, curve: 'none' };
}

const RANGE = 0x1_0000_0000;

/**
 * Draws `count` points: [x, y, 1] each, the 1 for the networks' biases. They depend on the labels alone.
 *
 * Box–Muller, both branches: a point costs one pair of uniforms.
 */
export function drawPoints(of: Distribution, count: number, ...labels: readonly (string | number)[]): Float32Array {
  const from = streamOf(hashLabels('gan', ...labels));
  const points = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const [x, y] = centre(of, from);
    const radius = of.sigma * Math.sqrt(-2 * Math.log((from.next() + 1) / RANGE));
    const angle = (2 * Math.PI * from.next()) / RANGE;
    points[3 * i] = x + radius * Math.cos(angle);
    points[3 * i + 1] = y + radius * Math.sin(angle);
    points[3 * i + 2] = 1;
  }
  return points;
}

function centre(of: Distribution, from: Stream): readonly [number, number] {
  const u = from.next() / RANGE;
  switch (of.curve) {
    case 'line':
      return [LINE_HALF * (2 * u - 1), (LINE_HALF * (2 * u - 1)) / 2];
    case 'ring':
      return [RING * Math.cos(2 * Math.PI * u), RING * Math.sin(2 * Math.PI * u)];
    case 'none': {
      const i = 2 * Math.floor((u * of.support.length) / 2);
      return [of.support[i] ?? 0, of.support[i + 1] ?? 0];
    }
  }
}

/** Draws noise: each row `size` numbers uniform in [−1, 1) and a 1 for the bias. */
export function drawNoise(size: number, count: number, ...labels: readonly (string | number)[]): Float32Array {
  const from = streamOf(hashLabels('gan', ...labels));
  const rows = new Float32Array((size + 1) * count).fill(1);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++) rows[i * (size + 1) + j] = (2 * from.next()) / RANGE - 1;
  return rows;
}
