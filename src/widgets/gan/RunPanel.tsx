import type { Translator } from '#widgets/translator.ts';
import { Charts } from './Charts.tsx';
import type { GanFrame } from './model.ts';
import { Readings } from './Readings.tsx';
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
