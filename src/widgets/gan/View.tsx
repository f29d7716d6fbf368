import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { HashProblem } from '#core/state/url-codec.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { type LabActions, LabFrame } from '#widgets/LabFrame.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { Player, usePlay } from '#widgets/Player.tsx';
import { useHash } from '#widgets/use-hash.ts';
import { useModel } from '#widgets/use-model.ts';
import { useStart } from '#widgets/use-start.ts';
import { LayerControls, TaskControls, TrainingControls } from './Controls.tsx';
import { DrawPad } from './DrawPad.tsx';
import { Course, Planes, Tables } from './Figures.tsx';
import { Lessons } from './Lessons.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import type { GanFrame } from './model.ts';
import { lengthOf } from './path.ts';
import { LESSONS, type LessonName, PRESETS, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { decodeHash, encodeHash, type GanAction, INITIAL, reduce } from './state.ts';
import { Timeline } from './Timeline.tsx';
import { narrate, promptsOf } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly planes?: ComponentChildren;
  readonly course?: ComponentChildren;
  readonly tables?: ComponentChildren;
}

/** Ticks a second; the last is as fast as the worker goes. */
const SPEEDS: readonly number[] = [1, 5, 20, Number.POSITIVE_INFINITY];
const FULL = SPEEDS.length - 1;
/** Rest before the predictions' answers are tried out, in milliseconds. */
const REST = 600;

