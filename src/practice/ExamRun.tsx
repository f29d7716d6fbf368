import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { isAnchor } from '#components/anchor.ts';
import type { ExamFailure, Outcome } from '#core/exam/failure.ts';
import type { TimeFactor } from '#core/exam/journal.ts';
import { formatLink, parseLink } from '#core/exam/link.ts';
import { openBrowserExamStore } from '#storage/exam-store.ts';
import { noteOpenPaper } from '#storage/preferences.ts';
import { isKept } from '#storage/storage-status.ts';
import { Cover } from './Cover.tsx';
import { type KeptSitting, resumeSitting, startSitting } from './keep-sitting.ts';
import { DamagedNotice, FailureNotice } from './Notice.tsx';
import { openPaper, type ReadyPaper } from './open-paper.ts';
import { listAttempts } from './past-papers.ts';
import { ReportView } from './ReportView.tsx';
import { SittingView } from './SittingView.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import type { Sitting } from './sitting.ts';
import { makeTurns } from './turns.ts';
import { useFocusRefuge } from './use-focus-refuge.ts';
import { type IslandProps, makeWords, WordsContext } from './words.ts';

type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: ExamFailure }
  | { readonly kind: 'cover'; readonly paper: ReadyPaper }
  | { readonly kind: 'sitting'; readonly kept: KeptSitting }
  | { readonly kind: 'report'; readonly kept: KeptSitting };

function toView(outcome: Outcome<KeptSitting>): View {
  return outcome.kind === 'failed'
    ? { kind: 'failed', failure: outcome.failure }
    : { kind: 'sitting', kept: outcome.value };
}

/** A tab that still may only read stays at the question it was turned to, its clock hidden or not. */
function keepPlace(before: Sitting, after: Sitting): void {
  const { here, factor, clockHidden } = before.state();
  if (!after.readOnly()) return;
  after.act({ kind: 'jump', to: here });
  after.act({ kind: 'time', factor, hidden: clockHidden });
}

