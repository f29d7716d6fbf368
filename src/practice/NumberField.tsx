import type { JSX } from 'preact';
import { readNumber } from '#core/question/numeric.ts';
import type { NumericQuestion } from '#core/question/question.ts';
import { useWords } from './words.ts';

interface Props {
  readonly question: NumericQuestion;
  readonly raw: string;
  readonly locked: boolean;
  readonly labelledBy: string;
  readonly onInput: (text: string) => void;
}

/** A field for a number that says back how it reads what is typed. */
export function NumberField({ question, raw, locked, labelledBy, onInput }: Props): JSX.Element {
  const { t, language } = useWords();
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
      />
      {question.unit && <span class="unit">{question.unit.text[language]}</span>}
      <p id="number-echo" class="number-echo" aria-live="polite">
        {reading === null && t('exam.number.hint')}
        {reading?.kind === 'number' && t('exam.number.echo', { value: reading.echo })}
        {reading?.kind === 'unreadable' && t(`error.${reading.code}`)}
      </p>
    </div>
  );
}
