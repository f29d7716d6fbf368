import type { Translator } from '#widgets/translator.ts';
import { DATA_NAMES } from './data.ts';
import {
  ACTIVATIONS,
  BATCHES,
  FEATURES,
  LOSSES,
  MAX_LAYERS,
  MAX_WIDTH,
  OPTIMIZERS,
  PENALTIES,
  RATES,
  STRENGTHS,
  type Training,
} from './settings.ts';
import { type MlpAction, type MlpState, RANGES, STOPS, UNITS } from './state.ts';
import { featureName } from './words.ts';

interface ControlsProps {
  readonly state: MlpState;
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: MlpAction): void;
}

/** The points: which set, how noisy, how many of them train. */
export function DataControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <div class="data-controls">
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('mlp.data')}</legend>
        {DATA_NAMES.map((data) => (
          <button
            key={data}
            type="button"
            aria-pressed={state.data === data}
            disabled={disabled}
            onClick={() => dispatch({ kind: 'data', data })}
          >
            {t(`mlp.data.${data}`)}
          </button>
        ))}
      </fieldset>
      <div class="fields">
        {(['noise', 'share'] as const).map((name) => {
          const { min, max, step } = RANGES[name];
          const values = Array.from({ length: (max - min) / step + 1 }, (_, i) => String(min + i * step));
          return (
            <Select
              key={name}
              label={t(`mlp.${name}`)}
              value={String(state[name])}
              options={values.map((value) => [value, `${value}%`])}
              disabled={disabled || (name === 'noise' && state.data === 'own')}
              onChange={(value) => dispatch({ kind: 'set', name, value: Number(value) })}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What a step is, and when play stops by itself. */
export function ClockControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <div class="clock">
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('mlp.unit')}</legend>
        {UNITS.map((unit) => (
          <button
            key={unit}
            type="button"
            aria-pressed={state.unit === unit}
            disabled={disabled}
            onClick={() => dispatch({ kind: 'unit', unit })}
          >
            {t(`mlp.unit.${unit}`)}
          </button>
        ))}
      </fieldset>
      <Select
        label={t('mlp.stop')}
        value={state.stop}
        options={STOPS.map((stop) => [stop, t(`mlp.stop.${stop}`)])}
        disabled={disabled}
        onChange={(value) => {
          const stop = STOPS.find((each) => each === value);
          if (stop !== undefined) dispatch({ kind: 'stop', stop });
        }}
      />
    </div>
  );
}

/** One run alone, or two beside each other; all settings of each. */
export function TrainingControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <div class="trainings">
      <div class="columns">
        {(['a', 'b'] as const).map((run) => {
          const training = state[run];
          return (
            training !== null && (
              <fieldset key={run} class="training" disabled={disabled}>
                <legend>
                  {state.b === null ? t('mlp.settings') : t('mlp.settingsOf', { run: run.toUpperCase() })}
                </legend>
                <Fields
                  training={training}
                  disabled={disabled}
                  t={t}
                  onChange={(change) => dispatch({ kind: 'train', run, change })}
                />
              </fieldset>
            )
          );
        })}
      </div>
      <label class="chip">
        <input
          type="checkbox"
          checked={state.b !== null}
          disabled={disabled}
          onChange={(event) => dispatch({ kind: 'compare', on: event.currentTarget.checked })}
        />
        <span>{t('mlp.compare')}</span>
      </label>
      <p class="fact">{t('mlp.restarts')}</p>
    </div>
  );
}

interface FieldsProps {
  readonly training: Training;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(change: Partial<Training>): void;
}

function Fields({ training, disabled, t, onChange }: FieldsProps) {
  const choice = <Name extends 'activation' | 'loss' | 'optimizer' | 'rate' | 'batch' | 'penalty' | 'strength'>(
    name: Name,
    values: readonly Training[Name][],
    text: (value: Training[Name]) => string,
  ) => (
    <Select
      label={t(`mlp.set.${name}`)}
      value={training[name]}
      options={values.map((value) => [value, text(value)])}
      disabled={disabled}
      onChange={(chosen) => {
        const value = values.find((each) => each === chosen);
        if (value !== undefined) onChange({ [name]: value });
      }}
    />
  );
  const { hidden } = training;
  return (
    <>
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('mlp.features')}</legend>
        {FEATURES.map((feature) => {
          const chosen = training.features.includes(feature);
          return (
            <label key={feature} class="chip">
              <input
                type="checkbox"
                checked={chosen}
                disabled={disabled || (chosen && training.features.length === 1)}
                onChange={() =>
                  onChange({
                    features: FEATURES.filter((each) => training.features.includes(each) !== (each === feature)),
                  })
                }
              />
              <span>{featureName(feature)}</span>
            </label>
          );
        })}
      </fieldset>
      <fieldset class="layers" disabled={disabled}>
        <legend>{t('mlp.hidden', { n: hidden.length })}</legend>
        {hidden.map((width, l) => (
          <span key={l} class="layer">
            <span>{t('mlp.layer', { n: l + 1 })}</span>
            <button
              type="button"
              disabled={disabled || width <= 1}
              aria-label={t('mlp.fewer', { n: l + 1 })}
              onClick={() => onChange({ hidden: hidden.with(l, width - 1) })}
            >
              −
            </button>
            <output>{width}</output>
            <button
              type="button"
              disabled={disabled || width >= MAX_WIDTH}
              aria-label={t('mlp.more', { n: l + 1 })}
              onClick={() => onChange({ hidden: hidden.with(l, width + 1) })}
            >
              +
            </button>
          </span>
        ))}
        <span class="layer">
          <button
            type="button"
            disabled={disabled || hidden.length >= MAX_LAYERS}
            onClick={() => onChange({ hidden: [...hidden, hidden.at(-1) ?? 4] })}
          >
            {t('mlp.addLayer')}
          </button>
          <button
            type="button"
            disabled={disabled || hidden.length === 0}
            onClick={() => onChange({ hidden: hidden.slice(0, -1) })}
          >
            {t('mlp.dropLayer')}
          </button>
        </span>
      </fieldset>
      <div class="fields">
        {choice('activation', ACTIVATIONS, (value) => t(`mlp.activation.${value}`))}
        {choice('loss', LOSSES, (value) => t(`mlp.loss.${value}`))}
        {choice('optimizer', OPTIMIZERS, (value) => t(`mlp.optimizer.${value}`))}
        {choice('rate', RATES, (value) => value)}
        {choice('batch', BATCHES, (value) => (value === 'all' ? t('mlp.batch.all') : value))}
        {choice('penalty', PENALTIES, (value) => t(`mlp.penalty.${value}`))}
        {training.penalty !== 'none' && choice('strength', STRENGTHS, (value) => value)}
      </div>
    </>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly disabled: boolean;
  onChange(value: string): void;
}

function Select({ label, value, options, disabled, onChange }: SelectProps) {
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
