import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin, Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { Charts } from './Charts.tsx';
import { ARROWS } from './evaluate.ts';
import type { GanFrame } from './model.ts';
import type { RunFrame } from './run.ts';
import { Stage } from './Stage.tsx';
import { isProbability } from './settings.ts';
import { sayCollapse, sayHalf, sayTraining } from './words.ts';

/** A frame and the words for it: the same before script, from the build, and after, from the worker. */
export interface PanelProps {
  readonly frame: GanFrame;
  readonly run: RunFrame;
  readonly index: number;
  readonly t: Translator;
}

const reading = (value: number): Cell => ({ value, text: readingText(value) });
const whole = (value: number): Cell => ({ value, text: String(value) });

/** The plane and the readings of one run. */
export function RunPanel({ frame, run, index, t }: PanelProps) {
  const collapse = sayCollapse(t, frame, run);
  const half = sayHalf(t, frame, run);
  return (
    <section class="run" aria-label={frame.runs.length > 1 ? t(`gan.run.${index}`) : t('gan.run')}>
      {frame.runs.length > 1 && (
        <p class="run-name">
          <strong>{t(`gan.run.${index}`)}</strong> {sayTraining(t, run.training)}
        </p>
      )}
      <Stage frame={frame} run={run} t={t} />
      <Readings frame={frame} run={run} t={t} />
      <div class="verdicts">
        {collapse !== null && (
          <details class="alarm" open>
            <summary>{collapse.title}</summary>
            <p>{collapse.why}</p>
          </details>
        )}
        {half !== null && <p class={`half ${run.half?.kind ?? ''}`}>{half}</p>}
      </div>
    </section>
  );
}

function Readings({ frame, run, t }: { readonly frame: GanFrame; readonly run: RunFrame; readonly t: Translator }) {
  const now = run.reading;
  const modes = frame.modes.length / 2;
  const entries: readonly (readonly [string, Cell, string?])[] = [
    ['D(x)', reading(now.dReal)],
    ['D(G(z))', reading(now.dFake)],
    [t('gan.lossD'), reading(now.lossD)],
    [t('gan.lossG'), reading(now.lossG)],
    ['JS', reading(now.js), t('gan.floorIs', { n: readingText(frame.floor.js) })],
    [t('gan.energy'), reading(now.energy), t('gan.floorIs', { n: readingText(frame.floor.energy) })],
    [t('gan.covered'), { value: now.covered, text: `${now.covered} / ${modes}` }],
    [t('gan.good'), { value: now.good, text: percentText(now.good) }],
  ];
  return (
    <dl class="readings">
      {entries.map(([name, cell, aside]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Value of={cell} />
            {aside !== undefined && <small> {aside}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Charts of one run. */
export function ChartPanel({ frame, run, index, t }: PanelProps) {
  const name = frame.runs.length > 1 ? `${t(`gan.run.${index}`)} ` : '';
  return (
    <section class="run-charts">
      {frame.runs.length > 1 && (
        <p class="run-name">
          <strong>{name}</strong>
        </p>
      )}
      <Charts
        series={run.series}
        floor={frame.floor}
        half={run.half}
        probability={isProbability(run.training.loss)}
        t={t}
      />
    </section>
  );
}

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
