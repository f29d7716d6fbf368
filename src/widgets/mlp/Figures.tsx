import type { RunName } from '#widgets/training-state.ts';
import type { Translator } from '#widgets/translator.ts';
import { LossChart } from './LossChart.tsx';
import type { MlpFrame } from './model.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import { Plane } from './Plane.tsx';
import { Readings } from './Readings.tsx';
import { LossTable, ParameterTable, PlaneTable } from './RunTables.tsx';
import { trainingText } from './words.ts';

interface FiguresProps {
  readonly frame: MlpFrame;
  readonly t: Translator;
  readonly selected?: { readonly run: RunName; readonly id: string } | null;
  onSelect?: ((run: RunName, id: string) => void) | undefined;
}

/** One run or two: what the network answers, its readings, the network itself. */
export function Runs({ frame, t, selected = null, onSelect }: FiguresProps) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, i) => {
        const name: RunName = i === 0 ? 'a' : 'b';
        const drawing = frame.runs.length > 1 ? `${t('mlp.network')} ${name.toUpperCase()}` : t('mlp.network');
        return (
          <div key={name} class="run">
            {frame.runs.length > 1 && (
              <p class="run-name">
                <strong>{name.toUpperCase()}</strong> {trainingText(t, run.training)}
              </p>
            )}
            <div class="plane-side">
              <Plane frame={frame} run={run} t={t} />
            </div>
            <Readings run={run} t={t} />
            <div class="network-side">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard */}
              <section class="network-scroll" tabIndex={0} aria-label={drawing}>
                <NetworkPlot
                  run={run}
                  selected={selected?.run === name ? selected.id : null}
                  t={t}
                  onSelect={onSelect === undefined ? undefined : (id) => onSelect(name, id)}
                />
              </section>
              <p class="fact">{t('mlp.networkHow')}</p>
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** The losses on the way. */
export function Course({ frame, t }: Pick<FiguresProps, 'frame' | 't'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard
    <section class="course" tabIndex={0} aria-label={t('mlp.chart')}>
      <LossChart frame={frame} t={t} />
    </section>
  );
}

/** Every number as a table, and what names the parameters. Written at rest: in play it would cost more than the figures. */
export function Tables({ frame, t }: Pick<FiguresProps, 'frame' | 't'>) {
  return (
    <div class="tables">
      <LossTable frame={frame} t={t} />
      {frame.runs.map((run, i) => {
        const prefix = frame.runs.length === 1 ? '' : i === 0 ? 'A ' : 'B ';
        return (
          <div key={i === 0 ? 'a' : 'b'}>
            <PlaneTable run={run} prefix={prefix} t={t} />
            <ParameterTable run={run} prefix={prefix} t={t} />
          </div>
        );
      })}
    </div>
  );
}
