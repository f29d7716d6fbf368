import { rounded } from '#components/figures/plot.ts';
import { HALF } from './distributions.ts';
import type { Arrows, OpinionMap } from './evaluate.ts';
import { MESH, MESH_LINE } from './evaluate.ts';

/** Side of the stage's drawing. */
export const SIDE = 300;
/** Shades on each side of undecided. */
export const SHADES = 4;

/** From a place of the window, −HALF … HALF, to the drawing, 0 … {@link SIDE} from the left. */
export const toX = (x: number): number => ((x + HALF) / (2 * HALF)) * SIDE;
/** The same from bottom to top: the drawing counts down from its upper edge. */
export const toY = (y: number): number => ((HALF - y) / (2 * HALF)) * SIDE;

const at = (x: number, y: number): string => `${rounded(toX(x), 1)} ${rounded(toY(y), 1)}`;
/** Far enough out to be cut off, near enough to be drawn: a lost point must not make an endless line. */
const near = (value: number): number => Math.min(9, Math.max(-9, Number.isFinite(value) ? value : 9));

/** Generated points: dots, as the round ends of lines without length. `stride` numbers a point. */
export function dots(points: ArrayLike<number>, stride = 3): string {
  let d = '';
  for (let i = 0; i < points.length; i += stride) d += `M${at(near(points[i] ?? 0), near(points[i + 1] ?? 0))}h0`;
  return d;
}

/** Real points: small crosses, so that they differ from dots without colour. */
export function crosses(points: ArrayLike<number>, stride = 3, arm = 2.5): string {
  let d = '';
  for (let i = 0; i < points.length; i += stride) {
    const [x, y] = [rounded(toX(points[i] ?? 0), 1), rounded(toY(points[i + 1] ?? 0), 1)];
    d += `M${rounded(x - arm, 1)} ${y}h${2 * arm}M${x} ${rounded(y - arm, 1)}v${2 * arm}`;
  }
  return d;
}

/** Points outside the window. */
export function countOutside(points: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < points.length; i += 3)
    if (!(Math.abs(points[i] ?? 0) <= HALF && Math.abs(points[i + 1] ?? 0) <= HALF)) count += 1;
  return count;
}

/** The image of the noise grid: lines both ways for two dimensions, one curve for one. */
export function meshLines(mesh: ArrayLike<number>): string {
  const point = (i: number): string => at(near(mesh[3 * i] ?? 0), near(mesh[3 * i + 1] ?? 0));
  const line = (count: number, index: (k: number) => number): string =>
    Array.from({ length: count }, (_, k) => `${k === 0 ? 'M' : 'L'}${point(index(k))}`).join('');
  if (mesh.length === 3 * MESH_LINE) return line(MESH_LINE, (k) => k);
  return Array.from(
    { length: MESH },
    (_, row) => line(MESH, (k) => row * MESH + k) + line(MESH, (k) => k * MESH + row),
  ).join('');
}

/** How far from ½ an opinion is at which a shade begins: fine near ½, where most of the game is played. */
const SHADE_FROM = [0.02, 0.07, 0.17, 0.33] as const;

/** Shade of an opinion: −{@link SHADES} surely generated … 0 undecided … {@link SHADES} surely real. */
export function shadeOf(opinion: number): number {
  const shade = SHADE_FROM.filter((from) => Math.abs(opinion - 0.5) >= from).length;
  return opinion < 0.5 ? -shade + 0 : shade;
}

/** The map as one path a shade, cells of a row joined, and the line where D is undecided. */
export interface MapPaths {
  readonly shades: ReadonlyMap<number, string>;
  readonly border: string;
}

/** Draws D's map. A path a shade keeps it sharp, printable and in the page's own colours, where a bitmap would not be. */
export function mapPaths({ size, values }: OpinionMap): MapPaths {
  const cell = SIDE / size;
  const shades = new Map<number, string>();
  for (let row = 0; row < size; row++) {
    let from = 0;
    for (let column = 0; column < size; column++) {
      const shade = shadeOf(values[row * size + column] ?? 0.5);
      const y = rounded(row * cell);
      if (column + 1 < size && shadeOf(values[row * size + column + 1] ?? 0.5) === shade) continue;
      const wide = rounded((column + 1 - from) * cell);
      const rect = `M${rounded(from * cell)} ${y}h${wide}v${rounded(cell)}h${-wide}z`;
      if (shade !== 0) shades.set(shade, (shades.get(shade) ?? '') + rect);
      from = column + 1;
    }
  }
  return { shades, border: borderLine(size, values) };
}

/** The line where the opinion is ½: marching squares between the centres of cells. */
function borderLine(size: number, values: ArrayLike<number>): string {
  const cell = SIDE / size;
  const value = (row: number, column: number): number => (values[row * size + column] ?? 0.5) - 0.5;
  let d = '';
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const corners = [
        [row, column],
        [row, column + 1],
        [row + 1, column + 1],
        [row + 1, column],
      ] as const;
      const cuts: string[] = [];
      for (const [i, [r, c]] of corners.entries()) {
        const [nr, nc] = corners[(i + 1) % 4] ?? [r, c];
        const [a, b] = [value(r, c), value(nr, nc)];
        if (a > 0 === b > 0) continue;
        const share = a / (a - b);
        cuts.push(
          `${rounded((c + 0.5 + share * (nc - c)) * cell, 1)} ${rounded((r + 0.5 + share * (nr - r)) * cell, 1)}`,
        );
      }
      for (let i = 0; i + 1 < cuts.length; i += 2) d += `M${cuts[i]}L${cuts[i + 1]}`;
    }
  }
  return d;
}

/** Length of the longest wanted arrow, in the window's units. */
const LONGEST = 0.28;

/** Arrows from points to where they should go or went, heads included; `scale` times as long as the numbers say. */
export function arrowPaths(from: ArrayLike<number>, by: ArrayLike<number>, scale: number): string {
  let d = '';
  for (let i = 0; i < from.length; i += 2) {
    const [x, y] = [near(from[i] ?? 0), near(from[i + 1] ?? 0)];
    const [dx, dy] = [(by[i] ?? 0) * scale, (by[i + 1] ?? 0) * scale];
    const length = Math.hypot(dx, dy);
    if (!(length > 0.02)) continue;
    const [ux, uy] = [dx / length, dy / length];
    const head = Math.min(0.05, length / 2);
    const [tx, ty] = [near(x + dx), near(y + dy)];
    const barb = (side: number): string => at(tx - head * (ux - side * uy * 0.6), ty - head * (uy + side * ux * 0.6));
    d += `M${at(x, y)}L${at(tx, ty)}M${barb(1)}L${at(tx, ty)}L${barb(-1)}`;
  }
  return d;
}

/** By how much wanted and actual moves are drawn longer than they are: each set's longest arrow has one fixed length. */
export function arrowScales({ wanted, moved }: Arrows): { readonly wanted: number; readonly moved: number } {
  return { wanted: scaleOf(wanted), moved: moved === null ? 1 : scaleOf(moved) };
}

function scaleOf(by: ArrayLike<number>): number {
  let longest = 0;
  for (let i = 0; i < by.length; i += 2) longest = Math.max(longest, Math.hypot(by[i] ?? 0, by[i + 1] ?? 0));
  return longest > 1e-9 && Number.isFinite(longest) ? LONGEST / longest : 0;
}
