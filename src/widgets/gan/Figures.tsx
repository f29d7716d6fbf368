import type { Translator } from '#widgets/translator.ts';
import type { GanFrame } from './model.ts';
import { ChartPanel, ReadingsPanel, RunPanel, VerdictPanel } from './RunPanel.tsx';
import { RunTables } from './RunTables.tsx';

interface FiguresProps {
  readonly frame: GanFrame;
  readonly t: Translator;
  /** What stands before the names of parts, where a page has several of these. */
  readonly place?: string;
}

/** The plane of each run, side by side. */
export function Planes({ frame, t, place }: FiguresProps) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, index) => (
        <RunPanel key={index} frame={frame} run={run} index={index} t={t} place={place} />
      ))}
    </div>
  );
}

/** What is to be said of each run: the alarm, and D at 50 %. */
export function Verdicts({ frame, t }: FiguresProps) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, index) => (
        <VerdictPanel key={index} frame={frame} run={run} index={index} t={t} />
      ))}
    </div>
  );
}

/** Where each run stands, in numbers. */
export function AllReadings({ frame, t }: FiguresProps) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, index) => (
        <ReadingsPanel key={index} frame={frame} run={run} index={index} t={t} />
      ))}
    </div>
  );
}

/** What came of it so far: the charts of each run. */
export function Course({ frame, t }: FiguresProps) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, index) => (
        <ChartPanel key={index} frame={frame} run={run} index={index} t={t} />
      ))}
    </div>
  );
}

/** Every number as a table, then what names the networks. For a frame at rest. */
export function Tables({ frame, t, place }: FiguresProps) {
  return (
    <>
      <div class="tables">
        {frame.runs.map((run, index) => (
          <RunTables key={index} frame={frame} run={run} index={index} t={t} place={place} />
        ))}
      </div>
      <p class="fact ids">
        {frame.runs.map((run, i) => (
          <span key={i}>
            {t('gan.sizes', { d: run.parametersD, g: run.parametersG })}{' '}
            {run.hash !== null && (
              <>
                {t('gan.hash')} <code>{run.hash}</code>
              </>
            )}
          </span>
        ))}
      </p>
    </>
  );
}
