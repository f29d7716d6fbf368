import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { Narration } from '#widgets/Narration.tsx';
import { TrainingFrame, TrainingPlayer } from '#widgets/TrainingFrame.tsx';
import type { RunName } from '#widgets/training-state.ts';
import { useModel } from '#widgets/use-model.ts';
import { useTraining } from '#widgets/use-training.ts';
import { ClockControls, DataControls, TrainingControls } from './Controls.tsx';
import { trainingSize } from './data.ts';
import { ExportButton } from './ExportButton.tsx';
import { MAX_EDITS } from './edits.ts';
import { Course, Runs, Tables } from './Figures.tsx';
import { Lessons } from './Lessons.tsx';
import { NeuronPanel } from './NeuronPanel.tsx';
import { PointPad } from './PointPad.tsx';
import { type LessonName, PRESETS, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { decodeHash, encodeHash, INITIAL, MAX_EPOCHS, type MlpState, reduce, type Stop } from './state.ts';
import { TroubleLine } from './TroubleLine.tsx';
import { epochText, narrate, promptsOf, trainingText } from './words.ts';

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

/** Fewest epochs the slider spans. */
const SPAN = 100;

/** The end of the slider: a quarter beyond where the training stands, in whole spans. */
function lastOf(state: MlpState, at: number): number {
  const samples = trainingSize(state);
  const reach = Math.max(SPAN, Math.ceil((1.25 * at) / samples / SPAN) * SPAN);
  return Math.min(MAX_EPOCHS, reach) * samples;
}

/** The widget once script runs: the same figures, now alive, and the controls around them. */
export default function MlpView({ preset: presetName, messages, page, runs, course, tables }: ViewProps) {
  const preset = PRESETS[presetName];
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const [lesson, setLesson] = useState<LessonName | null>(presetName === 'lab' ? null : presetName);
  const [chosen, setChosen] = useState<{ run: RunName; id: string }>({ run: 'a', id: 'out' });
  const [stopped, setStopped] = useState<{ readonly at: number; readonly stop: Stop } | null>(null);
  const [playing, setPlaying] = useState(false);
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
    onEnd: (frame) => setStopped(frame.stopped === null ? null : { at: frame.at, stop: frame.stopped }),
  });
  const { state, frame, restFrame, onTheWay, at, act, steer, disabled } = training;
  const choose = (name: LessonName): void => {
    setLesson(name);
    training.load(PRESETS[name].state);
  };

  const samples = trainingSize(state);
  const epochs = (place: number): string => String(Number((place / samples).toFixed(2)));
  const text =
    onTheWay !== null
      ? t('mlp.onTheWay', { now: epochText(onTheWay), goal: epochs(state.at) })
      : t('mlp.epochIs', { n: epochs(at) });
  const numbers = useMemo(() => restFrame && <Tables frame={restFrame} t={t} />, [restFrame, t]);
  const chosenIndex = chosen.run === 'b' && (frame?.runs.length ?? 1) > 1 ? 1 : 0;
  const chosenRun = frame?.runs[chosenIndex];
  const chosenName: RunName = chosenIndex === 1 ? 'b' : 'a';
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
      {preset.full && <Lessons chosen={lesson} disabled={disabled} t={t} onChoose={choose} />}
      {preset.full && <DataControls state={state} disabled={disabled} t={t} dispatch={act} />}
      {preset.full && state.data === 'own' && <PointPad points={state.own} disabled={disabled} t={t} dispatch={act} />}
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
        <TrainingPlayer
          training={training}
          t={t}
          label={t('mlp.epoch')}
          text={text}
          max={training.last}
          onSeek={(to) => act({ kind: 'seek', at: state.unit === 'epoch' ? Math.round(to / samples) * samples : to })}
        />
        <ClockControls state={state} disabled={disabled} t={t} dispatch={steer} />
        {frame !== null && frame.lost !== null && <TroubleLine frame={frame} t={t} dispatch={act} />}
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
          disabled={disabled}
          t={t}
          onSelect={(id) => setChosen({ run: chosenName, id })}
          onEdit={(index, value) => steer({ kind: 'edit', run: chosenName, index, value })}
        />
      )}
      {preset.full && <TrainingControls state={state} disabled={disabled} t={t} dispatch={act} />}
      {numbers ?? tables}
      {preset.full && frame !== null && <ExportButton frame={frame} t={t} />}
    </TrainingFrame>
  );
}