/** The page /exam/run/: reads the address, resumes or starts a paper, and leads to the report once it is handed in. */
export function ExamRun(props: IslandProps): JSX.Element {
  const { base, bank, locale } = props;
  const words = useMemo(() => makeWords(props), []);
  const store = useMemo(openBrowserExamStore, []);
  const [view, setView] = useState<View>({ kind: 'loading' });
  const { t, to } = words;
  const begin = useMemo(makeTurns, []);

  const resume = useCallback(
    async (id: string, steal: boolean, isLast = begin(), watched?: Sitting): Promise<void> => {
      const found = await resumeSitting(id, store, locale, steal, isLast);
      if (found === null) return;
      if (watched !== undefined && found.kind === 'done') keepPlace(watched, found.value.sitting);
      setView(toView(found));
    },
    [store, locale, begin],
  );

  const open = useCallback(async (): Promise<void> => {
    const isLast = begin();
    setView({ kind: 'loading' });
    const found = await openPaper(location.hash, base, store);
    if (!isLast()) return;
    if (found.kind === 'failed') setView({ kind: 'failed', failure: found.failure });
    else if (found.value.kind === 'ready') setView({ kind: 'cover', paper: found.value });
    else await resume(found.value.id, false, isLast);
  }, [store, base, begin, resume]);

  useEffect(() => {
    const onHash = (event: HashChangeEvent): void => {
      if (!isAnchor(event)) void open();
    };
    void open();
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [open]);

  // The report comes with this page: a paper is handed in and read through also where the network has gone meanwhile.
  useEffect(() => {
    if (view.kind !== 'sitting') return;
    const { sitting, release } = view.kept;
    const leave = (): void => {
      const over = sitting.state().phase === 'submitted';
      if (!over) {
        noteOpenPaper(sitting.attempt.link);
        return;
      }
      void listAttempts(store);
      if (isKept(store.status())) standAtReport(to(`/exam/report/#${sitting.attempt.id}`), t('exam.report.title'));
      scrollTo(0, 0);
      setView({ kind: 'report', kept: view.kept });
    };
    leave();
    const unsubscribe = sitting.subscribe(leave);
    return () => {
      unsubscribe();
      release();
    };
  }, [view, to, t, store]);

  // A tab that may only read looks again when it is looked at: the other one may have gone, or handed in.
  useEffect(() => {
    if (view.kind !== 'sitting') return;
    const { sitting } = view.kept;
    let asking = false;
    const look = async (): Promise<void> => {
      if (asking || !sitting.readOnly() || document.visibilityState === 'hidden') return;
      asking = true;
      await resume(sitting.attempt.id, false, begin(), sitting);
    };
    const onLook = (): void => void look();
    addEventListener('focus', onLook);
    document.addEventListener('visibilitychange', onLook);
    return () => {
      removeEventListener('focus', onLook);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [view, resume, begin]);

  useFocusRefuge(...(view.kind === 'sitting' ? ['.question-head h2', '.paused .primary'] : ['main h1']));
  useEffect(() => {
    if (view.kind === 'report') document.querySelector<HTMLElement>('.exam-report h1')?.focus();
  }, [view.kind]);

  const start = async (paper: ReadyPaper, factor: TimeFactor): Promise<void> => {
    const isLast = begin();
    const begun = await paper.begin(Date.now());
    if (!isLast()) return;
    if (begun.kind === 'failed') {
      setView({ kind: 'failed', failure: begun.failure });
      return;
    }
    const kept = await startSitting(begun.value, store, factor, locale, isLast);
    if (kept !== null) setView({ kind: 'sitting', kept });
  };

  // In memory alone the report has no address of its own: the link then leads to where the reader is, and nothing would move.
  const sitAgain = (): void => {
    if (view.kind === 'report' && location.hash === view.kept.sitting.attempt.link) void open();
  };

  return (
    <WordsContext.Provider value={words}>
      <StorageBanner store={store} />
      {(view.kind === 'loading' || view.kind === 'failed') && <h1>{t('exam.runTitle')}</h1>}
      {view.kind === 'loading' && <p class="exam-note">{t('exam.loading')}</p>}
      {view.kind === 'failed' && (
        <FailureNotice failure={view.failure}>
          <TodaysPaper failure={view.failure} bank={bank} label={t('exam.todaysBank')} />
        </FailureNotice>
      )}
      {view.kind === 'cover' && <Cover paper={view.paper} onStart={(factor) => void start(view.paper, factor)} />}
      {'kept' in view && <DamagedNotice damaged={view.kept.damaged} />}
      {view.kind === 'sitting' && (
        <SittingView sitting={view.kept.sitting} onTakeOver={() => void resume(view.kept.sitting.attempt.id, true)} />
      )}
      {view.kind === 'report' && (
        <ReportView attempt={view.kept.sitting.attempt} state={view.kept.sitting.state()} onAgain={sitAgain} />
      )}
    </WordsContext.Provider>
  );
}

/** Gives the page the address of the report it now shows, so that a reload, a bookmark and the other language find it. */
function standAtReport(address: string, title: string): void {
  history.replaceState(null, '', address);
  document.title = title;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-switch]'))
    link.href = link.href.replace('/exam/run/', '/exam/report/');
}

/** Where the bank of a link is gone: the same blueprint and seed on today's bank, which is another paper. */
function TodaysPaper({
  failure,
  bank,
  label,
}: {
  failure: ExamFailure;
  bank: string;
  label: string;
}): JSX.Element | null {
  const link = parseLink(location.hash);
  if (failure.code !== 'exam-bank-unknown' || link.kind === 'failed' || link.value.bank === bank) return null;
  return (
    <p>
      <a href={formatLink({ ...link.value, bank })}>{label}</a>
    </p>
  );
}
