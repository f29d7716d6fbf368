import { shortNumber } from '#core/format-number.ts';
import { TableTwin } from '#widgets/TableTwin.tsx';
import { GridTable } from './GridTable.tsx';
import type { PanelProps } from './panel-props.ts';
import { placeAt } from './place.ts';
import { outputSoFar, outputText, spotOf } from './words.ts';

/** The numbers of the sliding window's figures as tables: picture, kernel, output so far, where the largest stood. */
export function SlideTables({ frame, t }: PanelProps) {
  const { state, side, reading } = frame;
  const kernel = state.mode === 'conv' ? frame.kernels[reading?.cell.channel ?? 0] : undefined;
  return (
    <div class="twins">
      <GridTable t={t} name={t('convolution.table.input')} values={frame.input} side={state.n} />
      {kernel && <GridTable t={t} name={t('convolution.table.kernel')} values={kernel.weights} side={state.k} />}
      {side > 0 && (
        <GridTable
          t={t}
          name={t('convolution.table.output')}
          values={outputSoFar(frame)}
          side={side}
          text={outputText}
        />
      )}
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
          rows={frame.trail.slice(0, state.step).map((place, i) => {
            const cell = placeAt(i, side);
            const value = frame.output[i] ?? 0;
            return [
              { value: cell.channel + 1, text: String(cell.channel + 1) },
              t('convolution.trail.at', spotOf(cell)),
              { value, text: shortNumber(value) },
              t('convolution.trail.at', spotOf(place)),
            ];
          })}
        />
      )}
    </div>
  );
}
