import { useEffect, useState } from 'preact/hooks';
import { linePath, rounded } from '#components/figures/plot.ts';
import { readingText, shortNumber } from '#core/format-number.ts';
import { Kept } from '#widgets/Kept.tsx';
import { Select } from '#widgets/Select.tsx';
import { TableTwin } from '#widgets/TableTwin.tsx';
import type { RunName } from '#widgets/training-state.ts';
import type { Translator } from '#widgets/translator.ts';
import { HALF, type Samples } from './data.ts';
import { layoutOf } from './layout.ts';
import { marks } from './marks.ts';
import type { HiddenLayer, RunFrame } from './run.ts';
import type { ActivationName } from './settings.ts';

const SIDE = 300;
const LEFT = 34;
const HIGH = SIDE + 30;
/** Lines of the bent grid each way. */
const LINES = 10;
/** Rest before the table is written, in milliseconds. */
const REST = 500;
/** Nodes of the grid each way in the table. */
const TABLE = 7;

interface HiddenSpaceProps {
  readonly run: RunFrame;
  readonly name: RunName | null;
  readonly points: Samples;
  /** What stands before the table's name, where a page has several. */
  readonly prefix?: string;
  /** Whether the table is written: at rest only, as the others. */
  readonly resting?: boolean;
  readonly disabled?: boolean;
  readonly t: Translator;
}

/** Whether a network has a layer of which two units can be shown. */
export function hasHiddenSpace({ training }: RunFrame): boolean {
  return training.hidden.some((width) => width > 1);
}

/** The plane as two units of a hidden layer see it: each place lies where their two values put it. */
export function HiddenSpace({ run, name, points, prefix = '', resting = true, disabled = true, t }: HiddenSpaceProps) {
  const { hidden } = run.training;
  const wide = hidden.flatMap((width, l) => (width > 1 ? [l] : []));
  const [chosen, setChosen] = useState<{ readonly layer: number; readonly a: number; readonly b: number } | null>(null);
  const last = wide.at(-1) ?? 0;
  const layer = chosen !== null && wide.includes(chosen.layer) ? chosen.layer : last;
  const width = hidden[layer] ?? 2;
  const a = Math.min(chosen?.a ?? 0, width - 1);
  const b = chosen !== null && chosen.b < width && chosen.b !== a ? chosen.b : a === 0 ? 1 : 0;
  const names = namesOf(layer, [a, b]);
  const title = `${name === null ? '' : `${name.toUpperCase()} `}${t('mlp.hiddenSpace')}`;
  // Hundreds of rows: they wait until the drawing has stood for a while, and the build's stand from the start.
  const [rested, setRested] = useState(disabled ? { run, points } : null);
  useEffect(() => {
    if (!resting) return undefined;
    const timer = setTimeout(() => setRested({ run, points }), REST);
    return () => clearTimeout(timer);
  }, [resting, run]);
  const seen = run.layers[layer];
  if (seen === undefined) return null;
  const units = Array.from({ length: width }, (_, i) => String(i));
  return (
    <div class="hidden-space">
      <p>
        <strong>{title}</strong>
      </p>
      <p class="fact">{t('mlp.hiddenHow', { a: names[0] ?? '', b: names[1] ?? '' })}</p>
      {(wide.length > 1 || width > 2) && (
        <div class="fields">
          {wide.length > 1 && (
            <Select
              label={t('mlp.hiddenLayer')}
              value={String(layer)}
              choices={wide.map(String)}
              disabled={disabled}
              text={(value) => t('mlp.layer', { n: Number(value) + 1 })}
              onChoose={(value) => setChosen({ layer: Number(value), a: 0, b: 1 })}
            />
          )}
          {width > 2 &&
            (['a', 'b'] as const).map((axis) => (
              <Select
                key={axis}
                label={t(axis === 'a' ? 'mlp.across' : 'mlp.up')}
                value={String(axis === 'a' ? a : b)}
                choices={units.filter((unit) => Number(unit) !== (axis === 'a' ? b : a))}
                disabled={disabled}
                text={(unit) => `${layer + 1}.${Number(unit) + 1}`}
                onChoose={(unit) => setChosen({ layer, a, b, [axis]: Number(unit) })}
              />
            ))}
        </div>
      )}
      <Drawing
        run={run}
        seen={seen}
        units={[a, b]}
        names={names}
        straight={layer === hidden.length - 1 && width === 2}
        points={points}
        t={t}
      />
      <Kept by={[rested, layer, a, b, prefix, title, t]}>
        <Twin {...rested} layer={layer} units={[a, b]} title={prefix + title} t={t} />
      </Kept>
    </div>
  );
}

/** Units of a layer by name: `2.1`. */
function namesOf(layer: number, units: readonly number[]): readonly string[] {
  return units.map((unit) => `${layer + 1}.${unit + 1}`);
}

interface PartProps {
  readonly run: RunFrame;
  readonly seen: HiddenLayer;
  readonly units: readonly [number, number];
  readonly names: readonly string[];
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

function Drawing({ run, seen, units, names, straight, points, t }: PartProps & { readonly straight: boolean }) {
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

interface TwinProps {
  /** What is told; nothing yet until there is a rest. */
  readonly run?: RunFrame;
  readonly points?: Samples;
  readonly layer: number;
  readonly units: readonly number[];
  readonly title: string;
  readonly t: Translator;
}

function Twin({ run, points, layer, units, title, t }: TwinProps) {
  const seen = run?.layers[layer];
  const columns = [t('mlp.class'), 'x', 'y', ...namesOf(layer, units)];
  if (run === undefined || points === undefined || seen === undefined)
    return <TableTwin t={t} name={title} named columns={columns} rows={[]} />;
  const { size } = run.output;
  const values = (from: Float32Array, row: number) =>
    units.map((unit) => {
      const value = from[row * seen.columns + unit + 1] ?? 0;
      return { value, text: readingText(value) };
    });
  const place = (value: number) => ({ value, text: String(rounded(value)).replace('-', '−') });
  const cell = (i: number): number => (2 * HALF * (i + 0.5)) / size - HALF;
  const picks = Array.from({ length: TABLE }, (_, i) => Math.round(((i + 0.5) * size) / TABLE - 0.5));
  return (
    <TableTwin
      t={t}
      name={title}
      named
      columns={columns}
      rows={[
        ...Array.from(points.targets, (target, i) => [
          target > 0 ? '+1' : '−1',
          place(points.places[2 * i] ?? 0),
          place(points.places[2 * i + 1] ?? 0),
          ...values(seen.points, i),
        ]),
        ...picks.flatMap((row) =>
          picks.map((column) => [
            t('mlp.gridNode'),
            place(cell(column)),
            place(-cell(row)),
            ...values(seen.grid, row * size + column),
          ]),
        ),
      ]}
    />
  );
}
