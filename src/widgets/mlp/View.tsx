import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { HashProblem } from '#core/state/url-codec.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type LabActions, LabFrame } from '#widgets/LabFrame.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { Player, usePlay } from '#widgets/Player.tsx';
import type { RunName } from '#widgets/training-state.ts';
import { useHash } from '#widgets/use-hash.ts';
import { useModel } from '#widgets/use-model.ts';
import { useStart } from '#widgets/use-start.ts';
import { ClockControls, DataControls, TrainingControls } from './Controls.tsx';
import { trainingSize } from './data.ts';
import { ExportButton } from './ExportButton.tsx';
import { MAX_EDITS } from './edits.ts';
import { Course, Runs, Tables } from './Figures.tsx';
import { Lessons } from './Lessons.tsx';
import type { MlpFrame } from './model.ts';
import { NeuronPanel } from './NeuronPanel.tsx';
import { PointPad } from './PointPad.tsx';
import { type LessonName, PRESETS, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { decodeHash, encodeHash, INITIAL, MAX_EPOCHS, type MlpAction, reduce, type Stop } from './state.ts';
import { epochText, narrate, promptsOf, troubleText } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly runs?: ComponentChildren;
  readonly course?: ComponentChildren;
  readonly tables?: ComponentChildren;
}

/** Steps a second; the last is as fast as the worker goes. */
const SPEEDS: readonly number[] = [1, 5, 20, Number.POSITIVE_INFINITY];
const FULL = SPEEDS.length - 1;
/** Rest before the predictions' answers are tried out, in milliseconds. */
const REST = 600;
/** Fewest epochs the slider spans. */
const SPAN = 100;

