import { rounded } from './plot.ts';

/** A square map of values in −1 … 1 as paths: one a shade, cells of a row joined, and the line where the value is 0. */
export interface LevelMap {
  /** Shade −`shades` … `shades`, 0 left out, to the `d` of its cells. */
  readonly levels: ReadonlyMap<number, string>;
  readonly border: string;
}

/**
 * Draws a map, rows from the top. Paths keep it sharp, printable and in the page's own colours, where a bitmap would not be.
 *
 * @param side of the drawing; its corner lies at (left, top)
 */
export function drawLevels(
  size: number,
  values: ArrayLike<number>,
  shades: number,
  side: number,
  left = 0,
  top = 0,
): LevelMap {
  const cell = side / size;
  const levels = new Map<number, string>();
  const level = (index: number): number => Math.round(Math.min(1, Math.max(-1, values[index] ?? 0)) * shades) + 0;
  for (let row = 0; row < size; row++) {
    let from = 0;
    for (let column = 0; column < size; column++) {
      const here = level(row * size + column);
      if (column + 1 < size && level(row * size + column + 1) === here) continue;
      const wide = rounded((column + 1 - from) * cell);
      const rect = `M${rounded(left + from * cell)} ${rounded(top + row * cell)}h${wide}v${rounded(cell)}h${-wide}z`;
      if (here !== 0) levels.set(here, (levels.get(here) ?? '') + rect);
      from = column + 1;
    }
  }
  return { levels, border: zeroLine(size, values, cell, left, top) };
}

/** The line where the value is 0: marching squares between the centres of cells. */
function zeroLine(size: number, values: ArrayLike<number>, cell: number, left: number, top: number): string {
  const value = (row: number, column: number): number => values[row * size + column] ?? 0;
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
          `${rounded(left + (c + 0.5 + share * (nc - c)) * cell, 1)} ${rounded(top + (r + 0.5 + share * (nr - r)) * cell, 1)}`,
        );
      }
      for (let i = 0; i + 1 < cuts.length; i += 2) d += `M${cuts[i]}L${cuts[i + 1]}`;
    }
  }
  return d;
}
