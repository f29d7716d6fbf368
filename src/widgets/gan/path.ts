import type { Field } from '#core/state/fields.ts';
import type { Move } from './moves.ts';

/** Equal moves one after another. */
export interface Run {
  readonly move: Move;
  readonly count: number;
}

/** All moves from the fresh networks on: the reader may train D alone, G alone, or both. */
export type Path = readonly Run[];

/** Most ticks a path may have. */
export const MAX_TICKS = 20_000;
/** Most runs of one move a path may have, so that it fits into an address. */
export const MAX_RUNS = 60;

/** Ticks of a path. */
export function lengthOf(path: Path): number {
  return path.reduce((sum, { count }) => sum + count, 0);
}

/** The move made at a tick; beyond the end, both. */
export function moveAt(path: Path, tick: number): Move {
  let end = 0;
  for (const { move, count } of path) {
    end += count;
    if (tick < end) return move;
  }
  return 'b';
}

/** How many ticks two paths begin with alike; infinite where they never differ, since beyond its end a path goes on with both. */
export function commonLength(one: Path, other: Path): number {
  const end = Math.max(lengthOf(one), lengthOf(other));
  for (let tick = 0; tick < end; tick++) if (moveAt(one, tick) !== moveAt(other, tick)) return tick;
  return Number.POSITIVE_INFINITY;
}

/** The first ticks of a path. */
export function cutAt(path: Path, ticks: number): Path {
  const kept: Run[] = [];
  let left = ticks;
  for (const { move, count } of path) {
    if (left <= 0) break;
    kept.push({ move, count: Math.min(count, left) });
    left -= count;
  }
  return kept;
}

/** A path with moves added at its end, or null where it would be too long. */
export function extend(path: Path, move: Move, count: number): Path | null {
  if (lengthOf(path) + count > MAX_TICKS) return null;
  const last = path.at(-1);
  if (last?.move === move) return [...path.slice(0, -1), { move, count: last.count + count }];
  return path.length >= MAX_RUNS ? null : [...path, { move, count }];
}

/** Whether a path can be followed by a move. */
export function hasRoom(path: Path, move: Move, count = 1): boolean {
  return extend(path, move, count) !== null;
}

/** A path in the URL: `b500d20b1000`. */
export const pathField: Field<Path> = {
  parse(text) {
    if (!/^([bdg][1-9]\d{0,4})*$/.test(text)) return null;
    const runs = [...text.matchAll(/([bdg])(\d+)/g)].map(
      ([, move = 'b', count]): Run => ({ move: move === 'd' || move === 'g' ? move : 'b', count: Number(count) }),
    );
    const merged = runs.some((run, i) => run.move === runs[i - 1]?.move);
    return merged || runs.length > MAX_RUNS || lengthOf(runs) > MAX_TICKS ? null : runs;
  },
  print: (path) => path.map(({ move, count }) => move + count).join(''),
  valid: `(b|d|g)1 … (b|d|g)${MAX_TICKS}`,
};
