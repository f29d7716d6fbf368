import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin } from '#widgets/TableTwin.tsx';
import { ARROWS } from './evaluate.ts';
import type { PanelProps } from './RunPanel.tsx';

const reading = (value: number): Cell => ({ value, text: readingText(value) });
const whole = (value: number): Cell => ({ value, text: String(value) });

/** What plane and charts show, as numbers: readings, modes, D's opinion on a coarse grid, arrows. */
export function RunTables({ frame, run, index, t }: PanelProps) {
  const { map, arrows } = run;
  const name = frame.runs.length > 1 ? `${t(`gan.run.${index}`)} ` : '';
  const places = [-1.25, -0.75, -0.25, 0.25, 0.75, 1.25];
  const cell = (place: number): number => Math.min(map.size - 1, Math.floor(((place + 1.5) / 3) * map.size));
  return (
    <>
      <TableTwin
        named
        t={t}
        name={name + t('gan.table.series')}
        columns={[
          t('gan.tick'),
          'D(x)',
          'D(G(z))',
          'L_D',
          'L_G',
          'JS',
          t('gan.energy'),
          t('gan.covered'),
          t('gan.good'),
        ]}
        rows={run.series.map((each) => [
          whole(each.tick),
          ...[each.dReal, each.dFake, each.lossD, each.lossG, each.js, each.energy].map(reading),
          whole(each.covered),
          { value: each.good, text: percentText(each.good) },
        ])}
      />
      <TableTwin
        named
        t={t}
        name={name + t('gan.table.modes')}
        columns={[t('gan.mode'), 'x', 'y', t('gan.points')]}
        rows={run.modes.map((count, i) => [
          whole(i + 1),
          { value: frame.modes[2 * i] ?? 0, text: shortNumber(frame.modes[2 * i] ?? 0) },
          { value: frame.modes[2 * i + 1] ?? 0, text: shortNumber(frame.modes[2 * i + 1] ?? 0) },
          whole(count),
        ])}
      />
      <TableTwin
        named
        t={t}
        name={name + t('gan.table.map')}
        columns={['y ╲ x', ...places.map((x) => shortNumber(x))]}
        rows={places.toReversed().map((y) => [
          shortNumber(y),
          ...places.map((x) => {
            const value = map.values[(map.size - 1 - cell(y)) * map.size + cell(x)] ?? 0;
            return { value, text: readingText(value) };
          }),
        ])}
      />
      {frame.state.layers.includes('arrows') && (
        <TableTwin
          named
          t={t}
          name={name + t('gan.table.arrows')}
          columns={['x', 'y', t('gan.wanted'), '', ...(arrows.moved === null ? [] : [t('gan.moved'), ' '])]}
          rows={Array.from({ length: ARROWS }, (_, i) =>
            [arrows.from, arrows.wanted, ...(arrows.moved === null ? [] : [arrows.moved])].flatMap((each) => [
              reading(each[2 * i] ?? 0),
              reading(each[2 * i + 1] ?? 0),
            ]),
          )}
        />
      )}
    </>
  );
}
