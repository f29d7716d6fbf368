import type { Distances } from './metrics.ts';
import { isRecorded } from './series.ts';

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

/** Whether a generator makes but a few distinct points. */
export function isPoint({ spread }: Reading): boolean {
  return spread < NARROW;
}

function isNarrow(reading: Reading, modeCount: number): boolean {
  return isPoint(reading) || (modeCount > 1 && reading.good >= 0.5 && 2 * reading.covered <= modeCount);
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

/**
 * What D's answering ½ on average means: the two distributions match; they match, but not yet for long; D has gone blind; G
 * has collapsed; or nothing but the averages is ½; `gone`: D was at ½ once and is no more.
 */
export type HalfKind = 'balance' | 'brief' | 'blind' | 'collapsed' | 'average' | 'gone';

/** The tick from which on it counts that something has been so since a recorded one: that of the {@link PERSISTS}rd reading. */
export function countsFrom(since: number): number {
  let tick = since;
  for (let row = 1; row < PERSISTS; ) {
    tick += 1;
    if (isRecorded(tick)) row += 1;
  }
  return tick;
}

/** D at 50 %: when for the first time, and what it means now. The ticks never change as the training goes on. */
export interface AtHalf {
  /** Where D first answered ½ to both kinds of points on average for {@link PERSISTS} readings in a row: the first of them. */
  readonly first: number;
  /** Where G first was in balance, and D first blind, at ½; null if not yet. */
  readonly balance: number | null;
  readonly blind: number | null;
  readonly kind: HalfKind;
}

const isHalf = ({ dReal, dFake }: Reading): boolean =>
  Math.abs(dReal - 0.5) <= HALF_BAND && Math.abs(dFake - 0.5) <= HALF_BAND;

/** Whether both distances are within the bounds of balance. */
export function isNear({ js, energy }: Distances, near: Distances): boolean {
  return js <= near.js && energy <= near.energy;
}

/** The tick of the first of {@link PERSISTS} readings in a row of which something is true, or null. */
function firstEntry(readings: readonly Reading[], holds: (reading: Reading) => boolean): number | null {
  let row = 0;
  for (const [i, reading] of readings.entries()) {
    row = reading.tick > 0 && holds(reading) ? row + 1 : 0;
    if (row === PERSISTS) return readings[i + 1 - PERSISTS]?.tick ?? null;
  }
  return null;
}

/**
 * Where D first came to 50 %, where that was balance or blindness, and what it is now. For losses with a probability.
 *
 * @param readings every reading on record, in order: the more of them lie behind, the same ticks are found
 * @param now the networks as they stand
 * @param near the furthest that counts as balance
 */
export function halfOf(readings: readonly Reading[], now: Reading, near: Distances, modeCount: number): AtHalf | null {
  const first = firstEntry(readings, isHalf);
  if (first === null) return null;
  const balance = firstEntry(readings, (reading) => isHalf(reading) && isNear(reading, near));
  const blind = firstEntry(readings, (reading) => isHalf(reading) && reading.range < BLIND && !isNear(reading, near));
  const kindNow = (): HalfKind => {
    if (!isHalf(now)) return 'gone';
    if (isNear(now, near)) return balance === null ? 'brief' : 'balance';
    if (now.range < BLIND) return 'blind';
    return isNarrow(now, modeCount) ? 'collapsed' : 'average';
  };
  return { first, balance, blind, kind: kindNow() };
}
