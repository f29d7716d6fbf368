import { Picker } from '#widgets/Picker.tsx';
import { beginTask } from './begin-task.ts';
import type { ControlsProps } from './controls-props.ts';
import { TASK_NAMES } from './tasks.ts';

/** Which kernel to design. */
export function TaskPicker({ state, disabled, t, dispatch }: ControlsProps) {
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
