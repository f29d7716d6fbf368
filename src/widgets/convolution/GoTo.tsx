import { outputSize } from '#core/math/sliding-window.ts';
import { cellOf, depthOf, slideOf, stepOf } from './cells.ts';
import type { ControlsProps } from './controls-props.ts';
import { Stepper } from './Stepper.tsx';

/** Row, column and channel of the output cell to go to. */
export function GoTo({ state, disabled, t, dispatch }: ControlsProps) {
  const side = outputSize(slideOf(state));
  if (side < 1) return null;
  const cell = cellOf(state);
  const go = (change: Partial<typeof cell>): void =>
    dispatch({ kind: 'set', name: 'step', value: stepOf(state, { ...cell, ...change }) });
  return (
    <div class="bench go">
      <Stepper
        label={t('convolution.row')}
        value={cell.row + 1}
        min={1}
        max={side}
        disabled={disabled}
        t={t}
        onChange={(row) => go({ row: row - 1 })}
      />
      <Stepper
        label={t('convolution.column')}
        value={cell.column + 1}
        min={1}
        max={side}
        disabled={disabled}
        t={t}
        onChange={(column) => go({ column: column - 1 })}
      />
      {depthOf(state) > 1 && (
        <Stepper
          label={t('convolution.channel')}
          value={cell.channel + 1}
          min={1}
          max={depthOf(state)}
          disabled={disabled}
          t={t}
          onChange={(channel) => go({ channel: channel - 1 })}
        />
      )}
    </div>
  );
}
