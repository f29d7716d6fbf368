import { type Cell, Value } from '#widgets/TableTwin.tsx';
import { Grid } from './Grid.tsx';
import { GridTable } from './GridTable.tsx';
import type { PanelProps } from './panel-props.ts';
import { outputText } from './words.ts';

const whole = (value: number): Cell => ({ value, text: String(value) });

/** The output of the picture as it is beside that of the picture moved one cell to the right. */
export function ShiftPanel({ frame, t }: PanelProps) {
  const { shift, side, output } = frame;
  if (shift === null) return <p class="fact">{t('convolution.shift.none')}</p>;
  const first = side * side;
  const before = output.slice(0, first);
  const after = shift.output.slice(0, first);
  const strongest = Math.max(1, ...before.map(Math.abs), ...after.map(Math.abs));
  const same = before.map((value, i) => Math.abs(value - (after[i] ?? 0)) < 1e-5);
  const grid = (values: readonly number[], which: 'before' | 'after', ticks?: readonly boolean[]) => (
    <section class="part">
      <p class="part-title">
        {t(`convolution.shift.${which}`)}
        {output.length > first && ` · ${t('convolution.channelN', { n: 1 })}`}
      </p>
      <Grid
        side={side}
        values={values}
        strongest={strongest}
        tone="signed"
        text={outputText}
        alt={t(`convolution.alt.${which}`, { side, stayed: same.filter(Boolean).length, cells: first })}
        ticks={ticks}
      />
    </section>
  );
  return (
    <>
      <div class="grids">
        {grid(before, 'before')}
        {grid(after, 'after', same)}
      </div>
      <dl class="readings">
        <div>
          <dt>{t('convolution.shift.stayed')}</dt>
          <dd>
            <Value of={whole(shift.stayed)} /> / {shift.cells}
          </dd>
        </div>
        <div>
          <dt>{t('convolution.shift.followed')}</dt>
          <dd>
            <Value of={whole(shift.followed)} /> / {shift.neighbours}
          </dd>
        </div>
      </dl>
      <p class="fact">{t('convolution.shift.note')}</p>
      <div class="twins">
        <GridTable t={t} name={t('convolution.shift.before')} values={output} side={side} text={outputText} />
        <GridTable t={t} name={t('convolution.shift.after')} values={shift.output} side={side} text={outputText} />
      </div>
    </>
  );
}
