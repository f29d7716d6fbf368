import type { ComponentChildren } from 'preact';
import type { RunName } from '#widgets/training-state.ts';
import type { Translator } from '#widgets/translator.ts';
import { HiddenSpace, hasHiddenSpace } from './HiddenSpace.tsx';
import { LossChart } from './LossChart.tsx';
import type { MlpFrame } from './model.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import { Plane } from './Plane.tsx';
import { PointTable } from './PointTable.tsx';
import { Readings } from './Readings.tsx';
import { LossTable, ParameterTable, PlaneTable } from './RunTables.tsx';
import type { RunFrame } from './run-frame.ts';
import { trainingText, wholeText } from './words.ts';

interface FiguresProps {
  readonly frame: MlpFrame;
  readonly t: Translator;
}

/** One run or two, side by side, in the order of the clock. */
function Side({
  frame,
  children,
}: {
  readonly frame: MlpFrame;
  children(run: RunFrame, name: RunName): ComponentChildren;
}) {
  return (
    <div class={`runs of-${frame.runs.length}`}>
      {frame.runs.map((run, i) => {
        const name: RunName = i === 0 ? 'a' : 'b';
        return (
          <div key={name} class="run">
            {children(run, name)}
          </div>
        );
      })}
    </div>
  );
}

/** What every network answers over the plane, and what the tint and the marks mean. */
export function Planes({ frame, t }: FiguresProps) {
  return (
    <>
      <Side frame={frame}>
        {(run, name) => (
          <>
            {frame.runs.length > 1 && (
              <p class="run-name">
                <strong>{name.toUpperCase()}</strong> {trainingText(t, run.training)}
              </p>
            )}
            <Plane frame={frame} run={run} t={t} />
            <p class="print-only fact">{wholeText(t, frame, run)}</p>
          </>
        )}
      </Side>
      <p class="fact legend">
        <span class="pos">{t('mlp.legend.pos')}</span> <span class="neg">{t('mlp.legend.neg')}</span>{' '}
        {t('mlp.legend.how')} {frame.points.test.targets.length > 0 && t('mlp.legend.test')}
      </p>
    </>
  );
}

interface InsidesProps extends FiguresProps {
  readonly selected?: { readonly run: RunName; readonly id: string } | null;
  onSelect?: ((run: RunName, id: string) => void) | undefined;
}

/** What every run has come to, and the network itself. */
export function Insides({ frame, t, selected = null, onSelect }: InsidesProps) {
  return (
    <>
      <Side frame={frame}>
        {(run, name) => (
          <>
            {frame.runs.length > 1 && (
              <p class="run-name">
                <strong>{name.toUpperCase()}</strong>
              </p>
            )}
            <Readings run={run} t={t} />
            <div class="network-side">
              <NetworkPlot
                run={run}
                selected={selected?.run === name ? selected.id : null}
                t={t}
                onSelect={onSelect === undefined ? undefined : (id) => onSelect(name, id)}
              />
            </div>
          </>
        )}
      </Side>
      <p class="fact">{t('mlp.networkHow')}</p>
    </>
  );
}

/** The losses on the way. */
export function Course({ frame, t }: FiguresProps) {
  return (
    <div class="course">
      <LossChart frame={frame} t={t} />
    </div>
  );
}

/** Whether a place shows the bent plane: where it is the whole of what the output sees, and wherever everything is shown. */
export function showsHidden(frame: MlpFrame, full: boolean): boolean {
  const [run] = frame.runs;
  return (
    run !== undefined &&
    hasHiddenSpace(run) &&
    (full || (frame.runs.length === 1 && run.training.hidden.at(-1) === 2 && run.training.hidden.length === 1))
  );
}

interface TablesProps extends FiguresProps {
  /** What stands before every table's name: a page may have the widget twice. */
  readonly place: string;
  readonly selected?: { readonly run: RunName; readonly id: string } | null;
}

/** Every number as a table, and what names the parameters. Written at rest: in play it would cost more than the figures. */
export function Tables({ frame, t, place, selected = null }: TablesProps) {
  return (
    <div class="tables">
      <LossTable frame={frame} prefix={place} t={t} />
      <PointTable frame={frame} prefix={place} t={t} />
      {frame.runs.map((run, i) => {
        const prefix = place + (frame.runs.length === 1 ? '' : i === 0 ? 'A ' : 'B ');
        const chosen = selected !== null && selected.run === (i === 0 ? 'a' : 'b') ? selected.id : null;
        return (
          <div key={i === 0 ? 'a' : 'b'}>
            <PlaneTable run={run} prefix={prefix} t={t} />
            {chosen !== null && chosen !== 'out' && <PlaneTable run={run} prefix={prefix} neuron={chosen} t={t} />}
            <ParameterTable run={run} prefix={prefix} t={t} />
          </div>
        );
      })}
    </div>
  );
}

/**
 * What the build draws below the losses: the bent plane where the place shows it, and the tables. One slot holds both, since
 * an empty one would be gone once script runs, and what follows it with it.
 */
export function StillTables({ frame, full, place, t }: TablesProps & { readonly full: boolean }) {
  const [run] = frame.runs;
  return (
    <>
      {run !== undefined && showsHidden(frame, full) && (
        <HiddenSpace run={run} name={null} points={frame.points.train} prefix={place} t={t} />
      )}
      <Tables frame={frame} place={place} t={t} />
    </>
  );
}
