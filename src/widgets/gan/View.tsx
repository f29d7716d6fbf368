import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { sayFailure } from '#core/failures.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import { Kept } from '#widgets/Kept.tsx';
import { Narration } from '#widgets/Narration.tsx';
import { TrainingFrame, TrainingPlayer } from '#widgets/TrainingFrame.tsx';
import type { Translator } from '#widgets/translator.ts';
import { useModel } from '#widgets/use-model.ts';
import { useTraining } from '#widgets/use-training.ts';
import { LayerControls, StopControl, TaskControls, TrainingControls } from './Controls.tsx';
import { DrawPad } from './DrawPad.tsx';
import { AllReadings, Course, Planes, Tables, Verdicts } from './Figures.tsx';
import { Lessons } from './Lessons.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { lengthOf, MAX_TICKS } from './path.ts';
import { LESSONS, type LessonName, PRESETS, type Preset, type PresetName } from './presets.ts';
import { writeProgram } from './program.ts';
import { promptsOf } from './prompts.ts';
import { decodeHash, encodeHash, INITIAL, reduce } from './state.ts';
import type { Stop } from './stops.ts';
import { Timeline } from './Timeline.tsx';
import { narrate, placeName, saySettings } from './words.ts';

interface ViewProps {
  readonly preset: PresetName;
  readonly messages: Messages;
  /** Path of the widget's own page, base and language included. */
  readonly page: string;
  /** The figures as the build computed them; they stand until the worker's first frame. */
  readonly planes?: ComponentChildren;
  readonly verdicts?: ComponentChildren;
  readonly readings?: ComponentChildren;
  readonly course?: ComponentChildren;
  readonly tables?: ComponentChildren;
}

interface CourseFoldProps {
  /** Whether it stands open for good. */
  readonly open: boolean;
  readonly t: Translator;
  readonly children: ComponentChildren;
}

/** Where a section does not speak of the curves, they and the tables wait behind a line. */
function CourseFold({ open, t, children }: CourseFoldProps) {
  const course = <div class="course">{children}</div>;
  return open ? (
    course
  ) : (
    <details class="settings-fold course-fold">
      <summary>{t('gan.curves')}</summary>
      {course}
    </details>
  );
}