/** The widget once script runs: the same figures, now alive, and the controls around them. */
export default function MlpView({ preset: presetName, messages, page, runs, course, tables }: ViewProps) {
  const preset = PRESETS[presetName];
  const alone = presetName === 'lab';
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const root = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(reduce, preset.state);
  const [problems, setProblems] = useState<readonly HashProblem[]>([]);
  const [hydrated, setHydrated] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(FULL);
  const [lesson, setLesson] = useState<LessonName | null>(presetName === 'lab' ? null : presetName);
  const [chosen, setChosen] = useState<{ run: RunName; id: string }>({ run: 'a', id: 'out' });
  const [started, start] = useStart(root);
  const model = useModel('mlp', () => setPlaying(false));
  const running = playing && speed === FULL;

  // On the way to its first state the picture of the build stands; the way is told in words.
  const arrived = useRef(false);
  const latest = model.frame;
  if (latest?.arrived === true) arrived.current = true;
  const frame = arrived.current ? latest : null;
  const onTheWay = latest !== null && !latest.arrived && !running && latest.at < state.at ? latest : null;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (started) model.ask({ kind: running ? 'play' : 'show', state });
  }, [started, state, running]);

  const hash = encodeHash(state);
  /** The frame, if it belongs to the present state: the last one of another state says nothing of this. */
  const own = frame !== null && encodeHash(frame.state) === hash ? frame : null;
  const ended = running && own?.arrived === true && (own.lost !== null || own.at > state.at);
  const [stopped, setStopped] = useState<{ readonly at: number; readonly stop: Stop } | null>(null);
  useEffect(() => {
    if (!ended) return;
    // The frame at rest that follows knows the place, not what ended play there.
    setStopped(own.stopped === null ? null : { at: own.at, stop: own.stopped });
    halt();
  }, [ended]);
  // Tables are written at rest.
  const rested = useRef<MlpFrame | null>(null);
  if (frame?.arrived === true) rested.current = frame;
  const restFrame = rested.current;
  const tablesNow = useMemo(() => (restFrame === null ? null : <Tables frame={restFrame} t={t} />), [restFrame, t]);

  const unprobed = own?.arrived === true && !playing && own.lost === null && own.probe === null;
  useEffect(() => {
    if (!unprobed) return undefined;
    const timer = setTimeout(() => model.ask({ kind: 'probe', state }), REST);
    return () => clearTimeout(timer);
  }, [unprobed, state]);

  const at = running && own !== null ? Math.max(own.at, state.at) : state.at;
  /** The state catches up with what play has put on screen. */
  const catchUp = (): void => {
    if (running && own !== null && own.at > state.at) dispatch({ kind: 'seek', at: own.at });
  };
  /** Ends play where it is on screen, so that not one step follows. */
  const halt = (): void => {
    catchUp();
    setPlaying(false);
  };
  const act = (action: MlpAction): void => {
    halt();
    dispatch(action);
  };
  /** What changes how play goes on, not where it stands. */
  const steer = (change: () => void): void => {
    catchUp();
    change();
  };
  usePlay(playing && !running, speed, onTheWay === null, () => dispatch({ kind: 'step', by: 1 }), SPEEDS);

  useHash(alone, hash, encodeHash(INITIAL), (text) => {
    const decoded = decodeHash(text);
    setProblems(decoded.problems);
    setPlaying(false);
    dispatch({ kind: 'load', state: decoded.state });
    start();
  });

  const samples = trainingSize(state);
  const reach = Math.max(SPAN, Math.ceil((1.25 * at) / samples / SPAN) * SPAN) * samples;
  const last = Math.min(MAX_EPOCHS * samples, reach);
  const actions: LabActions = {
    back: () => act({ kind: 'step', by: -1 }),
    forward: () => act({ kind: 'step', by: 1 }),
    play: () => (playing ? halt() : setPlaying(true)),
    first: () => act({ kind: 'seek', at: 0 }),
    last: () => act({ kind: 'seek', at: last }),
    reset: () => act({ kind: 'reset' }),
    'new-seed': () => act({ kind: 'new-seed' }),
    faster: () => steer(() => setSpeed(Math.min(FULL, speed + 1))),
    slower: () => steer(() => setSpeed(Math.max(0, speed - 1))),
  };
  const choose = (name: LessonName): void => {
    setLesson(name);
    act({ kind: 'load', state: PRESETS[name].state });
    start();
  };
  /** An edit takes effect at once, and play goes on from it. */
  const edit = (run: RunName, index: number, value: number): void =>
    steer(() => dispatch({ kind: 'edit', run, index, value }));

  const off = !hydrated;
  const text =
    onTheWay !== null && onTheWay.at !== state.at
      ? t('mlp.onTheWay', { now: epochText(onTheWay), goal: String(Number((state.at / samples).toFixed(2))) })
      : t('mlp.epochIs', { n: String(Number((at / samples).toFixed(2))) });
  const chosenIndex = chosen.run === 'b' && (frame?.runs.length ?? 1) > 1 ? 1 : 0;
  const chosenRun = frame?.runs[chosenIndex];
  const chosenName: RunName = chosenIndex === 1 ? 'b' : 'a';
  return (
    <LabFrame
      name="mlp"
      place={`mlp-${presetName}`}
      t={t}
      messages={messages}
      root={root}
      disabled={off}
      actions={actions}
      problems={problems}
      failure={model.failure}
      onRetry={() => model.ask({ kind: 'show', state })}
      prompts={frame === null || playing ? [] : promptsOf(t, frame)}
      address={`${page}#${hash}`}
      program={() => (frame === null ? '' : writeProgram(frame))}
    >
      {preset.full && <Lessons chosen={lesson} disabled={off} t={t} onChoose={choose} />}
      {preset.full && <DataControls state={state} disabled={off} t={t} dispatch={act} />}
      {preset.full && state.data === 'own' && <PointPad points={state.own} disabled={off} t={t} dispatch={act} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
      <fieldset class="stage" aria-label={t('mlp.stage')} tabIndex={0}>
        {frame === null ? (
          runs
        ) : (
          <Runs
            frame={frame}
            t={t}
            selected={{ run: chosenName, id: chosen.id }}
            onSelect={(run, id) => setChosen({ run, id })}
          />
        )}
      </fieldset>
      <div class="steering">
        <Player
          t={t}
          label={t('mlp.epoch')}
          value={at}
          min={0}
          max={last}
          endless
          step={1}
          text={text}
          playing={playing}
          speed={speed}
          speeds={SPEEDS}
          disabled={off}
          onStep={(by) => act({ kind: 'step', by })}
          onSeek={(to) => act({ kind: 'seek', at: state.unit === 'epoch' ? Math.round(to / samples) * samples : to })}
          onPlay={actions.play}
          onSpeed={(next) => steer(() => setSpeed(next))}
          onReset={actions.reset}
          onNewSeed={actions['new-seed']}
        />
        <ClockControls state={state} disabled={off} t={t} dispatch={(action) => steer(() => dispatch(action))} />
        {frame !== null && frame.lost !== null && (
          <p class="failure" role="alert">
            {troubleText(t, frame)}{' '}
            {frame.lost.rate !== null && (
              <button
                type="button"
                onClick={() => {
                  const { lost } = frame;
                  if (lost !== null && lost.rate !== null)
                    act({ kind: 'train', run: lost.run, change: { rate: lost.rate } });
                }}
              >
                {t('mlp.useRate', { rate: frame.lost.rate })}
              </button>
            )}
          </p>
        )}
        <Narration
          text={frame === null ? '' : narrate(t, frame, stopped?.at === frame.at ? stopped.stop : null)}
          moving={playing}
        />
      </div>
      {frame === null ? course : <Course frame={frame} t={t} />}
      {chosenRun !== undefined && (
        <NeuronPanel
          run={chosenRun}
          name={chosenName}
          selected={chosen.id}
          full={state.edits.length >= MAX_EDITS}
          disabled={off}
          t={t}
          onSelect={(id) => setChosen({ run: chosenName, id })}
          onEdit={(index, value) => edit(chosenName, index, value)}
        />
      )}
      {preset.full && <TrainingControls state={state} disabled={off} t={t} dispatch={act} />}
      {tablesNow ?? tables}
      {preset.full && frame !== null && <ExportButton frame={frame} t={t} />}
    </LabFrame>
  );
}
