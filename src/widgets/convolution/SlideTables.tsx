import { shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin } from '#widgets/TableTwin.tsx';
import type { PanelProps } from './panel-props.ts';
import { outputSoFar, outputText } from './words.ts';

const whole = (value: number): Cell => ({ value, text: shortNumber(value) });

/** The numbers of the sliding window's figures as tables: picture, kernel, output so far, where the largest stood. */
export function SlideTables({ frame, t }: PanelProps) {
  const { state, side, reading } = frame;
  const { n, k, channels, mode } = state;
  const kernel = mode === 'conv' ? frame.kernels[reading?.cell.channel ?? 0] : undefined;
  const grid = (
    name: string,
    values: readonly (number | null)[],
    width: number,
    text: (value: number) => string = shortNumber,
  ) => (
    <TableTwin
      t={t}
      named
      name={t(name)}
      columns={[
        t('convolution.channel'),
        t('convolution.row'),
        ...Array.from({ length: width }, (_, i) => String(i + 1)),
      ]}
      rows={Array.from({ length: values.length / width }, (_, i) => [
        whole(Math.floor(i / width) + 1),
        whole((i % width) + 1),
        ...values
          .slice(i * width, (i + 1) * width)
          .map((value): Cell => (value === null ? '·' : { value, text: text(value) })),
      ])}
    />
  );
  return (
    <div class="twins">
      {grid('convolution.table.input', frame.input, n)}
      {kernel && grid('convolution.table.kernel', kernel.weights.slice(0, channels * k * k), k)}
      {side > 0 && grid('convolution.table.output', outputSoFar(frame), side, outputText)}
      {frame.trail.length > 0 && (
        <TableTwin
          t={t}
          named
          name={t('convolution.table.trail')}
          columns={[
            t('convolution.channel'),
            t('convolution.trail.output'),
            t('convolution.trail.value'),
            t('convolution.trail.place'),
          ]}
          rows={frame.trail
            .slice(0, state.step)
            .map(({ row, column }, i) => [
              whole(Math.floor(i / (side * side)) + 1),
              t('convolution.trail.at', { row: (Math.floor(i / side) % side) + 1, column: (i % side) + 1 }),
              whole(frame.output[i] ?? 0),
              t('convolution.trail.at', { row: row + 1, column: column + 1 }),
            ])}
        />
      )}
    </div>
  );
}
