import { shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';

interface GridTableProps {
  readonly t: Translator;
  /** What the grids show. */
  readonly name: string;
  /** Channel by channel, row by row; null where nothing is yet. */
  readonly values: readonly (number | null)[];
  readonly side: number;
  /** A value as the grids write it. */
  text?(value: number): string;
}

const whole = (value: number): Cell => ({ value, text: String(value) });

/** The numbers of square grids as a table: channel, row, then the columns. */
export function GridTable({ t, name, values, side, text = shortNumber }: GridTableProps) {
  return (
    <TableTwin
      t={t}
      named
      name={name}
      columns={[
        t('convolution.channel'),
        t('convolution.row'),
        ...Array.from({ length: side }, (_, i) => String(i + 1)),
      ]}
      rows={Array.from({ length: values.length / side }, (_, i) => [
        whole(Math.floor(i / side) + 1),
        whole((i % side) + 1),
        ...values
          .slice(i * side, (i + 1) * side)
          .map((value): Cell => (value === null ? '·' : { value, text: text(value) })),
      ])}
    />
  );
}
