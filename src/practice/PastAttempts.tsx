import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { deadlineOf } from '#core/exam/clock.ts';
import { reportOn } from '#core/exam/report.ts';
import { formatTenths } from '#core/exam/score.ts';
import { foldJournal, isBlank } from '#core/exam/session.ts';
import type { MessageKey } from '#i18n/messages.ts';
import type { ExamStore } from '#storage/exam-store.ts';
import type { PastPapers } from './past-papers.ts';
import { RawDownload } from './RawDownload.tsx';
import { useFocusRefuge } from './use-focus-refuge.ts';
import { useWords } from './words.ts';

interface Props {
  readonly papers: PastPapers;
  readonly store: ExamStore;
  /** Something was removed. */
  readonly onChange: () => void;
}

type List = 'open' | 'finished' | 'unreadable';

interface Row {
  readonly list: List;
  readonly row: JSX.Element;
}

/**
 * Papers left open, to go on with, papers handed in, to look at again, and what cannot be read, to have as it is. Nothing goes
 * but at the reader's word.
 */
export function PastAttempts({ papers: { attempts, quarantined }, store, onChange }: Props): JSX.Element | null {
  const { t, to, language, locale } = useWords();
  const removedFrom = useRef<List>('open');
  useFocusRefuge(`.past-${removedFrom.current} h2`, '.past-attempts h2', 'main h1');
  if (attempts.length + quarantined.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const removal = (list: List, ask: MessageKey, remove: () => Promise<void>): JSX.Element => {
    const press = (): void => {
      if (!confirm(t(ask))) return;
      removedFrom.current = list;
      void remove().then(onChange);
    };
    return (
      <button type="button" class="quiet" onClick={press}>
        {t('exam.past.remove')}
      </button>
    );
  };
  const rows = attempts.map((item): Row => {
    if (item.kind === 'failed') {
      return {
        list: 'unreadable',
        row: (
          <li key={item.id}>
            <span>{t(`error.${item.failure.code}`, item.failure.values)}</span>
            <RawDownload raw={item.raw} />
            {removal('unreadable', 'exam.past.removeAsk', () => store.remove(item.id))}
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
      list: open ? 'open' : 'finished',
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
          {removal(open ? 'open' : 'finished', 'exam.past.removeAsk', () => store.remove(attempt.id))}
        </li>
      ),
    };
  });
  for (const { attempt, at, raw } of quarantined)
    rows.push({
      list: 'unreadable',
      row: (
        <li key={`aside-${attempt}`}>
          <span>{t('exam.past.aside', { id: attempt })}</span>
          <span class="exam-note">{day.format(at)}</span>
          <RawDownload raw={raw} />
          {removal('unreadable', 'exam.past.discardAsk', () => store.discard(attempt))}
        </li>
      ),
    });
  const list = (name: List): JSX.Element | null => {
    const mine = rows.filter((row) => row.list === name);
    if (mine.length === 0) return null;
    return (
      <section class={`past-attempts past-${name}`}>
        <h2>{t(`exam.past.${name}`)}</h2>
        <ul>{mine.map(({ row }) => row)}</ul>
      </section>
    );
  };
  return (
    <div>
      {list('open')}
      {list('finished')}
      {list('unreadable')}
    </div>
  );
}
