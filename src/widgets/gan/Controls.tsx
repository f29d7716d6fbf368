import type { Translator } from '#widgets/translator.ts';
import { DATA_NAMES } from './distributions.ts';
import { ACTIVATIONS, LOSSES, OPTIMIZERS, RATES, TRAINING_RANGES, type Training } from './settings.ts';
import { type GanAction, type GanState, LAYERS } from './state.ts';

interface ControlsProps {
  readonly state: GanState;
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: GanAction): void;
}

/** What G is to imitate, and the noise it starts from. */
export function TaskControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <div class="task-controls">
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('gan.data')}</legend>
        {DATA_NAMES.map((data) => (
          <button
            key={data}
            type="button"
            aria-pressed={state.data === data}
            disabled={disabled || (data === 'drawn' && state.spots.length === 0)}
            title={data === 'drawn' && state.spots.length === 0 ? t('gan.drawFirst') : undefined}
            onClick={() => dispatch({ kind: 'data', data })}
          >
            {t(`gan.data.${data}`)}
          </button>
        ))}
      </fieldset>
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('gan.noise')}</legend>
        {([1, 2] as const).map((noise) => (
          <button
            key={noise}
            type="button"
            aria-pressed={state.noise === noise}
            disabled={disabled}
            onClick={() => dispatch({ kind: 'noise', noise })}
          >
            {t(`gan.noise.${noise}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** What is drawn on the plane. */
export function LayerControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <fieldset class="picker layers" disabled={disabled}>
      <legend>{t('gan.show')}</legend>
      {LAYERS.map((layer) => (
        <label key={layer} class="chip">
          <input
            type="checkbox"
            checked={state.layers.includes(layer)}
            disabled={disabled}
            onChange={() => dispatch({ kind: 'layer', layer })}
          />
          <span class={`key ${layer}`}>{t(`gan.show.${layer}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One training alone, or two beside each other; and all settings of each. */
export function TrainingControls({ state, disabled, t, dispatch }: ControlsProps) {
  return (
    <div class="trainings">
      <label class="chip">
        <input
          type="checkbox"
          checked={state.b !== null}
          disabled={disabled}
          onChange={(event) => dispatch({ kind: 'compare', on: event.currentTarget.checked })}
        />
        <span>{t('gan.compare')}</span>
      </label>
      <div class="columns">
        {(['a', 'b'] as const).map((run, i) => {
          const training = state[run];
          return (
            training !== null && (
              <fieldset key={run} class="training" disabled={disabled}>
                <legend>{state.b === null ? t('gan.training') : t(`gan.run.${i}`)}</legend>
                <Fields training={training} t={t} onChange={(change) => dispatch({ kind: 'train', run, change })} />
              </fieldset>
            )
          );
        })}
      </div>
      <p class="fact">{t('gan.restarts')}</p>
    </div>
  );
}

interface FieldsProps {
  readonly training: Training;
  readonly t: Translator;
  onChange(change: Partial<Training>): void;
}

const numbersIn = ({ min, max }: { readonly min: number; readonly max: number }): readonly number[] =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i);

function Fields({ training, t, onChange }: FieldsProps) {
  const count = (name: keyof typeof TRAINING_RANGES) => (
    <Select
      label={t(`gan.set.${name}`)}
      value={String(training[name])}
      options={numbersIn(TRAINING_RANGES[name]).map((n) => [String(n), String(n)])}
      onChange={(value) => onChange({ [name]: Number(value) })}
    />
  );
  const choice = <Name extends 'loss' | 'optimizer' | 'rateD' | 'rateG' | 'activationD' | 'activationG'>(
    name: Name,
    values: readonly Training[Name][],
    text: (value: Training[Name]) => string,
  ) => (
    <Select
      label={t(`gan.set.${name}`)}
      value={training[name]}
      options={values.map((value) => [value, text(value)])}
      onChange={(chosen) => {
        const value = values.find((each) => each === chosen);
        if (value !== undefined) onChange({ [name]: value });
      }}
    />
  );
  return (
    <div class="fields">
      {choice('loss', LOSSES, (loss) => t(`gan.loss.${loss}`))}
      {choice('optimizer', OPTIMIZERS, (optimizer) => t(`gan.optimizer.${optimizer}`))}
      {choice('rateD', RATES, (rate) => rate)}
      {choice('rateG', RATES, (rate) => rate)}
      {count('stepsD')}
      {count('layersD')}
      {count('widthD')}
      {choice('activationD', ACTIVATIONS, (activation) => t(`gan.activation.${activation}`))}
      {count('layersG')}
      {count('widthG')}
      {choice('activationG', ACTIVATIONS, (activation) => t(`gan.activation.${activation}`))}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
