import type { Translator } from '#widgets/translator.ts';
import { Charts } from './Charts.tsx';
import type { GanFrame } from './model.ts';
import { Readings } from './Readings.tsx';
import type { RunFrame } from './run.ts';
import { Stage } from './Stage.tsx';
import { isProbability } from './settings.ts';
import { runName, sayCollapse, sayHalf, sayTraining } from './words.ts';

/** A frame and the words for it: the same before script, from the build, and after, from the worker. */
export interface PanelProps {
  readonly frame: GanFrame;
  readonly run: RunFrame;
  readonly index: number;
  readonly t: Translator;
  readonly place?: string | undefined;
}

/** The plane of one run. */
export function RunPanel({ frame, run, index, t, place = '' }: PanelProps) {
  return (
    <section class="run" aria-label={place + (frame.runs.length > 1 ? runName(t, index) : t('gan.run'))}>
      {frame.runs.length > 1 && (
        <p class="run-name">
          <strong>{runName(t, index)}</strong> {sayTraining(t, run.training)}
        </p>
      )}
      <Stage frame={frame} run={run} t={t} />
      <p class="fact legend">{t(isProbability(run.training.loss) ? 'gan.legend' : 'gan.legendScore')}</p>
    </section>
  );
}

/** The collapse alarm and D at 50 %, in words. */
export function VerdictPanel({ frame, run, index, t }: PanelProps) {
  const collapse = sayCollapse(t, frame, run);
  const half = sayHalf(t, frame, run);
  if (collapse === null && half === null) return null;
  return (
    <section class="verdicts">
      {frame.runs.length > 1 && (
        <p class="run-name">
          <strong>{runName(t, index)}</strong>
        </p>
      )}
      {collapse !== null && (
        <details class="alarm" open>
          <summary>{collapse.title}</summary>
          <p>{collapse.why}</p>
        </details>
      )}
      {half !== null && <p class={`half ${run.half?.kind ?? ''}`}>{half}</p>}
    </section>
  );
}

/** The readings of one run. */
export function ReadingsPanel({ frame, run, index, t }: PanelProps) {
  return (
    <section class="run-readings">
      {frame.runs.length > 1 && (
        <p class="run-name">
          <strong>{runName(t, index)}</strong>
        </p>
      )}
      <Readings frame={frame} run={run} t={t} />
    </section>
  );
}

/** Charts of one run. */
export function ChartPanel({ frame, run, index, t }: PanelProps) {
  const name = frame.runs.length > 1 ? `${runName(t, index)} ` : '';
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
        near={frame.near}
        half={run.half}
        loss={run.training.loss}
        t={t}
      />
    </section>
  );
}
