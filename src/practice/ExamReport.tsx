import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Attempt } from '#core/exam/attempt.ts';
import { deadlineOf } from '#core/exam/clock.ts';
import { type ExamFailure, failed } from '#core/exam/failure.ts';
import { showAddressPart } from '#core/exam/link.ts';
import { foldJournal, type SessionState } from '#core/exam/session.ts';
import { type LoadedAttempt, openBrowserExamStore } from '#storage/exam-store.ts';
import { isAnchor } from './anchor.ts';
import { FailureNotice, Notice } from './Notice.tsx';
import { PastAttempts } from './PastAttempts.tsx';
import { RawDownload } from './RawDownload.tsx';
import { ReportView } from './ReportView.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import { type IslandProps, makeWords, WordsContext } from './words.ts';

type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'list'; readonly attempts: readonly LoadedAttempt[] }
  | { readonly kind: 'failed'; readonly failure: ExamFailure; readonly raw: string }
  | { readonly kind: 'unfinished'; readonly link: string; readonly expired: boolean }
  | { readonly kind: 'report'; readonly attempt: Attempt; readonly state: SessionState };

function toView(found: LoadedAttempt): View {
  if (found.kind === 'failed') return { kind: 'failed', failure: found.failure, raw: found.raw };
  const { attempt, journal } = found;
  const state = foldJournal(attempt, journal);
  if (state.phase === 'submitted') return { kind: 'report', attempt, state };
  const end = deadlineOf(state, attempt.blueprint);
  return { kind: 'unfinished', link: attempt.link, expired: end !== null && end <= Date.now() };
}

/** The page /exam/report/: the report of the attempt in the address, or the list of all. */
export function ExamReport(props: IslandProps): JSX.Element {
  const words = useMemo(() => makeWords(props), []);
  const store = useMemo(openBrowserExamStore, []);
  const [view, setView] = useState<View>({ kind: 'loading' });
  const { t, to } = words;
  useEffect(() => {
    const open = async (event?: HashChangeEvent): Promise<void> => {
      if (isAnchor(event)) return;
      const id = location.hash.slice(1);
      if (id === '') setView({ kind: 'list', attempts: await store.list() });
      else if (/^[a-z0-9]{16}$/.test(id)) setView(toView(await store.load(id)));
      else
        setView({
          kind: 'failed',
          failure: failed('exam-attempt-unknown', { id: showAddressPart(id) }).failure,
          raw: '',
        });
    };
    void open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [store]);
  return (
    <WordsContext.Provider value={words}>
      <StorageBanner store={store} />
      {view.kind !== 'report' && <h1>{t('exam.report.title')}</h1>}
      {view.kind === 'loading' && <p class="exam-note">{t('exam.loading')}</p>}
      {view.kind === 'failed' && (
        <FailureNotice failure={view.failure}>{view.raw !== '' && <RawDownload raw={view.raw} />}</FailureNotice>
      )}
      {view.kind === 'unfinished' && (
        <Notice>
          <p>{t('exam.report.unfinished')}</p>
          <p>
            <a class="button" href={to('/exam/run/') + view.link}>
              {t(view.expired ? 'exam.past.timeUp' : 'exam.past.resume')}
            </a>
          </p>
        </Notice>
      )}
      {view.kind === 'list' && (
        <>
          {view.attempts.length === 0 && <p>{t('exam.report.none')}</p>}
          <PastAttempts
            attempts={view.attempts}
            onRemove={async (id) => {
              await store.remove(id);
              setView({ kind: 'list', attempts: await store.list() });
            }}
          />
          <p>
            <a href={to('/exam/')}>{t('exam.backToStart')}</a>
          </p>
        </>
      )}
      {view.kind === 'report' && <ReportView attempt={view.attempt} state={view.state} />}
    </WordsContext.Provider>
  );
}
