import { beginTask } from './begin-task.ts';
import type { ControlsProps } from './controls-props.ts';
import { TASK_NAMES } from './tasks.ts';

/** Which kernel to design. */
export function TaskPicker({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <fieldset class="picker" disabled={disabled}>
      <legend>{t('convolution.tasks')}</legend>
      {TASK_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={state.task === name}
          disabled={disabled}
          onClick={() => dispatch({ kind: 'load', state: beginTask(name) })}
        >
          {t(`convolution.taskName.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