/** The widget once script runs: the same figures, now alive, and the controls around them. */
export default function GanView({
  preset: presetName,
  messages,
  page,
  planes,
  verdicts,
  readings,
  course,
  tables,
}: ViewProps) {
  const preset: Preset = PRESETS[presetName];
  const t = useMemo(() => islandTranslator(messages), [messages]);
  const place = placeName(t, presetName);
  const [lesson, setLesson] = useState<LessonName | null>(null);
  const [stopped, setStopped] = useState<{ readonly at: number; readonly stop: Stop } | null>(null);
  const [playing, setPlaying] = useState(false);
  const training = useTraining({
    model: useModel('gan', () => setPlaying(false)),
    playing,
    setPlaying,
    start: preset.state,
    initial: INITIAL,
    alone: presetName === 'lab',
    reduce,
    encodeHash,
    decodeHash,
    reachedBy: ({ tick }) => tick,
    lastOf: ({ path }, at) => Math.max(lengthOf(path), at),
    // The slow walk has words to read.
    runsFreely: ({ slow }) => !slow,
    isProbed: ({ runs }) => runs[0]?.probe !== null,
    // The frame at rest that follows knows the place, not what ended play there.
    onEnd: (frame) => setStopped(frame.stopped === null ? null : { at: frame.tick, stop: frame.stopped }),
  });
  const { state, frame, restFrame, onTheWay, at, act, disabled } = training;
  // In play not every tick is told: what has come about since it began is said as long as it goes on.
  const playedFrom = useRef(0);
  if (!playing) playedFrom.current = state.at;
  const choose = (name: LessonName): void => {
    setLesson(name);
    training.load(LESSONS[name]);
  };

  const text =
    onTheWay !== null
      ? t('gan.onTheWay', { now: onTheWay.tick, goal: state.at })
      : state.phase === null
        ? t('gan.tickIs', { n: at })
        : t('gan.tickPhase', { n: at, phase: t(`gan.phaseName.${state.phase}`) });
  const shown = frame === null ? null : { ...frame, state: { ...frame.state, layers: state.layers } };
  return (
    <TrainingFrame
      training={training}
      name="gan"
      preset={presetName}
      t={t}
      messages={messages}
      page={page}
      settings={saySettings(t, state)}
      prompts={frame === null || playing ? [] : promptsOf(t, frame)}
      program={() => (frame === null ? '' : writeProgram(frame))}
    >
      {preset.full && <Lessons chosen={lesson} disabled={disabled} t={t} onChoose={choose} />}
      {preset.full && <TaskControls state={state} disabled={disabled} t={t} dispatch={act} />}
      <div class={`ground of-${state.b === null ? 1 : 2}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes the keyboard for the drawings in it */}
        <fieldset class="stage" aria-label={t('gan.stage')} tabIndex={0}>
          {shown === null ? planes : <Planes frame={shown} t={t} place={place} />}
        </fieldset>
        <div class="steering">
          <TrainingPlayer
            training={training}
            t={t}
            label={t('gan.tick')}
            text={text}
            max={Math.max(1, training.last)}
            onSeek={(to) => act({ kind: 'seek', at: to })}
          />
          <Narration
            text={
              shown === null
                ? ''
                : narrate(
                    t,
                    shown,
                    stopped?.at === shown.tick ? stopped.stop : null,
                    playing ? playedFrom.current : undefined,
                  )
            }
            moving={playing}
          />
          {!training.canStep && (
            <p class="failure" role="alert">
              {sayFailure(t, state.at >= MAX_TICKS ? 'gan-path-end' : 'gan-path-full', {})}{' '}
              <button type="button" onClick={() => act({ kind: 'reset' })}>
                {t('gan.backToStart')}
              </button>
            </p>
          )}
          {frame?.lost != null && (
            <p class="failure" role="alert">
              {sayFailure(t, 'gan-diverged', { tick: frame.tick })}{' '}
              <button type="button" onClick={() => act({ kind: 'gentler' })}>
                {t('gan.gentler')}
              </button>
            </p>
          )}
          <MoveButtons
            state={state}
            disabled={disabled}
            t={t}
            dispatch={act}
            toTheEnd={frame?.runs[0]?.probe?.ticksD || null}
          />
          {preset.full && <StopControl state={state} disabled={disabled} t={t} dispatch={training.steer} />}
        </div>
        <div class="all-verdicts">{shown === null ? verdicts : <Verdicts frame={shown} t={t} />}</div>
        <div class="all-readings">{shown === null ? readings : <AllReadings frame={shown} t={t} />}</div>
      </div>
      {preset.full && <LayerControls state={state} disabled={disabled} t={t} dispatch={training.steer} />}
      {frame !== null && (
        <Timeline frame={frame} disabled={disabled} t={t} onSeek={(to) => act({ kind: 'seek', at: to })} />
      )}
      <CourseFold open={preset.full || preset.course === true} t={t}>
        {shown === null ? course : <Course frame={shown} t={t} />}
        {restFrame === null ? (
          tables
        ) : (
          <Kept by={[restFrame, t, place]}>
            <Tables frame={restFrame} t={t} place={place} />
          </Kept>
        )}
      </CourseFold>
      {preset.full && (
        <>
          <details class="settings-fold">
            <summary>{t('gan.settings')}</summary>
            <TrainingControls state={state} disabled={disabled} t={t} dispatch={act} />
          </details>
          <details class="settings-fold">
            <summary>{t('gan.draw')}</summary>
            <DrawPad spots={state.spots} disabled={disabled} t={t} dispatch={act} />
          </details>
        </>
      )}
    </TrainingFrame>
  );
}
