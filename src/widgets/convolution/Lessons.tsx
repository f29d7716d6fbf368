import { Picker } from '#widgets/Picker.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { ControlsProps } from './Controls.tsx';
import { LESSONS, type PresetName } from './presets.ts';
import { type ConvolutionState, INITIAL, impossible } from './state.ts';
import { TASK_NAMES, TASKS, type TaskName } from './tasks.ts';

interface LessonsProps {
  readonly lesson: PresetName | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChoose(name: PresetName): void;
}

/** Where to begin: each lesson sets the widget up and gives one thing to do. */
export function Lessons({ lesson, disabled, t, onChoose }: LessonsProps) {
  return (
    <div class="lessons">
      <Picker
        legend={t('convolution.lessons')}
        choices={LESSONS}
        chosen={lesson}
        disabled={disabled}
        text={(name) => t(`convolution.lesson.${name}`)}
        onChoose={onChoose}
      />
      <p class="lesson-task" role="status">
        {lesson !== null && t(`convolution.do.${lesson}`)}
      </p>
    </div>
  );
}

/** The state a task begins with: its picture, an identity kernel of side 3, stride 1, padding 1, the whole output shown. */
export function beginTask(task: TaskName): ConvolutionState {
  const n = 6;
  return {
    ...INITIAL,
    picture: TASKS[task].picture,
    n,
    padding: 1,
    kernels: ['identity'],
    step: n * n,
    task,
  };
}

/** Which kernel to design. */
export function Tasks({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <Picker
      legend={t('convolution.tasks')}
      choices={TASK_NAMES}
      chosen={state.task}
      disabled={disabled}
      text={(name) => t(`convolution.taskName.${name}`)}
      onChoose={(name) => dispatch({ kind: 'load', state: beginTask(name) })}
    />
  );
}

/** One press that makes impossible settings possible again. */
export function Fix({ state, disabled, t, dispatch }: ControlsProps) {
  const failure = impossible(state);
  if (failure === null) return null;
  const pools = state.mode !== 'conv';
  const enough = !pools && failure.padding <= 4;
  const name = pools
    ? failure.code === 'convolution-pool-padding'
      ? 'poolPadding'
      : 'window'
    : enough
      ? 'padding'
      : 'k';
  const value = name === 'poolPadding' || name === 'padding' ? failure.padding : failure.largest;
  return (
    <p class="settings">
      <button type="button" disabled={disabled} onClick={() => dispatch({ kind: 'set', name, value })}>
        {t('convolution.fix', { name: t(`convolution.set.${name}`), value })}
      </button>
    </p>
  );
}
