import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { isAnchor } from '#components/anchor.ts';
import type { Attempt } from '#core/exam/attempt.ts';
import { deadlineOf } from '#core/exam/clock.ts';
import { type ExamFailure, failed } from '#core/exam/failure.ts';
import { showAddressPart } from '#core/exam/link.ts';
import { foldJournal, type SessionState } from '#core/exam/session.ts';
import { type ExamStore, openBrowserExamStore } from '#storage/exam-store.ts';
import { DamagedNotice, FailureNotice, Notice } from './Notice.tsx';
import { PastAttempts } from './PastAttempts.tsx';
import { listPapers, type PastPapers } from './past-papers.ts';
import { RawDownload } from './RawDownload.tsx';
import { ReportView } from './ReportView.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import { makeTurns } from './turns.ts';
import { type IslandProps, makeWords, WordsContext } from './words.ts';

type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'list'; readonly papers: PastPapers }
  | { readonly kind: 'failed'; readonly failure: ExamFailure; readonly raw: string }
  | { readonly kind: 'unfinished'; readonly link: string; readonly expired: boolean }
  | { readonly kind: 'report'; readonly attempt: Attempt; readonly state: SessionState; readonly damaged: number };

/** What stands behind an address: an attempt's report, or without an id the list. */
async function viewOf(id: string, store: ExamStore): Promise<View> {
  if (id === '') return { kind: 'list', papers: await listPapers(store) };
  if (!/^[a-z0-9]{16}$/.test(id))
    return { kind: 'failed', failure: failed('exam-attempt-unknown', { id: showAddressPart(id) }).failure, raw: '' };
  const found = await store.load(id);
  if (found.kind === 'failed') return { kind: 'failed', failure: found.failure, raw: found.raw };
  const { attempt, journal, damaged } = found;
  const state = foldJournal(attempt, journal);
  if (state.phase === 'submitted') return { kind: 'report', attempt, state, damaged: damaged.length };
  const end = deadlineOf(state, attempt.blueprint);
  return { kind: 'unfinished', link: attempt.link, expired: end !== null && end <= Date.now() };
}

/** The page /exam/report/: the report of the attempt in the address, or the list of all. */
export function ExamReport(props: IslandProps): JSX.Element {
  const words = useMemo(() => makeWords(props), []);
  const store = useMemo(openBrowserExamStore, []);
  const [view, setView] = useState<View>({ kind: 'loading' });
  const { t, to } = words;
  const begin = useMemo(makeTurns, []);
  const open = useCallback(async (): Promise<void> => {
    const isLast = begin();
    const next = await viewOf(location.hash.slice(1), store);
    if (isLast()) setView(next);
  }, [store, begin]);
  useEffect(() => {
    const onHash = (event: HashChangeEvent): void => {
      if (!isAnchor(event)) void open();
    };
    void open();
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [open]);
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
          {view.papers.attempts.length + view.papers.quarantined.length === 0 && <p>{t('exam.report.none')}</p>}
          <PastAttempts papers={view.papers} store={store} onChange={() => void open()} />
          <p>
            <a href={to('/exam/')}>{t('exam.backToStart')}</a>
          </p>
        </>
      )}
      {view.kind === 'report' && <DamagedNotice damaged={view.damaged} />}
      {view.kind === 'report' && <ReportView attempt={view.attempt} state={view.state} />}
    </WordsContext.Provider>
  );
}
