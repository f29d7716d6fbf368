import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { Kept } from '#widgets/Kept.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { TrainingFrame, TrainingPlayer } from '#widgets/TrainingFrame.tsx';
import type { RunName } from '#widgets/training-state.ts';
import { useModel } from '#widgets/use-model.ts';
import { useTraining } from '#widgets/use-training.ts';
import { AxisControl, ClockControls, DataControls, TrainingControls } from './Controls.tsx';
import { trainingSize } from './data.ts';
import { EndLine } from './EndLine.tsx';
import { ExportButton } from './ExportButton.tsx';
import { MAX_EDITS } from './edits.ts';
import { Course, Insides, Planes, showsHidden, Tables } from './Figures.tsx';
import { HiddenSpace } from './HiddenSpace.tsx';
import { Lessons } from './Lessons.tsx';
import type { Pause } from './model.ts';
import { NeuronPanel } from './NeuronPanel.tsx';
import { PointPad } from './PointPad.tsx';
import { isLesson, type LessonName, lessonsIn, PRESETS, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { decodeHash, encodeHash, INITIAL, isAtEnd, MAX_EPOCHS, type MlpState, reduce } from './state.ts';
import { Layers } from './TrainingFields.tsx';
import { TroubleLine } from './TroubleLine.tsx';
import { epochText, narrate, placeName, promptsOf, trainingText } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly planes?: ComponentChildren;
  readonly insides?: ComponentChildren;
  readonly course?: ComponentChildren;
  readonly tables?: ComponentChildren;
}

/** Fewest epochs the slider spans. */
const SPAN = 100;

/** The end of the slider: a quarter beyond where the training stands, in whole spans. */
function lastOf(state: MlpState, at: number): number {
  const samples = trainingSize(state);
  const reach = Math.max(SPAN, Math.ceil((1.25 * at) / samples / SPAN) * SPAN);
  return Math.min(MAX_EPOCHS, reach) * samples;
}

