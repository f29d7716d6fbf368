import { Stepper } from '#widgets/Stepper.tsx';
import type { ControlsProps } from './controls-props.ts';
import { type ConvolutionState, MODES, type NumericName, RANGES } from './settings.ts';

interface SettingProps extends ControlsProps {
  readonly name: NumericName;
  readonly label: string;
}

function Setting({ name, label, state, disabled, t, dispatch }: SettingProps) {
  return (
    <Stepper
      label={label}
      value={state[name]}
      {...RANGES[name]}
      disabled={disabled}
      t={t}
      onChange={(value) => dispatch({ kind: 'set', name, value })}
    />
  );
}

const SETTINGS = {
  conv: ['n', 'k', 'stride', 'padding', 'dilation', 'channels', 'filters', 'bias'],
  max: ['n', 'window', 'poolStride', 'poolPadding', 'channels'],
  average: ['n', 'window', 'poolStride', 'poolPadding', 'channels'],
  global: ['n', 'channels'],
} as const satisfies Readonly<Record<ConvolutionState['mode'], readonly NumericName[]>>;

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

/** How the window slides. */
export function Settings(props: ControlsProps) {
  const { state, disabled, t, dispatch } = props;
  return (
    <fieldset class="bench" disabled={disabled}>
      <legend>{t('convolution.bench.window')}</legend>
      {SETTINGS[state.mode].map((name) => (
        <Setting key={name} name={name} label={t(`convolution.set.${name}`)} {...props} />
      ))}
      {state.mode === 'conv' && (
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
    </fieldset>
  );
}

const LAYERS = [
  { k: 'k', stride: 'stride', dilation: 'dilation' },
  { k: 'k2', stride: 's2', dilation: 'd2' },
  { k: 'k3', stride: 's3', dilation: 'd3' },
] as const;

/** Kernel, stride and dilation of the three layers of the receptive field, the lowest first. */
export function LayerSettings(props: ControlsProps) {
  return (
    <div class="settings workbench">
      {LAYERS.map((layer, i) => (
        <fieldset key={layer.k} class="bench" disabled={props.disabled}>
          <legend>{props.t('convolution.layerN', { n: i + 1 })}</legend>
          {(['k', 'stride', 'dilation'] as const).map((name) => (
            <Setting key={name} name={layer[name]} label={props.t(`convolution.set.${name}`)} {...props} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
