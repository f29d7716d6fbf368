import type { Translator } from '#widgets/translator.ts';
import type { GanFrame } from './model.ts';
import { ChartPanel, PlaneTables, RunPanel } from './RunPanel.tsx';

/** Everything drawn of a frame: a plane and readings for each run, charts below, tables under them. */
export function Figures({ frame, t }: { readonly frame: GanFrame; readonly t: Translator }) {
  const { layers } = frame.state;
  const indices = frame.runs.map((_, i) => i);
  return (
    <>
      <div class={`runs of-${frame.runs.length}`}>
        {indices.map((index) => (
          <RunPanel key={index} frame={frame} index={index} layers={layers} t={t} />
        ))}
      </div>
      <div class={`runs of-${frame.runs.length}`}>
        {indices.map((index) => (
          <ChartPanel key={index} frame={frame} index={index} layers={layers} t={t} />
        ))}
      </div>
      {indices.map((index) => (
        <PlaneTables key={index} frame={frame} index={index} layers={layers} t={t} />
      ))}
      <p class="fact ids">
        {frame.runs.map((run, i) => (
          <span key={i}>
            {t('gan.sizes', { d: run.parametersD, g: run.parametersG })} {run.hash !== null && <code>{run.hash}</code>}
          </span>
        ))}
      </p>
    </>
  );
}
