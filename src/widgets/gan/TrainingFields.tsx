import { Select } from '#widgets/Select.tsx';
import type { Translator } from '#widgets/translator.ts';
import { ACTIVATIONS, LOSSES, OPTIMIZERS, RATES, TRAINING_RANGES, type Training } from './settings.ts';

interface TrainingFieldsProps {
  readonly training: Training;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(change: Partial<Training>): void;
}

const numbersIn = ({ min, max }: { readonly min: number; readonly max: number }): readonly string[] =>
  Array.from({ length: max - min + 1 }, (_, i) => String(min + i));

/** All settings of one training. */
export function TrainingFields({ training, disabled, t, onChange }: TrainingFieldsProps) {
  const count = (name: keyof typeof TRAINING_RANGES) => (
    <Select
      label={t(`gan.set.${name}`)}
      value={String(training[name])}
      choices={numbersIn(TRAINING_RANGES[name])}
      disabled={disabled}
      text={(n) => n}
      onChoose={(n) => onChange({ [name]: Number(n) })}
    />
  );
  const choice = <Name extends 'loss' | 'optimizer' | 'rateD' | 'rateG' | 'activationD' | 'activationG'>(
    name: Name,
    choices: readonly Training[Name][],
    text: (value: Training[Name]) => string,
  ) => (
    <Select
      label={t(`gan.set.${name}`)}
      value={training[name]}
      choices={choices}
      disabled={disabled}
      text={text}
      onChoose={(value) => onChange({ [name]: value })}
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
