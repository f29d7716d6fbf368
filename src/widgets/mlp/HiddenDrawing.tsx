import { linePath } from '#components/figures/plot.ts';
import { shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import type { Samples } from './data.ts';
import { layoutOf } from './layout.ts';
import { marks } from './marks.ts';
import type { HiddenLayer, RunFrame } from './run-frame.ts';
import type { ActivationName } from './settings.ts';

const SIDE = 300;
const LEFT = 34;
const HIGH = SIDE + 30;
/** Lines of the bent grid each way. */
const LINES = 10;

interface HiddenDrawingProps {
  readonly run: RunFrame;
  readonly seen: HiddenLayer;
  readonly units: readonly [number, number];
  readonly names: readonly string[];
  /** Whether the output sees nothing but these two units, so that where it is 0 is a straight line. */
  readonly straight: boolean;
  readonly points: Samples;
  readonly t: Translator;
}

/** Ends of a unit's axis: what its activation can give, or, where that knows no bound, what it gives here. */
function axisOf(activation: ActivationName, values: Float32Array, columns: number, unit: number): [number, number] {
  if (activation === 'tanh') return [-1, 1];
  if (activation === 'sigmoid') return [0, 1];
  let most = 1e-3;
  for (let i = unit + 1; i < values.length; i += columns) most = Math.max(most, Math.abs(values[i] ?? 0));
  return activation === 'relu' ? [0, most] : [-most, most];
}

/** The grid of the plane and the points, each where two units of a layer put it. */
export function HiddenDrawing({ run, seen, units, names, straight, points, t }: HiddenDrawingProps) {
  const { grid, columns } = seen;
  const { size } = run.output;
  const [[x0, x1], [y0, y1]] = [
    axisOf(run.training.activation, grid, columns, units[0]),
    axisOf(run.training.activation, grid, columns, units[1]),
  ];
  const pad = 0.06;
  const limit = (value: number): number => (Number.isFinite(value) ? Math.min(9, Math.max(-9, value)) : 0);
  const toX = (value: number): number => LEFT + SIDE * (pad + (1 - 2 * pad) * limit((value - x0) / (x1 - x0)));
  const toY = (value: number): number => SIDE * (1 - pad - (1 - 2 * pad) * limit((value - y0) / (y1 - y0)));
  const place = (values: Float32Array, row: number) => ({
    x: toX(values[row * columns + units[0] + 1] ?? 0),
    y: toY(values[row * columns + units[1] + 1] ?? 0),
  });
  const picks = Array.from({ length: LINES }, (_, k) => Math.round((k * (size - 1)) / (LINES - 1)));
  const along = Array.from({ length: size }, (_, i) => i);
  const lines = picks
    .map(
      (k) =>
        linePath(along.map((i) => place(grid, k * size + i))) + linePath(along.map((i) => place(grid, i * size + k))),
    )
    .join('');
  const at = (i: number) => place(seen.points, i);
  return (
    <svg
      class={points.targets.length <= 50 ? 'plane few' : 'plane'}
      viewBox={`0 0 ${LEFT + SIDE} ${HIGH}`}
      role="img"
      aria-label={t('mlp.alt.hidden', {
        a: names[0] ?? '',
        b: names[1] ?? '',
        n: points.targets.length,
        table: t('mlp.hiddenSpace'),
      })}
    >
      <path class="bent" d={lines} />
      {straight && <path class="cut" d={cutOf(run, [x0, x1, y0, y1], toX, toY)} />}
      <path class="dots" d={marks(points.targets, true, at)} />
      <path class="crosses" d={marks(points.targets, false, at)} />
      <rect class="edge" x={LEFT} y="0" width={SIDE} height={SIDE} />
      {[x0, x1].map((value, i) => (
        <text key={i} class="label mid" x={toX(value)} y={SIDE + 15}>
          {shortNumber(value)}
        </text>
      ))}
      <text class="label mid" x={LEFT + SIDE / 2} y={SIDE + 15}>
        {names[0]}
      </text>
      {[y0, y1].map((value, i) => (
        <text key={i} class="label end" x={LEFT - 4} y={toY(value) + 4}>
          {shortNumber(value)}
        </text>
      ))}
      <text class="label end" x={LEFT - 4} y={SIDE / 2 + 4}>
        {names[1]}
      </text>
    </svg>
  );
}

/** Where the output, which sees nothing but these two values, is 0: a straight line across the drawing. */
function cutOf(
  run: RunFrame,
  [x0, x1, y0, y1]: readonly [number, number, number, number],
  toX: (value: number) => number,
  toY: (value: number) => number,
): string {
  const out = layoutOf(run.training).layers.at(-1)?.[0];
  const bias = run.parameters[out?.bias ?? 0] ?? 0;
  const [p = 0, q = 0] = out?.weights.map(({ index }) => run.parameters[index] ?? 0) ?? [];
  const more = 0.06;
  const [left, right] = [x0 - more * (x1 - x0), x1 + more * (x1 - x0)];
  const [low, high] = [y0 - more * (y1 - y0), y1 + more * (y1 - y0)];
  const ends = [
    ...[left, right].map((x) => ({ x, y: -(bias + p * x) / q })).filter(({ y }) => y >= low && y <= high),
    ...[low, high].map((y) => ({ x: -(bias + q * y) / p, y })).filter(({ x }) => x > left && x < right),
  ];
  return ends.length < 2 ? '' : linePath(ends.slice(0, 2).map(({ x, y }) => ({ x: toX(x), y: toY(y) })));
}
