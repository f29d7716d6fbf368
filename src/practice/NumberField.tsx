import type { JSX } from 'preact';
import { FORM_EXAMPLES, readNumber } from '#core/question/numeric.ts';
import type { NumericQuestion } from '#core/question/question.ts';
import { useWords } from './words.ts';

interface Props {
  readonly question: NumericQuestion;
  readonly raw: string;
  readonly locked: boolean;
  readonly labelledBy: string;
  readonly onInput: (text: string) => void;
  /** Enter in the field: what the button below it does. */
  readonly onEnter: () => void;
}

/** A field for a number that says back how it reads what is typed. */
export function NumberField({ question, raw, locked, labelledBy, onInput, onEnter }: Props): JSX.Element {
  const { t, language } = useWords();
  // What this question takes, and no other form: `0.5、5e-1 或 1,000`.
  const examples = question.accept.map((form) => FORM_EXAMPLES[form]);
  const forms = [examples.slice(0, -1).join(t('exam.listComma')), examples.at(-1)]
    .filter(Boolean)
    .join(t('exam.listOr'));
  const reading = raw.trim() === '' ? null : readNumber(raw, question);
  return (
    <div class="number-field">
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={200}
        value={raw}
        disabled={locked}
        aria-labelledby={labelledBy}
        aria-describedby="number-echo"
        aria-invalid={reading?.kind === 'unreadable'}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) onEnter();
        }}
      />
      {question.unit && <span class="unit">{question.unit.text[language]}</span>}
      <p id="number-echo" class="number-echo" aria-live="polite">
        {reading === null && t('exam.number.hint', { forms })}
        {reading?.kind === 'number' && t('exam.number.echo', { value: reading.echo })}
        {reading?.kind === 'unreadable' && t(`error.${reading.code}`, { forms })}
      </p>
    </div>
  );
}
