import { rounded } from '#components/figures/plot.ts';
import { readingText } from '#core/format-number.ts';
import { TableTwin } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { HALF, type Samples } from './data.ts';
import type { RunFrame } from './run-frame.ts';

/** Nodes of the grid each way in the table. */
const TABLE = 7;

interface HiddenTableProps {
  /** What is told; nothing yet until there is a rest. */
  readonly run?: RunFrame;
  readonly points?: Samples;
  readonly layer: number;
  readonly units: readonly number[];
  readonly names: readonly string[];
  readonly title: string;
  readonly t: Translator;
}

/** The same as a table: every point and some nodes of the grid, with what the two units make of them. */
export function HiddenTable({ run, points, layer, units, names, title, t }: HiddenTableProps) {
  const seen = run?.layers[layer];
  const columns = [t('mlp.class'), 'x', 'y', ...names];
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
