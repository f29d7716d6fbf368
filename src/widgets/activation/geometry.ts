import { linePath, type Point, scale } from '#components/figures/plot.ts';
import type { ActivationFrame, AtZero, CurveReading } from './model.ts';

/** Drawing units of a curve plot: the frame's inner area within a viewBox of 340 × 250. */
export const PLOT = { width: 340, height: 250, left: 34, right: 326, top: 14, bottom: 222 } as const;

/** The two plots that stand side by side. */
export type Which = 'value' | 'slope';

/** A plot's scales and the range of its upright axis. */
export interface Axes {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly half: number;
  readonly low: number;
  readonly high: number;
}

/** The axes for what is drawn: bounded curves fill the plot, unbounded ones run out of it. */
export function axesOf(frame: ActivationFrame, which: Which): Axes {
  const half = Math.abs(frame.xs[0] ?? 5);
  const { low, high } = which === 'slope' ? slopeRange(frame) : valueRange(frame, half);
  return {
    x: scale([-half, half], [PLOT.left, PLOT.right]),
    y: scale([low, high], [PLOT.bottom, PLOT.top]),
    half,
    low,
    high,
  };
}

function slopeRange(frame: ActivationFrame): { low: number; high: number } {
  const steepest = Math.max(0.3, ...frame.curves.map((curve) => curve.steepest));
  return steepest <= 0.3 ? { low: -0.04, high: 0.3 } : { low: -0.2, high: 1.25 };
}

function valueRange(frame: ActivationFrame, half: number): { low: number; high: number } {
  const all = frame.curves.flatMap((curve) => curve.values);
  const least = Math.min(...all);
  const most = Math.max(...all);
  if (most <= 1.2 && least >= -1.2) return { low: least < -0.3 ? -1.25 : -0.25, high: 1.25 };
  const bounded = frame.curves.some((curve) => Math.max(...curve.values) <= 1.2);
  const high = half * (bounded ? 0.6 : 1);
  const point = Math.max(...frame.curves.map((curve) => curve.value));
  return {
    low: Math.max(-0.3 * half, Math.min(-0.2 * high, least * 1.1)),
    high: Math.max(high, Math.min(point * 1.1, half)),
  };
}

/** A curve as one line, or two where it jumps at 0, and the rings and dots that tell which end belongs to it. */
export interface DrawnCurve {
  readonly paths: readonly string[];
  readonly open: readonly Point[];
  readonly closed: readonly Point[];
}

/** Draws a curve; a jump is a gap with an open and a closed end, never a steep line. */
export function drawCurve(curve: CurveReading, frame: ActivationFrame, which: Which, axes: Axes): DrawnCurve {
  const ys = which === 'value' ? curve.values : curve.slopes;
  const zero = which === 'value' ? curve.valueAtZero : curve.slopeAtZero;
  const points = frame.xs.map((x, i) => ({ x: axes.x(x), y: axes.y(ys[i] ?? 0) }));
  if (!jumps(zero)) return { paths: [linePath(points)], open: [], closed: [] };
  const middle = (points.length - 1) / 2;
  const end = (y: number): Point => ({ x: axes.x(0), y: axes.y(y) });
  const ends = [zero.left, zero.right];
  return {
    paths: [
      linePath([...points.slice(0, middle), end(zero.left)]),
      linePath([end(zero.right), ...points.slice(middle + 1)]),
    ],
    open: ends.filter((y) => y !== zero.at).map(end),
    closed: [end(zero.at)],
  };
}

/** Whether the two sides of 0 differ by more than a curve does over 2·10⁻⁶. */
function jumps({ left, right }: AtZero): boolean {
  return Math.abs(left - right) > 1e-4;
}

/** The tangent at the point, across the plot. */
export function tangentPath(curve: CurveReading, at: number, axes: Axes): string {
  const y = (x: number): number => axes.y(curve.value + curve.slope * (x - at));
  return linePath([-axes.half, axes.half].map((x) => ({ x: axes.x(x), y: y(x) })));
}

/** Where each curve's name stands: on its own line, as far as possible from the others, from the point and from other names. */
export function placeLabels(frame: ActivationFrame, which: Which, axes: Axes): readonly Point[] {
  const of = (curve: CurveReading, i: number): Point => ({
    x: axes.x(frame.xs[i] ?? 0),
    y: axes.y((which === 'value' ? curve.values : curve.slopes)[i] ?? 0),
  });
  const placed: Point[] = [];
  for (const curve of frame.curves) {
    const rivals = frame.curves.filter((other) => other !== curve);
    let best: { point: Point; room: number } = {
      point: { x: PLOT.left + 40, y: PLOT.top + 20 },
      room: Number.NEGATIVE_INFINITY,
    };
    for (let i = 60; i <= 340; i += 10) {
      for (const dy of [-10, 18]) {
        const on = of(curve, i);
        const point = { x: on.x, y: on.y + dy };
        const middle = { x: point.x, y: point.y - 4 };
        if (middle.y < PLOT.top + 10 || middle.y > PLOT.bottom - 8) continue;
        const lines = [curve, ...rivals].flatMap((other) =>
          [-16, -8, 0, 8, 16].map((k) => distance(middle, of(other, i + k))),
        );
        const names = placed.map((other) => distance(middle, { x: other.x, y: other.y - 4 }) / 3);
        const handle = { x: axes.x(frame.state.x), y: axes.y(which === 'value' ? curve.value : curve.slope) };
        const centre = Math.abs(middle.x - axes.x(0)) < 26 ? 8 : 0;
        const room = Math.min(...lines, ...names, distance(middle, handle) / 2) - centre;
        if (room > best.room + 0.5) best = { point, room };
      }
    }
    placed.push(best.point);
  }
  return placed;
}

function distance(a: Point, b: Point): number {
  return Math.hypot((a.x - b.x) * 0.6, a.y - b.y);
}
