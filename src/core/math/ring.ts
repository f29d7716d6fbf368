/** The disc task: which points of the square [−1, 1]² lie near its centre. No straight line tells them apart; one hand-made number does. */

/** Points with r² below this are inside. */
export const RING_THRESHOLD = 0.5;

/** The expert's feature r² = x² + y²; range [0, 2] on the square. */
export function squaredRadius(x: number, y: number): number {
  return x * x + y * y;
}

/** Is (x, y) inside, that is r² < 0.5? */
export function isInside(x: number, y: number): boolean {
  return squaredRadius(x, y) < RING_THRESHOLD;
}