/** The widget once script runs: the same figures, now alive, and the controls around them. */
export default function GanView({ preset: presetName, messages, page, planes, course, tables }: ViewProps) {
  const preset = PRESETS[presetName];
  const alone = presetName === 'lab';
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const root = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(reduce, preset.state);
  const [problems, setProblems] = useState<readonly HashProblem[]>([]);
  const [hydrated, setHydrated] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(FULL);
  const [lesson, setLesson] = useState<LessonName | null>(null);
  const [started, start] = useStart(root);
  const model = useModel('gan', () => setPlaying(false));
  const running = playing && speed === FULL && !state.slow;

  // On the way to its first state the picture of the build stands; the way is told in words.
  const arrived = useRef(false);
  const latest = model.frame;
  if (latest?.arrived === true) arrived.current = true;
  const frame = arrived.current ? latest : null;
  const progress = latest === null || latest.arrived || latest.tick > state.at ? null : latest.tick;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (started) model.ask({ kind: running ? 'play' : 'show', state });
  }, [started, state, running]);

  const hash = encodeHash(state);
  /** The frame, if it belongs to the present state: the last one of another game says nothing of this. */
  const own = frame !== null && encodeHash(frame.state) === hash ? frame : null;
  const ended = running && own?.arrived === true && (own.lost !== null || own.tick > state.at);
  useEffect(() => {
    if (ended) halt();
  }, [ended]);

  const unprobed = own?.arrived === true && !playing && own.lost === null && own.runs[0]?.probe === null;
  useEffect(() => {
    if (!unprobed) return undefined;
    const timer = setTimeout(() => model.ask({ kind: 'probe', state }), REST);
    return () => clearTimeout(timer);
  }, [unprobed, state]);

  const tick = running && own !== null ? Math.max(own.tick, state.at) : state.at;
  const length = Math.max(lengthOf(state.path), tick);
  /** The state catches up with what play has put on screen. */
  const catchUp = (): void => {
    if (running && own !== null) dispatch({ kind: 'reach', at: own.tick });
  };
  /** Ends play where it is on screen, so that not one step follows. */
  const halt = (): void => {
    catchUp();
    setPlaying(false);
  };
  const act = (action: GanAction): void => {
    halt();
    dispatch(action);
  };
  const changeSpeed = (next: number): void => {
    catchUp();
    setSpeed(next);
  };
  // The slow walk has words to read: at full speed it takes a stop a second.
  const pace = state.slow && speed === FULL ? 0 : speed;
  usePlay(playing && !running, pace, progress === null, () => dispatch({ kind: 'step', by: 1 }), SPEEDS);

  useHash(alone, hash, encodeHash(INITIAL), (hash) => {
    const decoded = decodeHash(hash);
    setProblems(decoded.problems);
    setPlaying(false);
    dispatch({ kind: 'load', state: decoded.state });
    start();
  });

  const actions: LabActions = {
    back: () => act({ kind: 'step', by: -1 }),
    forward: () => act({ kind: 'step', by: 1 }),
    play: () => (playing ? halt() : setPlaying(true)),
    first: () => act({ kind: 'seek', at: 0 }),
    last: () => act({ kind: 'seek', at: length }),
    reset: () => act({ kind: 'reset' }),
    'new-seed': () => act({ kind: 'new-seed' }),
    faster: () => changeSpeed(Math.min(FULL, speed + 1)),
    slower: () => changeSpeed(Math.max(0, speed - 1)),
  };
  const choose = (name: LessonName): void => {
    setLesson(name);
    act({ kind: 'load', state: LESSONS[name] });
    start();
  };

  const off = !hydrated;
  const text =
    progress !== null && !running
      ? t('gan.onTheWay', { now: progress, goal: state.at })
      : state.phase === null
        ? t('gan.tickIs', { n: tick })
        : t('gan.tickPhase', { n: tick, phase: t(`gan.phaseName.${state.phase}`) });
  // A thousand cells written twenty times a second would cost more than the drawing: tables are those of the last rest.
  const rest = useRef<GanFrame | null>(null);
  if (frame?.arrived === true) rest.current = frame;
  const resting = rest.current;
  const numbers = useMemo(() => (resting === null ? tables : <Tables frame={resting} t={t} />), [resting, tables, t]);
  const shown = frame === null ? null : { ...frame, state: { ...frame.state, layers: state.layers } };
  return (
    <LabFrame
      name="gan"
      place={`gan-${presetName}`}
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
      {preset.full && <TaskControls state={state} disabled={off} t={t} dispatch={act} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
      <fieldset class="stage" aria-label={t('gan.stage')} tabIndex={0}>
        {shown === null ? planes : <Planes frame={shown} t={t} />}
      </fieldset>
      <div class="steering">
        <Player
          t={t}
          label={t('gan.tick')}
          value={tick}
          min={0}
          max={Math.max(1, length)}
          endless
          step={1}
          text={text}
          playing={playing}
          speed={speed}
          speeds={SPEEDS}
          disabled={off}
          onStep={(by) => act({ kind: 'step', by })}
          onSeek={(at) => act({ kind: 'seek', at })}
          onPlay={actions.play}
          onSpeed={changeSpeed}
          onReset={actions.reset}
          onNewSeed={actions['new-seed']}
        />
        <MoveButtons state={state} disabled={off} t={t} dispatch={act} />
        {frame?.lost != null && (
          <p class="failure" role="alert">
            {t('error.gan-diverged', { tick: frame.tick })}{' '}
            <button type="button" onClick={() => act({ kind: 'gentler' })}>
              {t('gan.gentler')}
            </button>
          </p>
        )}
        <Narration text={shown === null ? '' : narrate(t, shown)} moving={playing} />
      </div>
      {preset.full && (
        <LayerControls
          state={state}
          disabled={off}
          t={t}
          dispatch={(action) => {
            catchUp();
            dispatch(action);
          }}
        />
      )}
      {frame !== null && <Timeline frame={frame} disabled={off} t={t} onSeek={(at) => act({ kind: 'seek', at })} />}
      <div class="course">
        {shown === null ? course : <Course frame={shown} t={t} />}
        {numbers}
      </div>
      {preset.full && (
        <>
          <details class="settings-fold">
            <summary>{t('gan.settings')}</summary>
            <TrainingControls state={state} disabled={off} t={t} dispatch={act} />
          </details>
          <details class="settings-fold">
            <summary>{t('gan.draw')}</summary>
            <DrawPad spots={state.spots} disabled={off} t={t} dispatch={act} />
          </details>
        </>
      )}
    </LabFrame>
  );
}
