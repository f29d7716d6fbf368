import type { JSX } from 'preact';
import type { Attempt } from '#core/exam/attempt.ts';
import { formatDuration } from '#core/exam/clock.ts';
import type { ReviewItem } from '#core/exam/report.ts';
import { MarkedAnswer } from './MarkedAnswer.tsx';
import { answerWords, keyWords, kindWords } from './question-words.ts';
import { Rendered } from './Rendered.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { useWords } from './words.ts';

/** One question of a marked paper: the mark in the margin, the stem, the answers in words, the reasons. */
export function ReviewedQuestion({ item, attempt }: { item: ReviewItem; attempt: Attempt }): JSX.Element {
  const words = useWords();
  const { t, to, language } = words;
  const { asked, answer, changes } = item;
  const { question } = asked;
  const notes = [
    kindWords(question, words),
    t('exam.report.timeOn', { time: formatDuration(item.time) }),
    ...(item.flagged ? [t('exam.map.flagged')] : []),
    ...(changes.rightToWrong > 0 ? [t('exam.report.rightToWrong')] : []),
    ...(changes.wrongToRight > 0 ? [t('exam.report.wrongToRight')] : []),
    ...(changes.wrongToWrong > 0 ? [t('exam.report.wrongToWrong')] : []),
  ];
  const section = attempt.sections[question.section]?.[language] ?? question.section;
  const anchor = question.heading === null ? '' : `#${question.heading}`;
  return (
    <li class={`reviewed verdict-of-${item.verdict}`} id={`q${item.index + 1}`}>
      <div class="review-margin">
        <VerdictMark verdict={item.verdict} />
      </div>
      <div>
        <h3>
          {t('exam.question', { n: item.index + 1 })} <small>{notes.join(' · ')}</small>
        </h3>
        <Rendered html={question.stem[language]} block class="stem" />
        <p class="review-answers">
          <span>{t('exam.report.yourAnswer', { answer: answerWords(asked, answer, words) })}</span>
          <span>{t('exam.report.rightAnswer', { answer: keyWords(asked, words) })}</span>
        </p>
        <MarkedAnswer asked={asked} answer={answer} misconceptions={attempt.misconceptions} />
        <p class="review-links">
          <a href={to(`/chapters/${question.section}/${anchor}`)}>{t('exam.report.toSection', { section })}</a>
          <a href={to(`/questions/${question.id}/`)}>{t('exam.report.toQuestion')}</a>
        </p>
      </div>
    </li>
  );
}
