import type { Field } from '#core/state/fields.ts';

/** A point the reader has put down, on the grid of {@link GRID}. */
export interface OwnPoint {
  readonly x: number;
  readonly y: number;
  readonly target: 1 | -1;
}

/** Distance of the lines of the grid on which points are put. */
export const GRID = 0.2;
/** Fewest points kept: the last ones cannot be taken away. */
export const MIN_OWN = 2;
/** Most points kept, so that they fit into an address. */
export const MAX_OWN = 200;
/** What a reader begins with: the four corners of XOR. */
export const CORNERS: readonly OwnPoint[] = [
  { x: -3, y: -3, target: 1 },
  { x: 3, y: 3, target: 1 },
  { x: -3, y: 3, target: -1 },
  { x: 3, y: -3, target: -1 },
];

/** Places of the grid from the middle of the plane to its edge. */
export const STEPS = 30;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** The place of the grid next to a place, inside the plane. */
export function snap(x: number, y: number): { readonly x: number; readonly y: number } {
  const one = (value: number): number =>
    Number((Math.min(STEPS, Math.max(-STEPS, Math.round(value / GRID))) * GRID).toFixed(1)) + 0;
  return { x: one(x), y: one(y) };
}

/** Puts a point down; one already there is replaced. `target` null takes it away, unless too few would be left; a full set takes no more. */
export function putPoint(
  points: readonly OwnPoint[],
  place: { readonly x: number; readonly y: number },
  target: 1 | -1 | null,
): readonly OwnPoint[] {
  const rest = points.filter(({ x, y }) => x !== place.x || y !== place.y);
  if (target === null) return rest.length < MIN_OWN ? points : rest;
  return rest.length >= MAX_OWN ? points : [...rest, { x: place.x, y: place.y, target }].toSorted(byPlace);
}

/** One order, so that the same picture is the same text. */
function byPlace(a: OwnPoint, b: OwnPoint): number {
  return b.target - a.target || a.x - b.x || a.y - b.y;
}

const print = (points: readonly OwnPoint[], target: 1 | -1): string =>
  points
    .filter((point) => point.target === target)
    .map(({ x, y }) => [x, y].map((value) => LETTERS[Math.round(value / GRID) + STEPS]).join(''))
    .join('');

function parse(text: string, target: 1 | -1): OwnPoint[] | null {
  if (text.length % 2 !== 0) return null;
  const points: OwnPoint[] = [];
  for (let i = 0; i < text.length; i += 2) {
    const [column, row] = [LETTERS.indexOf(text[i] ?? ''), LETTERS.indexOf(text[i + 1] ?? '')];
    if (column < 0 || row < 0 || column > 2 * STEPS || row > 2 * STEPS) return null;
    points.push({ ...snap((column - STEPS) * GRID, (row - STEPS) * GRID), target });
  }
  return points;
}

/** Points in the URL, two letters each: the positive ones, a full stop, the negative ones. */
export const ownPointsField: Field<readonly OwnPoint[]> = {
  parse(text) {
    const [positive = '', negative, ...more] = text.split('.');
    if (negative === undefined || more.length > 0) return null;
    const [a, b] = [parse(positive, 1), parse(negative, -1)];
    if (a === null || b === null || a.length + b.length > MAX_OWN || a.length + b.length < MIN_OWN) return null;
    const points = [...a, ...b];
    const places = new Set(points.map(({ x, y }) => `${x} ${y}`));
    return places.size === points.length ? points.toSorted(byPlace) : null;
  },
  print: (points) => `${print(points, 1)}.${print(points, -1)}`,
  valid: `(A-9 A-9)* . (A-9 A-9)*, ${MIN_OWN} … ${MAX_OWN}`,
};