/** The widget once script runs: the same figures, now alive, and the controls around them. */
export default function MlpView({ preset: presetName, messages, page, ...still }: ViewProps) {
  const preset = PRESETS[presetName];
  const lessons = lessonsIn(presetName);
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const [lesson, setLesson] = useState<LessonName | null>(isLesson(presetName) ? presetName : null);
  const [chosen, setChosen] = useState<{ run: RunName; id: string }>({ run: 'a', id: 'out' });
  const [stopped, setStopped] = useState<{ readonly at: number; readonly pause: Pause } | null>(null);
  const [playing, play] = useState(false);
  // There is nothing to play beyond the last epoch.
  const atEnd = useRef(false);
  const setPlaying = (on: boolean): void => play(on && !atEnd.current);
  const training = useTraining({
    model: useModel('mlp', () => setPlaying(false)),
    playing,
    setPlaying,
    start: preset.state,
    initial: INITIAL,
    alone: presetName === 'lab',
    reduce,
    encodeHash,
    decodeHash,
    reachedBy: ({ at }) => at,
    lastOf,
    runsFreely: () => true,
    isProbed: ({ probe }) => probe !== null,
    // The frame at rest that follows knows the place, not what ended play there.
    onEnd: (frame) => setStopped(frame.stopped === null ? null : { at: frame.at, pause: frame.stopped }),
  });
  const { state, frame, restFrame, onTheWay, at, act, steer, disabled } = training;
  atEnd.current = isAtEnd(state);
  useEffect(() => {
    if (atEnd.current) setPlaying(false);
  }, [atEnd.current]);
  const steering = useRef<HTMLDivElement>(null);
  const choose = (name: LessonName): void => {
    setLesson(name);
    training.load(PRESETS[name].state);
    // So that what the lesson says to press, and what it moves, are in view.
    requestAnimationFrame(() => steering.current?.querySelector('.player')?.scrollIntoView({ block: 'nearest' }));
  };

  const samples = trainingSize(state);
  const epochs = (place: number): string => String(Number((place / samples).toFixed(2)));
  const text =
    onTheWay !== null
      ? t('mlp.onTheWay', { now: epochText(onTheWay), goal: epochs(state.at) })
      : t('mlp.epochIs', { n: epochs(at) });
  const chosenIndex = chosen.run === 'b' && (frame?.runs.length ?? 1) > 1 ? 1 : 0;
  const chosenRun = frame?.runs[chosenIndex];
  const chosenName: RunName = chosenIndex === 1 ? 'b' : 'a';
  const { id } = chosen;
  const place = placeName(t, presetName);
  return (
    <TrainingFrame
      training={training}
      name="mlp"
      preset={presetName}
      t={t}
      messages={messages}
      page={page}
      settings={[state.a, ...(state.b === null ? [] : [state.b])].map((each) => trainingText(t, each))}
      prompts={frame === null || playing ? [] : promptsOf(t, frame)}
      program={() => (frame === null ? '' : writeProgram(frame))}
    >
      {lessons.length > 0 && <Lessons lessons={lessons} chosen={lesson} disabled={disabled} t={t} onChoose={choose} />}
      {presetName === 'layers' && (
        <Layers
          training={state.a}
          disabled={disabled}
          t={t}
          onChange={(change) => act({ kind: 'train', run: 'a', change })}
        />
      )}
      <div class={state.b === null ? 'bench' : 'bench of-2'}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
        <fieldset class="stage" aria-label={t('mlp.stage')} tabIndex={0}>
          {frame === null ? still.planes : <Planes frame={frame} t={t} />}
        </fieldset>
        <div class="steering" ref={steering}>
          <TrainingPlayer
            training={training}
            t={t}
            label={t('mlp.epoch')}
            text={text}
            max={training.last}
            onSeek={(to) => act({ kind: 'seek', at: state.unit === 'epoch' ? Math.round(to / samples) * samples : to })}
          />
          {frame !== null && frame.lost !== null && <TroubleLine frame={frame} t={t} dispatch={act} />}
          {atEnd.current && <EndLine t={t} onReset={training.actions.reset} />}
          <Narration
            text={frame === null ? '' : narrate(t, frame, stopped?.at === frame.at ? stopped.pause : null)}
            moving={playing}
          />
          <ClockControls state={state} disabled={disabled} t={t} dispatch={steer} />
        </div>
        <div class="insides">
          {frame === null ? (
            still.insides
          ) : (
            <Insides
              frame={frame}
              t={t}
              selected={{ run: chosenName, id }}
              onSelect={(run, chosenId) => setChosen({ run, id: chosenId })}
            />
          )}
        </div>
      </div>
      {frame === null ? still.course : <Course frame={frame} t={t} />}
      <AxisControl state={state} disabled={disabled} t={t} dispatch={steer} />
      {frame !== null && chosenRun !== undefined && showsHidden(frame, preset.full) && (
        <HiddenSpace
          run={chosenRun}
          name={frame.runs.length > 1 ? chosenName : null}
          points={frame.points.train}
          prefix={place}
          resting={!playing}
          disabled={disabled}
          t={t}
        />
      )}
      {chosenRun !== undefined && (
        <NeuronPanel
          run={chosenRun}
          name={chosenName}
          selected={id}
          full={state.edits.length >= MAX_EDITS}
          disabled={disabled}
          t={t}
          onSelect={(chosenId) => setChosen({ run: chosenName, id: chosenId })}
          onEdit={(index, value) => steer({ kind: 'edit', run: chosenName, index, value })}
        />
      )}
      {preset.full && <DataControls state={state} disabled={disabled} t={t} dispatch={act} />}
      {preset.full && state.data === 'own' && <PointPad points={state.own} disabled={disabled} t={t} dispatch={act} />}
      {preset.full && <TrainingControls state={state} disabled={disabled} t={t} dispatch={act} />}
      {restFrame === null ? (
        still.tables
      ) : (
        <Kept by={[restFrame, t, place, chosenName, id]}>
          <Tables frame={restFrame} t={t} place={place} selected={{ run: chosenName, id }} />
        </Kept>
      )}
      {preset.full && frame !== null && <ExportButton frame={frame} t={t} />}
    </TrainingFrame>
  );
}
