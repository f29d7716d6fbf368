import type { JSX } from 'preact';
import type { AttemptQuestion } from '#core/exam/attempt.ts';
import type { Answer, Bilingual } from '#core/question/question.ts';
import { letterAt } from './question-words.ts';
import { Rendered } from './Rendered.tsx';
import { useWords, type Words } from './words.ts';

interface Props {
  readonly asked: AttemptQuestion;
  readonly answer: Answer;
  readonly misconceptions: Readonly<Record<string, Bilingual>>;
}

interface Row {
  readonly key: string;
  readonly letter: string;
  readonly html: string;
  readonly right: boolean;
  readonly chosen: boolean;
  readonly why: string;
  readonly misconception: string | null;
}

function rowsOf({ asked, answer }: Props, { t, language }: Words): Row[] {
  const { question, options } = asked;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return options.flatMap((id, place): Row[] => {
        const option = question.options.find((each) => each.id === id);
        if (option === undefined) return [];
        const chosen = answer?.kind === 'options' && answer.ids.includes(id);
        const { text, key, why, misconception } = option;
        return [
          {
            key: id,
            letter: letterAt(place),
            html: text[language],
            right: key,
            chosen,
            why: why[language],
            misconception,
          },
        ];
      });
    case 'truefalse':
      return [true, false].map((value, place) => ({
        key: value ? 't' : 'f',
        letter: letterAt(place),
        html: t(value ? 'question.true' : 'question.false'),
        right: question.answer === value,
        chosen: answer?.kind === 'truth' && answer.value === value,
        why: question.why[value ? 't' : 'f'][language],
        misconception: null,
      }));
    case 'numeric': {
      const unit = question.unit === null ? '' : ` ${question.unit.text[language]}`;
      const key: Row = {
        key: 'value',
        letter: '',
        html: question.values.join(t('exam.listOr')) + unit,
        right: true,
        chosen: false,
        why: question.why[language],
        misconception: null,
      };
      const traps = question.traps.map(
        (trap): Row => ({
          key: trap.value,
          letter: '',
          html: trap.value + unit,
          right: false,
          chosen: false,
          why: trap.why[language],
          misconception: trap.misconception,
        }),
      );
      return [key, ...traps];
    }
  }
}

/** The options as a teacher hands them back: what was right and what was chosen, in words, and a reason under each. */
export function MarkedAnswer(props: Props): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  return (
    <ol class="marked-rows">
      {rowsOf(props, words).map((row) => {
        const label = row.misconception === null ? undefined : props.misconceptions[row.misconception];
        return (
          <li key={row.key} class={`marked-row ${row.right ? 'is-key' : 'is-other'} ${row.chosen ? 'is-chosen' : ''}`}>
            <span class="letter">{row.letter}</span>
            <div>
              <p class="marked-text">
                <Rendered html={row.html} />
                {row.right && <b class="tag tag-key">✓ {t('exam.report.key')}</b>}
                {row.chosen && <b class={`tag ${row.right ? 'tag-hit' : 'tag-miss'}`}>{t('exam.report.yours')}</b>}
              </p>
              <p class="marked-why">
                <Rendered html={row.why} />
              </p>
              {label !== undefined && (
                <p class={`marked-misconception ${row.chosen ? 'is-met' : ''}`}>
                  {t('exam.report.misconception', { name: label[language] })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
