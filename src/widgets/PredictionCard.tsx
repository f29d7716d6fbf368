import { useState } from 'preact/hooks';
import type { Translator } from './translator.ts';

/** A question whose answer the widget's present state decides. */
export interface Prompt {
  readonly id: string;
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** Id of the right option. */
  readonly answer: string;
  /** The number or fact behind it, then the reason. */
  readonly why: string;
}

interface Committed {
  readonly prompt: Prompt;
  readonly choice: string;
}

/**
 * Predict, commit, reveal, why. A question follows the state until the reader commits; from then on it stands as it was,
 * so that the answer shown belongs to the question asked. Nothing is recorded.
 */
export function PredictionCard({
  prompts,
  name,
  t,
}: {
  readonly prompts: readonly Prompt[];
  readonly name: string;
  readonly t: Translator;
}) {
  const [index, setIndex] = useState(0);
  const [picked, setPicked] = useState<{ readonly question: string; readonly id: string } | null>(null);
  const [committed, setCommitted] = useState<Committed | null>(null);
  const prompt = committed?.prompt ?? prompts[index % prompts.length];
  if (prompt === undefined) return null;
  // What was picked for another question, or is no longer offered, is not picked.
  const offered = picked?.question === prompt.question && prompt.options.some(({ id }) => id === picked.id);
  const choice = offered ? picked.id : '';
  const open = (next: number): void => {
    setIndex(next);
    setPicked(null);
    setCommitted(null);
  };
  const right = committed?.choice === prompt.answer;
  return (
    <form
      class="predict"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== '') setCommitted({ prompt, choice });
      }}
    >
      <fieldset disabled={committed !== null}>
        <legend>
          <small>{t('lab.predict', { n: (index % prompts.length) + 1, of: prompts.length })}</small>
          {prompt.question}
        </legend>
        {prompt.options.map((option) => (
          <label
            key={option.id}
            data-mark={
              committed === null
                ? undefined
                : option.id === prompt.answer
                  ? 'right'
                  : option.id === committed.choice
                    ? 'wrong'
                    : undefined
            }
          >
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={(committed?.choice ?? choice) === option.id}
              onChange={() => setPicked({ question: prompt.question, id: option.id })}
            />
            <span>{option.text}</span>
            {committed !== null && option.id === prompt.answer && <small>{t('lab.predictKey')}</small>}
          </label>
        ))}
      </fieldset>
      <div class="reveal" role="status">
        {committed !== null && (
          <p>
            <strong data-right={right}>{right ? t('lab.predictRight') : t('lab.predictWrong')}</strong> {prompt.why}
          </p>
        )}
      </div>
      <p class="actions">
        {committed === null ? (
          <button type="submit" disabled={choice === ''}>
            {t('lab.predictCommit')}
          </button>
        ) : (
          <button type="button" onClick={() => open(index)}>
            {t('lab.predictAgain')}
          </button>
        )}
        <button type="button" onClick={() => open(index + 1)}>
          {t('lab.predictNext')}
        </button>
      </p>
    </form>
  );
}
