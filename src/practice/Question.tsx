import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { verdictOf } from '#core/exam/report.ts';
import { countedAnswer } from '#core/exam/session.ts';
import { gradeAnswer } from '#core/question/grade.ts';
import { AnswerField } from './AnswerField.tsx';
import { MarkedAnswer } from './MarkedAnswer.tsx';
import { answerWords, keyWords, kindWords } from './question-words.ts';
import { Rendered } from './Rendered.tsx';
import type { Sitting } from './sitting.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { useWords } from './words.ts';

/** The question in view: nothing but stem and answer, and in practice, once checked, the marking. */
export function Question({ sitting, onEnter }: { sitting: Sitting; onEnter: () => void }): JSX.Element | null {
  const words = useWords();
  const { t, language } = words;
  const state = sitting.state();
  const index = state.here;
  const asked = sitting.attempt.questions[index];
  const given = state.questions[index];
  const heading = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const shown = useRef(index);
  const checked = given?.checked !== undefined;
  const wasChecked = useRef(checked);
  useLayoutEffect(() => {
    if (shown.current !== index) heading.current?.focus({ preventScroll: false });
    else if (checked && !wasChecked.current) result.current?.focus();
    shown.current = index;
    wasChecked.current = checked;
  }, [index, checked]);
  if (asked === undefined || given === undefined) return null;
  const { question } = asked;
  const total = sitting.attempt.questions.length;
  const answer = countedAnswer(given);
  const grade = gradeAnswer(question, answer, 'practice');
  return (
    <article class="paper-question">
      <header class="question-head">
        <h2 ref={heading} tabIndex={-1}>
          <span class="question-number">{t('exam.question', { n: index + 1 })}</span>{' '}
          <span class="question-total">{t('exam.ofTotal', { n: total })}</span>
        </h2>
        <span id="question-kind" class={`question-kind ${question.kind === 'multiple' ? 'is-multiple' : ''}`}>
          {kindWords(question, words)}
        </span>
      </header>
      <Rendered html={question.stem[language]} block class="stem" id="question-stem" />
      {checked ? (
        <div ref={result} tabIndex={-1} class="check-result">
          <p class="check-verdict">
            <VerdictMark verdict={verdictOf(grade.kind === 'graded' ? grade.units : 0, answer)} />
            <span>
              {t('exam.report.yourAnswer', { answer: answerWords(asked, answer, words) })}
              {' · '}
              {t('exam.report.rightAnswer', { answer: keyWords(asked, words) })}
            </span>
          </p>
          <MarkedAnswer asked={asked} answer={answer} misconceptions={sitting.attempt.misconceptions} />
        </div>
      ) : (
        <AnswerField
          asked={asked}
          answer={given.answer}
          locked={sitting.readOnly()}
          labelledBy="question-kind question-stem"
          onAnswer={(next) => sitting.answer(index, next)}
          onEnter={onEnter}
        />
      )}
    </article>
  );
}
