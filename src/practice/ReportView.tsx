import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Attempt } from '#core/exam/attempt.ts';
import { formatDuration } from '#core/exam/clock.ts';
import { type ReviewItem, reportOn } from '#core/exam/report.ts';
import { formatTenths } from '#core/exam/score.ts';
import type { SessionState } from '#core/exam/session.ts';
import { CopyLink } from './CopyLink.tsx';
import { ReviewedQuestion } from './ReviewedQuestion.tsx';
import { SectionResults } from './SectionResults.tsx';
import { useWords } from './words.ts';

type Filter = 'all' | 'wrong' | 'flagged';
const FILTERS: readonly Filter[] = ['all', 'wrong', 'flagged'];

function isShown(item: ReviewItem, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'wrong':
      return item.verdict !== 'right';
    case 'flagged':
      return item.flagged;
  }
}

interface Props {
  readonly attempt: Attempt;
  readonly state: SessionState;
  /** The link to the same paper was followed. */
  readonly onAgain?: () => void;
}

/** A marked paper: the mark, where it was lost, and every question with its reasons. */
export function ReportView({ attempt, state, onAgain }: Props): JSX.Element {
  const { t, to, language, locale } = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const report = reportOn(attempt, state);
  const { blueprint } = attempt;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <article class="exam-report">
      <header class="report-head">
        <div>
          <h1 tabIndex={-1}>{blueprint.title[language]}</h1>
          <p class="exam-note">
            {day.format(state.submittedAt ?? attempt.createdAt)}
            {state.submittedBy === 'time' && ` · ${t('exam.report.byTime')}`}
          </p>
          <p class="exam-note">{blueprint.note[language]}</p>
        </div>
        <p class="report-mark">
          <span class="visually-hidden">{t('exam.report.mark')} </span>
          <b>{formatTenths(report.tenths)}</b>
          <span class="of"> / {blueprint.points}</span>
          {report.passed !== null && (
            <span class="outcome">
              {t(report.passed ? 'exam.report.passed' : 'exam.report.failed', { pass: blueprint.pass ?? 0 })}
            </span>
          )}
        </p>
      </header>
      <ul class="paper-facts">
        <li>{t('exam.report.right', { right: report.right, n: report.items.length })}</li>
        {report.blank > 0 && <li>{t('exam.report.blank', { n: report.blank })}</li>}
        <li>{t('exam.report.time', { time: formatDuration(report.elapsed) })}</li>
        {state.pauses > 0 && <li>{t('exam.report.pauses', { n: state.pauses })}</li>}
      </ul>
      <SectionResults sections={report.sections} titles={attempt.sections} />
      {report.repeated.length > 0 && (
        <section class="report-part">
          <h2>{t('exam.report.repeated')}</h2>
          <ul>
            {report.repeated.map(({ name, times }) => (
              <li key={name}>
                {t('exam.report.times', { name: attempt.misconceptions[name]?.[language] ?? name, n: times })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="report-part" aria-labelledby="review">
        <h2 id="review">{t('exam.report.review')}</h2>
        <fieldset class="review-filter">
          <legend class="visually-hidden">{t('exam.report.show')}</legend>
          {FILTERS.map((each) => (
            <label key={each}>
              <input type="radio" name="show" checked={filter === each} onChange={() => setFilter(each)} />{' '}
              {t(`exam.report.show.${each}`, { n: report.items.filter((item) => isShown(item, each)).length })}
            </label>
          ))}
        </fieldset>
        <ol class="review-list">
          {report.items
            .filter((item) => isShown(item, filter))
            .map((item) => (
              <ReviewedQuestion key={item.index} item={item} attempt={attempt} />
            ))}
        </ol>
      </section>
      <footer class="report-part report-foot">
        <p>
          <a class="button" href={to('/exam/run/') + attempt.link} onClick={onAgain}>
            {t('exam.report.again')}
          </a>{' '}
          <a class="button primary" href={to('/exam/')}>
            {t('exam.report.another')}
          </a>
        </p>
        <p class="exam-note">
          {t('exam.fingerprint')} <code>{attempt.fingerprint}</code>
        </p>
        <CopyLink link={attempt.link} />
      </footer>
    </article>
  );
}
