import type { ControlsProps } from './controls-props.ts';
import { Stepper } from './Stepper.tsx';
import { type ConvolutionState, MODES, type NumericName, RANGES } from './settings.ts';

function Setting({ name, state, disabled, t, dispatch }: { readonly name: NumericName } & ControlsProps) {
  return (
    <Stepper
      label={t(`convolution.set.${name}`)}
      value={state[name]}
      {...RANGES[name]}
      disabled={disabled}
      t={t}
      onChange={(value) => dispatch({ kind: 'set', name, value })}
    />
  );
}

const SETTINGS: Readonly<Record<ConvolutionState['mode'], readonly NumericName[]>> = {
  conv: ['n', 'k', 'stride', 'padding', 'dilation', 'channels', 'filters', 'bias'],
  max: ['n', 'window', 'poolStride', 'poolPadding', 'channels'],
  average: ['n', 'window', 'poolStride', 'poolPadding', 'channels'],
  global: ['n', 'channels'],
};

/** What the window computes. */
export function Modes({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <fieldset class="picker" disabled={disabled}>
      <legend>{t('convolution.mode')}</legend>
      {MODES.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={state.mode === mode}
          disabled={disabled}
          onClick={() => dispatch({ kind: 'mode', mode })}
        >
          {t(`convolution.mode.${mode}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** How the window slides, or how the three layers of the receptive field do. */
export function Settings({ panel, ...rest }: ControlsProps & { readonly panel: 'slide' | 'field' }) {
  const { state, disabled, t, dispatch } = rest;
  const names =
    panel === 'slide'
      ? SETTINGS[state.mode]
      : (['k', 'stride', 'dilation', 'k2', 's2', 'd2', 'k3', 's3', 'd3'] as const);
  return (
    <div class="settings">
      {names.map((name) => (
        <Setting key={name} name={name} {...rest} />
      ))}
      {panel === 'slide' && state.mode === 'conv' && (
        <label class="chip">
          <input
            type="checkbox"
            checked={state.flip === 'on'}
            disabled={disabled}
            onChange={() => dispatch({ kind: 'flip' })}
          />
          <span>{t('convolution.flip')}</span>
        </label>
      )}
    </div>
  );
}
