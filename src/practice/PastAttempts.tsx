import type { JSX } from 'preact';
import { deadlineOf } from '#core/exam/clock.ts';
import { reportOn } from '#core/exam/report.ts';
import { formatTenths } from '#core/exam/score.ts';
import { foldJournal, isBlank } from '#core/exam/session.ts';
import type { LoadedAttempt } from '#storage/exam-store.ts';
import { RawDownload } from './RawDownload.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly attempts: readonly LoadedAttempt[];
  readonly onRemove: (id: string) => void;
}

/** Papers left open, to go on with, and papers handed in, to look at again. Nothing goes but at the reader's word. */
export function PastAttempts({ attempts, onRemove }: Props): JSX.Element | null {
  const { t, to, language, locale } = useWords();
  if (attempts.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const remove = (id: string): void => {
    if (confirm(t('exam.past.removeAsk'))) onRemove(id);
  };
  const rows = attempts.map((item) => {
    if (item.kind === 'failed') {
      return {
        open: false,
        row: (
          <li key={item.id}>
            <span>{t(`error.${item.failure.code}`, item.failure.values)}</span>
            <RawDownload raw={item.raw} />
          </li>
        ),
      };
    }
    const { attempt, journal } = item;
    const state = foldJournal(attempt, journal);
    const open = state.phase !== 'submitted';
    // Its page hands it in as it was when the time ran out, and shows the marking.
    const expired = (deadlineOf(state, attempt.blueprint) ?? Number.POSITIVE_INFINITY) <= Date.now();
    const answered = state.questions.filter((each) => !isBlank(each.answer)).length;
    const report = reportOn(attempt, state);
    return {
      open,
      row: (
        <li key={attempt.id}>
          <a
            class={open ? 'button' : ''}
            href={open ? to('/exam/run/') + attempt.link : to(`/exam/report/#${attempt.id}`)}
          >
            {open && <b>{t(expired ? 'exam.past.timeUp' : 'exam.past.resume')}</b>} {attempt.blueprint.title[language]}
          </a>
          <span class="exam-note">
            {day.format(attempt.createdAt)}
            {' · '}
            {open
              ? t('exam.progress', { done: answered, n: attempt.questions.length })
              : t('exam.past.mark', { mark: formatTenths(report.tenths), points: attempt.blueprint.points })}
          </span>
          <button type="button" class="quiet" onClick={() => remove(attempt.id)}>
            {t('exam.past.remove')}
          </button>
        </li>
      ),
    };
  });
  const list = (title: string, open: boolean): JSX.Element | null => {
    const mine = rows.filter((row) => row.open === open);
    if (mine.length === 0) return null;
    return (
      <section class="past-attempts">
        <h2>{title}</h2>
        <ul>{mine.map(({ row }) => row)}</ul>
      </section>
    );
  };
  return (
    <div>
      {list(t('exam.past.open'), true)}
      {list(t('exam.past.finished'), false)}
    </div>
  );
}
