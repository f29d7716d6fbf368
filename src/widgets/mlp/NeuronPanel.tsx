import { useState } from 'preact/hooks';
import { readingText } from '#core/format-number.ts';
import type { RunName } from '#widgets/training-state.ts';
import type { Translator } from '#widgets/translator.ts';
import { MAX_EDITS } from './edits.ts';
import { layoutOf, type Neuron } from './layout.ts';
import type { RunFrame } from './run-frame.ts';
import { featureName, neuronName } from './words.ts';

interface NeuronPanelProps {
  readonly run: RunFrame;
  readonly name: RunName;
  readonly selected: string;
  readonly full: boolean;
  readonly disabled: boolean;
  readonly t: Translator;
  onSelect(id: string): void;
  onEdit(index: number, value: number): void;
}

/** Every neuron to choose from, and the bias and weights of the chosen one, to read live and to change. */
export function NeuronPanel({ run, name, selected, full, disabled, t, onSelect, onEdit }: NeuronPanelProps) {
  const neurons = layoutOf(run.training).layers.flat();
  const chosen: Neuron | undefined = neurons.find(({ id }) => id === selected) ?? neurons.at(-1);
  if (chosen === undefined) return null;
  const rows = [
    { label: t('mlp.bias'), index: chosen.bias },
    ...chosen.weights.map(({ from, index }) => ({
      label: t('mlp.weightFrom', { from: featureName(from) }),
      index,
    })),
  ];
  return (
    <div class="neuron-panel">
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('mlp.chooseNeuron')}</legend>
        {neurons.map(({ id }) => (
          <label key={id} class="chip">
            <input
              type="radio"
              name={`mlp-neuron-${name}`}
              checked={id === chosen.id}
              disabled={disabled}
              onChange={() => onSelect(id)}
            />
            <span>{neuronName(t, id)}</span>
          </label>
        ))}
      </fieldset>
      <div class="numbers">
        {rows.map(({ label, index }) => (
          <NumberRow
            key={`${chosen.id} ${index}`}
            label={label}
            of={neuronName(t, chosen.id)}
            value={run.parameters[index] ?? 0}
            gradient={run.sample?.gradient[index] ?? null}
            disabled={disabled}
            t={t}
            onChange={(value) => onEdit(index, value)}
          />
        ))}
      </div>
      <p class="fact">{full ? t('mlp.editsFull', { n: MAX_EDITS }) : t('mlp.editHow')}</p>
    </div>
  );
}

interface NumberRowProps {
  readonly label: string;
  readonly of: string;
  readonly value: number;
  readonly gradient: number | null;
  readonly disabled: boolean;
  readonly t: Translator;
  onChange(value: number): void;
}

const STEP = 0.1;

/** One weight or bias: a field and two buttons; in a walk through a batch, its gradient so far. */
function NumberRow({ label, of, value, gradient, disabled, t, onChange }: NumberRowProps) {
  // While the reader types, training must not write into the field.
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <fieldset class="number" aria-label={`${of}: ${label}`} disabled={disabled}>
      <label>
        <span>{label}</span>
        <input
          type="number"
          step="0.1"
          value={draft ?? value.toFixed(3)}
          disabled={disabled}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => {
            setDraft(null);
            onChange(event.currentTarget.valueAsNumber);
          }}
          onBlur={() => setDraft(null)}
        />
      </label>
      <button
        type="button"
        aria-label={t('lab.less', { name: label })}
        disabled={disabled}
        onClick={() => onChange(value - STEP)}
      >
        −
      </button>
      <button
        type="button"
        aria-label={t('lab.more', { name: label })}
        disabled={disabled}
        onClick={() => onChange(value + STEP)}
      >
        +
      </button>
      {gradient !== null && (
        <small>
          {t('mlp.gradientSoFar')} <data value={gradient}>{readingText(gradient)}</data>
        </small>
      )}
    </fieldset>
  );
}
