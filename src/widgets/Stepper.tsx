import type { Translator } from './translator.ts';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** How the number is written, where not as it is. */
  text?(value: number): string;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(value: number): void;
}

/** A whole number with a button on each side. */
export function Stepper({ label, value, min, max, text, disabled, t, onChange }: StepperProps) {
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
      <output>{text?.(value) ?? String(value).replace('-', '−')}</output>
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
