import { outputSize } from '#core/math/sliding-window.ts';
import { cellOf, depthOf, slideOf, stepOf } from './cells.ts';
import type { ControlsProps } from './controls-props.ts';
import { PlaceSteppers } from './PlaceSteppers.tsx';

/** Row, column and channel of the output cell to go to. */
export function GoTo({ state, disabled, t, dispatch }: ControlsProps) {
  const side = outputSize(slideOf(state));
  if (side < 1) return null;
  return (
    <fieldset class="bench" disabled={disabled}>
      <legend>{t('convolution.bench.cell')}</legend>
      <PlaceSteppers
        place={cellOf(state)}
        side={side}
        depth={depthOf(state)}
        disabled={disabled}
        t={t}
        onPlace={(cell) => dispatch({ kind: 'set', name: 'step', value: stepOf(state, cell) })}
      />
    </fieldset>
  );
}
