import type { JSX } from 'preact';
import type { AttemptQuestion } from '#core/exam/attempt.ts';
import type { Answer, OptionId } from '#core/question/question.ts';
import { NumberField } from './NumberField.tsx';
import { letterAt } from './question-words.ts';
import { Rendered } from './Rendered.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly asked: AttemptQuestion;
  readonly answer: Answer;
  /** Greyed: read-only tab, or checked already. */
  readonly locked: boolean;
  /** Ids of the elements that name the group: stem and kind. */
  readonly labelledBy: string;
  readonly onAnswer: (answer: Answer) => void;
  /** Enter in a number's field. */
  readonly onEnter: () => void;
}

/** The answer after the option at a place is chosen or, on `multiple`, toggled; undefined when there is no such place. */
export function chooseAt(asked: AttemptQuestion, answer: Answer, place: number): Answer | undefined {
  const { question, options } = asked;
  if (question.kind === 'numeric') return undefined;
  if (question.kind === 'truefalse') return place < 2 ? { kind: 'truth', value: place === 0 } : undefined;
  const id = options[place];
  if (id === undefined) return undefined;
  if (question.kind === 'single') return { kind: 'options', ids: [id] };
  const ticked: readonly OptionId[] = answer?.kind === 'options' ? answer.ids : [];
  const ids = ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id].sort();
  return { kind: 'options', ids };
}

interface Row {
  readonly key: string;
  readonly html: string;
  readonly chosen: boolean;
}

function rowsOf(
  { question, options }: AttemptQuestion,
  answer: Answer,
  { t, language }: ReturnType<typeof useWords>,
): Row[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return options.flatMap((id): Row[] => {
        const option = question.options.find((each) => each.id === id);
        if (option === undefined) return [];
        return [
          { key: id, html: option.text[language], chosen: answer?.kind === 'options' && answer.ids.includes(id) },
        ];
      });
    case 'truefalse':
      return [true, false].map((value) => ({
        key: value ? 't' : 'f',
        html: t(value ? 'question.true' : 'question.false'),
        chosen: answer?.kind === 'truth' && answer.value === value,
      }));
    case 'numeric':
      return [];
  }
}

/** Where a question is answered: full-width rows with the letter in the margin, or a field for a number. */
export function AnswerField({ asked, answer, locked, labelledBy, onAnswer, onEnter }: Props): JSX.Element {
  const words = useWords();
  const { question } = asked;
  if (question.kind === 'numeric') {
    const raw = answer?.kind === 'text' ? answer.raw : '';
    return (
      <NumberField
        question={question}
        raw={raw}
        locked={locked}
        labelledBy={labelledBy}
        onInput={(text) => onAnswer(text === '' ? null : { kind: 'text', raw: text })}
        onEnter={onEnter}
      />
    );
  }
  const multiple = question.kind === 'multiple';
  return (
    <fieldset class="answer-rows" aria-labelledby={labelledBy}>
      {rowsOf(asked, answer, words).map((row, place) => (
        <label key={row.key} class="answer-row">
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={`answer-${question.id}`}
            value={row.key}
            checked={row.chosen}
            disabled={locked}
            onChange={() => {
              const next = chooseAt(asked, answer, place);
              if (next !== undefined) onAnswer(next);
            }}
          />
          <span class="letter">{letterAt(place)}</span>
          <Rendered html={row.html} class="answer-text" />
        </label>
      ))}
    </fieldset>
  );
}
