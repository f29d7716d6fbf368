import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExamFailure, Outcome } from '#core/exam/failure.ts';
import type { TimeFactor } from '#core/exam/journal.ts';
import { formatLink, parseLink } from '#core/exam/link.ts';
import { openBrowserExamStore, type StorageStatus } from '#storage/exam-store.ts';
import { noteOpenPaper } from '#storage/preferences.ts';
import { isAnchor } from './anchor.ts';
import { Cover } from './Cover.tsx';
import { type KeptSitting, resumeSitting, startSitting } from './keep-sitting.ts';
import { FailureNotice, Notice } from './Notice.tsx';
import { openPaper, type ReadyPaper } from './open-paper.ts';
import { ReportView } from './ReportView.tsx';
import { SittingView } from './SittingView.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import type { Sitting } from './sitting.ts';
import { type IslandProps, makeWords, WordsContext } from './words.ts';

type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: ExamFailure }
  | { readonly kind: 'cover'; readonly paper: ReadyPaper }
  | { readonly kind: 'sitting'; readonly kept: KeptSitting }
  | { readonly kind: 'report'; readonly sitting: Sitting };

/** Whether what was written can be read again after this page is gone. */
function isKept(status: StorageStatus): boolean {
  return status === 'durable' || status === 'mirror';
}

function toView(outcome: Outcome<KeptSitting>): View {
  return outcome.kind === 'failed'
    ? { kind: 'failed', failure: outcome.failure }
    : { kind: 'sitting', kept: outcome.value };
}

/** The page /exam/run/: reads the address, resumes or starts a paper, and leads to the report once it is handed in. */
export function ExamRun(props: IslandProps): JSX.Element {
  const { base, bank, locale } = props;
  const words = useMemo(() => makeWords(props), []);
  const store = useMemo(openBrowserExamStore, []);
  const [view, setView] = useState<View>({ kind: 'loading' });
  const { t, to } = words;
  // Of several things that open a view one after the other, the last one counts.
  const turn = useRef(0);

  useEffect(() => {
    const open = async (event?: HashChangeEvent): Promise<void> => {
      if (isAnchor(event)) return;
      const mine = ++turn.current;
      setView({ kind: 'loading' });
      const found = await openPaper(location.hash, base, store);
      const next: View =
        found.kind === 'failed'
          ? { kind: 'failed', failure: found.failure }
          : found.value.kind === 'ready'
            ? { kind: 'cover', paper: found.value }
            : toView(await resumeSitting(found.value.id, store, locale, false));
      if (mine === turn.current) setView(next);
    };
    void open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [store, base, locale]);

  // The report comes with this page: a paper is handed in and read through also where the network has gone meanwhile.
  useEffect(() => {
    if (view.kind !== 'sitting') return;
    const { sitting, release } = view.kept;
    const leave = (): void => {
      const over = sitting.state().phase === 'submitted';
      noteOpenPaper(over ? null : sitting.attempt.link);
      if (!over) return;
      if (isKept(store.status())) standAtReport(to(`/exam/report/#${sitting.attempt.id}`), t('exam.report.title'));
      scrollTo(0, 0);
      setView({ kind: 'report', sitting });
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
      const mine = ++turn.current;
      const found = await resumeSitting(sitting.attempt.id, store, locale, false);
      if (mine === turn.current) setView(toView(found));
      else if (found.kind === 'done') found.value.release();
    };
    const onLook = (): void => void look();
    addEventListener('focus', onLook);
    document.addEventListener('visibilitychange', onLook);
    return () => {
      removeEventListener('focus', onLook);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [view, store, locale]);

  const takeOver = async (id: string): Promise<void> => {
    turn.current++;
    setView(toView(await resumeSitting(id, store, locale, true)));
  };

  useEffect(() => {
    if (view.kind === 'report') document.querySelector<HTMLElement>('.exam-report h1')?.focus();
  }, [view.kind]);

  const start = async (paper: ReadyPaper, factor: TimeFactor): Promise<void> => {
    const begun = await paper.begin(Date.now());
    if (begun.kind === 'failed') setView({ kind: 'failed', failure: begun.failure });
    else setView({ kind: 'sitting', kept: await startSitting(begun.value, store, factor, locale) });
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
      {view.kind === 'sitting' && view.kept.damaged > 0 && (
        <Notice>
          <p>{t('exam.damagedEvents', { n: view.kept.damaged })}</p>
        </Notice>
      )}
      {view.kind === 'sitting' && (
        <SittingView sitting={view.kept.sitting} onTakeOver={() => void takeOver(view.kept.sitting.attempt.id)} />
      )}
      {view.kind === 'report' && <ReportView attempt={view.sitting.attempt} state={view.sitting.state()} />}
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
