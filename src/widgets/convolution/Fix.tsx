import { impossible } from './cells.ts';
import type { ControlsProps } from './controls-props.ts';
import { RANGES } from './settings.ts';

/** One press that makes impossible settings possible again. */
export function Fix({ state, disabled, t, dispatch }: ControlsProps) {
  const failure = impossible(state);
  if (failure === null) return null;
  const pools = state.mode !== 'conv';
  const enough = !pools && failure.padding <= RANGES.padding.max;
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
