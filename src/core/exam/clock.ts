/**
 * Time of a sitting. It is never counted in ticks: the time used is computed from the clocks, and what remains is
 * deadline − now. Within a page's life the monotonic clock rules, from one page's life to the next the wall clock.
 */
import type { Blueprint } from './blueprint.ts';
import type { TimeFactor } from './journal.ts';
import type { SessionState } from './session.ts';

/** Both clocks at one moment, in milliseconds; `mono` from any origin, steady within a page's life. */
export interface Now {
  readonly wall: number;
  readonly mono: number;
}

/** A moment at which the time used was known. */
export interface Anchor extends Now {
  readonly elapsed: number;
}

/** How far the wall clock may run ahead of the monotonic one before the reader is asked, in milliseconds. */
export const SLEEP_TOLERANCE = 2000;

/** Remaining times that are announced, in milliseconds. */
export const ANNOUNCED: readonly number[] = Object.freeze([600_000, 300_000, 60_000]);

/** Time allowed in milliseconds, or null when there is no limit. */
export function allowance(blueprint: Blueprint, factor: TimeFactor): number | null {
  return blueprint.minutes === null || factor === 'off' ? null : blueprint.minutes * 60_000 * factor;
}

/**
 * The anchor of a page that opens a sitting. While a timed sitting runs, the time no page was open counts (the wall clock
 * says how long, never less than nothing); an untimed or paused one waits.
 */
export function anchorOnLoad(state: SessionState, blueprint: Blueprint, now: Now): Anchor {
  const counts = state.phase === 'running' && allowance(blueprint, state.factor) !== null;
  const away = counts ? Math.max(0, now.wall - state.at) : 0;
  return { ...now, elapsed: state.elapsed + away };
}

/** Milliseconds used, given the anchor; stands still unless the sitting runs. */
export function elapsedAt(anchor: Anchor, running: boolean, now: Now): number {
  return running ? anchor.elapsed + Math.max(0, now.mono - anchor.mono) : anchor.elapsed;
}

/** Milliseconds left before the deadline, never below 0; null without a limit. */
export function remainingAt(limit: number | null, elapsed: number): number | null {
  return limit === null ? null : Math.max(0, limit - elapsed);
}

/** Milliseconds by which the wall clock ran ahead since the anchor (the machine slept), or 0 within the tolerance. */
export function sleptSince(anchor: Anchor, now: Now): number {
  const ahead = now.wall - anchor.wall - (now.mono - anchor.mono);
  return ahead > SLEEP_TOLERANCE ? ahead : 0;
}

/**
 * When the time of a running sitting ends by the wall clock, as far as its journal tells; null for one that is paused, over
 * or without a limit.
 */
export function deadlineOf(state: SessionState, blueprint: Blueprint): number | null {
  const limit = allowance(blueprint, state.factor);
  return state.phase === 'running' && limit !== null ? state.at + limit - state.elapsed : null;
}

/** The least of the announced times that was passed between two looks at the clock, in minutes; null for none. */
export function announcement(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  const passed = ANNOUNCED.filter((mark) => before > mark && after <= mark && after > 0);
  return passed.length === 0 ? null : Math.min(...passed) / 60_000;
}

/** `39:05`, or `1:05:00` from an hour on; a part of a second still to go counts as one. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
