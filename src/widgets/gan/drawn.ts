import type { Field } from '#core/state/fields.ts';

/** A point the reader drew. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Most points a drawing keeps. */
export const MAX_SPOTS = 120;

/** Cells of the drawing a side; centres lie 3/32 apart in [−1.5, 1.5]. */
export const CELLS = 32;
const DIGITS = '0123456789abcdefghijklmnopqrstuv';

const toPlace = (cell: number): number => ((cell + 0.5) * 3) / CELLS - 1.5;
const toCell = (place: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor(((place + 1.5) * CELLS) / 3)));

/** The drawing's cell nearest to a place, as a point. */
export function snap(x: number, y: number): Spot {
  return { x: toPlace(toCell(x)), y: toPlace(toCell(y)) };
}

/** Adds a point, or, with `erase`, takes it away; the same drawing when nothing changes. */
export function dab(spots: readonly Spot[], at: Spot, erase: boolean): readonly Spot[] {
  const there = spots.some((spot) => spot.x === at.x && spot.y === at.y);
  if (erase) return there ? spots.filter((spot) => spot.x !== at.x || spot.y !== at.y) : spots;
  return there || spots.length >= MAX_SPOTS ? spots : [...spots, at];
}

/** Why a point is neither put down nor erased: the last one must stay, or there is no room. */
export type Refusal = 'tooFew' | 'tooMany';

/** What stands against putting a point down, or, with `erase`, against taking it away; null where nothing does. */
export function refusalOf(spots: readonly Spot[], at: Spot, erase: boolean): Refusal | null {
  const there = spots.some((spot) => spot.x === at.x && spot.y === at.y);
  if (erase) return there && spots.length === 1 ? 'tooFew' : null;
  return !there && spots.length >= MAX_SPOTS ? 'tooMany' : null;
}

/** A drawing in the URL: two digits in base 32 a point. */
export const spotsField: Field<readonly Spot[]> = {
  parse(text) {
    if (!/^([0-9a-v]{2})*$/.test(text) || text.length > 2 * MAX_SPOTS) return null;
    const spots = (text.match(/../g) ?? []).map((pair) => ({
      x: toPlace(DIGITS.indexOf(pair.charAt(0))),
      y: toPlace(DIGITS.indexOf(pair.charAt(1))),
    }));
    return new Set(spots.map(({ x, y }) => `${x} ${y}`)).size === spots.length ? spots : null;
  },
  print: (spots) => spots.map(({ x, y }) => DIGITS.charAt(toCell(x)) + DIGITS.charAt(toCell(y))).join(''),
  valid: `0 … ${MAX_SPOTS} × [0-9a-v]{2}`,
};
