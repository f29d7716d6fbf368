import type { Translator } from '#widgets/translator.ts';
import type { Hands } from './hands.ts';
import { KERNEL_NAMES } from './kernels.ts';
import { PICTURES } from './pictures.ts';
import { outputSize } from './plan.ts';
import {
  type ConvolutionAction,
  type ConvolutionState,
  cellOf,
  depthOf,
  kernelsOf,
  MODES,
  type NumericName,
  pixelsOf,
  RANGES,
  slideOf,
  stepOf,
} from './state.ts';

/** What every control needs. */
export interface ControlsProps {
  readonly state: ConvolutionState;
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: ConvolutionAction): void;
}

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(value: number): void;
}

/** A whole number with a button on each side. */
export function Stepper({ label, value, min, max, disabled, t, onChange }: StepperProps) {
  return (
    <fieldset class="stepper" aria-label={label} disabled={disabled}>
      <span>{label}</span>
      <button
        type="button"
        disabled={disabled || value <= min}
        aria-label={t('lab.less', { name: label })}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output>{String(value).replace('-', '−')}</output>
      <button
        type="button"
        disabled={disabled || value >= max}
        aria-label={t('lab.more', { name: label })}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </fieldset>
  );
}

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

interface PictureProps extends ControlsProps {
  readonly hands: Hands;
  onFile(file: File): void;
  onDraws(draws: boolean): void;
  onBrush(value: number): void;
  /** Whether the last file could not be read. */
  readonly unreadable: boolean;
}

/** Which picture, a file of the reader's, the pencil, and the pixel under the cursor. */
export function PictureTools({ state, disabled, t, dispatch, hands, ...on }: PictureProps) {
  const { n } = state;
  const pixels = pixelsOf(state);
  const at = Math.min(hands.pixel.at, pixels.length - 1);
  return (
    <div class="bench">
      <label class="choose">
        <span>{t('convolution.picture')}</span>
        <select
          disabled={disabled}
          value={state.picture}
          onChange={(event) => {
            const name = PICTURES.find((each) => each === event.currentTarget.value);
            if (name !== undefined && name !== 'own') dispatch({ kind: 'picture', name });
            if (name === 'blank') on.onDraws(true);
          }}
        >
          {PICTURES.filter((name) => name !== 'own' || state.picture === 'own').map((name) => (
            <option key={name} value={name}>
              {t(`convolution.picture.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="file">
        <span>{t('convolution.ownFile')}</span>
        <input
          type="file"
          accept="image/*"
          disabled={disabled}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) on.onFile(file);
          }}
        />
      </label>
      <label class="chip">
        <input type="checkbox" checked={hands.draws} disabled={disabled} onChange={() => on.onDraws(!hands.draws)} />
        <span>{t('convolution.draw')}</span>
      </label>
      {hands.draws && (
        <Stepper
          label={t('convolution.brush')}
          value={hands.brush}
          min={0}
          max={9}
          disabled={disabled}
          t={t}
          onChange={on.onBrush}
        />
      )}
      <Stepper
        label={t('convolution.pixel', {
          channel: Math.floor(at / (n * n)) + 1,
          row: (Math.floor(at / n) % n) + 1,
          column: (at % n) + 1,
        })}
        value={pixels[at] ?? 0}
        min={0}
        max={9}
        disabled={disabled}
        t={t}
        onChange={(value) => dispatch({ kind: 'pixel', at, value })}
      />
      {state.picture === 'own' && <p class="fact">{t('convolution.ownNote')}</p>}
      {on.unreadable && (
        <p class="failure" role="alert">
          {t('error.convolution-image-unreadable')}
        </p>
      )}
    </div>
  );
}

/** The kernel of the present output channel: by name, or weight by weight. */
export function KernelTools({ state, disabled, t, dispatch, hands }: ControlsProps & { readonly hands: Hands }) {
  if (state.mode !== 'conv') return null;
  const { k } = state;
  const filter = cellOf(state).channel;
  const kernel = kernelsOf(state)[filter];
  const text = state.kernels[filter] ?? '';
  if (kernel === undefined) return null;
  const at = Math.min(hands.weight.at, kernel.weights.length - 1);
  const named = KERNEL_NAMES.some((name) => name === text);
  return (
    <div class="bench">
      <label class="choose">
        <span>{t('convolution.kernelFor', { filter: filter + 1, filters: state.filters })}</span>
        <select
          disabled={disabled}
          value={named ? text : 'own'}
          onChange={(event) => {
            const name = KERNEL_NAMES.find((each) => each === event.currentTarget.value);
            if (name !== undefined) dispatch({ kind: 'kernel', filter, name });
          }}
        >
          {!named && <option value="own">{t('convolution.kernel.own')}</option>}
          {KERNEL_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`convolution.kernel.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <Stepper
        label={t('convolution.weight', {
          channel: Math.floor(at / (k * k)) + 1,
          row: (Math.floor(at / k) % k) + 1,
          column: (at % k) + 1,
        })}
        value={kernel.weights[at] ?? 0}
        min={-9}
        max={9}
        disabled={disabled}
        t={t}
        onChange={(value) => dispatch({ kind: 'weight', filter, at, value })}
      />
      <Stepper
        label={t('convolution.divisor')}
        value={kernel.divisor}
        min={1}
        max={99}
        disabled={disabled}
        t={t}
        onChange={(value) => dispatch({ kind: 'divisor', filter, value })}
      />
    </div>
  );
}

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
