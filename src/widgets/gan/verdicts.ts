import type { Distances } from './metrics.ts';

/** A run measured at one tick. */
export interface Reading extends Distances {
  readonly tick: number;
  readonly updatesG: number;
  readonly lossD: number;
  readonly lossG: number;
  /** Mean of D's answers to real and to generated points: a probability, or, for a critic, a score. */
  readonly dReal: number;
  readonly dFake: number;
  /** Largest less smallest of those answers. */
  readonly range: number;
  readonly covered: number;
  readonly good: number;
  /** Mean distance between generated points over that between real ones. */
  readonly spread: number;
}

/** Below this spread a generator makes but a few points. */
const NARROW = 0.25;
/** Readings in a row that an alarm takes, so that none is raised for a moment's swing. */
const PERSISTS = 3;
/** Updates of G before which nothing is called a collapse. */
const WARM_UP = 100;
/** How near to ½ counts as there. */
export const HALF_BAND = 0.03;
/** Answers closer together than this are one and the same. */
const BLIND = 0.01;
/** How far above the noise floor the divergence may lie in balance, in nats. */
export const NEAR_FLOOR = 0.1;

function isNarrow(reading: Reading, modeCount: number): boolean {
  return reading.spread < NARROW || (modeCount > 1 && reading.good >= 0.5 && 2 * reading.covered <= modeCount);
}

/** The tick since which the generator has been collapsed, or null: few distinct points, or the data's modes but half of them. */
export function collapsedSince(readings: readonly Reading[], modeCount: number): number | null {
  let from = readings.length;
  while (from > 0) {
    const before = readings[from - 1];
    if (before === undefined || before.updatesG < WARM_UP || !isNarrow(before, modeCount)) break;
    from -= 1;
  }
  return readings.length - from >= PERSISTS ? (readings[from]?.tick ?? null) : null;
}

/** What D's answering ½ everywhere means: the two distributions match; D has gone blind; or only its averages are ½. */
export type HalfKind = 'balance' | 'blind' | 'average';

/** D at 50 %: since when, and why. */
export interface AtHalf {
  readonly since: number;
  readonly kind: HalfKind;
}

const isHalf = ({ dReal, dFake }: Reading): boolean =>
  Math.abs(dReal - 0.5) <= HALF_BAND && Math.abs(dFake - 0.5) <= HALF_BAND;

/** Whether D stands at 50 % now, since which tick, and whether that is an equilibrium. For losses with a probability. */
export function halfSince(readings: readonly Reading[], floor: Distances): AtHalf | null {
  const last = readings.at(-1);
  if (last === undefined) return null;
  let from = readings.length;
  while (from > 0) {
    const before = readings[from - 1];
    if (before === undefined || before.tick === 0 || !isHalf(before)) break;
    from -= 1;
  }
  const first = readings[from];
  if (first === undefined || readings.length - from < PERSISTS) return null;
  const kind = isNear(last, floor) ? 'balance' : last.range < BLIND ? 'blind' : 'average';
  return { since: first.tick, kind };
}

function isNear({ js }: Reading, floor: Distances): boolean {
  return js <= floor.js + NEAR_FLOOR;
}
