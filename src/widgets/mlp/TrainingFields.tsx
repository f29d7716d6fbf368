import { Chip } from '#widgets/Chip.tsx';
import { Select } from '#widgets/Select.tsx';
import type { Translator } from '#widgets/translator.ts';
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
import { featureName } from './words.ts';

interface TrainingFieldsProps {
  readonly training: Training;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(change: Partial<Training>): void;
}

/** All settings of one run: what goes in, the layers, how it learns. */
export function TrainingFields(props: TrainingFieldsProps) {
  const { training, disabled, t, onChange } = props;
  const choice = <Name extends 'activation' | 'loss' | 'optimizer' | 'rate' | 'batch' | 'penalty' | 'strength'>(
    name: Name,
    choices: readonly Training[Name][],
    text: (value: Training[Name]) => string,
  ) => (
    <Select
      label={t(`mlp.set.${name}`)}
      value={training[name]}
      choices={choices}
      disabled={disabled}
      text={text}
      onChoose={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <Features {...props} />
      <Layers {...props} />
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

function Features({ training: { features }, disabled, t, onChange }: TrainingFieldsProps) {
  return (
    <fieldset class="picker" disabled={disabled}>
      <legend>{t('mlp.features')}</legend>
      {FEATURES.map((feature) => {
        const chosen = features.includes(feature);
        return (
          <Chip
            key={feature}
            checked={chosen}
            disabled={disabled || (chosen && features.length === 1)}
            onChange={() =>
              onChange({ features: FEATURES.filter((each) => features.includes(each) !== (each === feature)) })
            }
          >
            {featureName(feature)}
          </Chip>
        );
      })}
    </fieldset>
  );
}

/** The hidden layers: how many there are and how wide. */
export function Layers({ training: { hidden }, disabled, t, onChange }: TrainingFieldsProps) {
  return (
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
  );
}
