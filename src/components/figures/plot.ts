/** What every hand-drawn figure needs: a scale, a curve, an arrow head, an even row of sample points. */

/** A place in a drawing’s own units, or a pair of values before it is scaled. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A linear scale that sends `domain` onto `range`; values outside the domain are carried on, not clipped. The domain has two different ends. */
export function scale(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** `count` ≥ 2 evenly spaced numbers from `from` to `to`, both ends included. */
export function samples(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** A number for the page: at most `places` decimals, no trailing zeros, no −0. */
export function rounded(value: number, places = 2): number {
  return Number(value.toFixed(places)) + 0;
}

/** The `d` of an open line through `points`, to a tenth of a drawing unit. An empty list gives an empty path. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${rounded(x, 1)} ${rounded(y, 1)}`).join('');
}

/** The `d` of a small open arrow head with its tip at (x, y). `angle` is the way it points: degrees, 0 = right, 90 = down. */
export function arrowHead(x: number, y: number, angle: number, size = 7): string {
  const barb = (turn: number): Point => {
    const a = ((angle + 180 + turn) * Math.PI) / 180;
    return { x: x + size * Math.cos(a), y: y + size * Math.sin(a) };
  };
  return linePath([barb(-28), { x, y }, barb(28)]);
}

/** The `d` of a straight arrow from `from` to `to`, head included. */
export function arrow(from: Point, to: Point, size = 7): string {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return linePath([from, to]) + arrowHead(to.x, to.y, angle, size);
}

/** A number as a label shows it: `rounded`, with a true minus sign. */
export function signed(value: number, places = 2): string {
  return String(rounded(value, places)).replace('-', '−');
}

/** A number with exactly `places` decimals and a true minus sign, for columns that line up. */
export function fixed(value: number, places: number): string {
  return rounded(value, places).toFixed(places).replace('-', '−');
}
