/** What this browser keeps of papers sat in it, and the hint on the home page that follows from it. */
import { isOver } from '#core/exam/session.ts';
import type { Quarantined } from '#storage/exam-database.ts';
import type { ExamStore, LoadedAttempt } from '#storage/exam-store.ts';
import { noteOpenPaper } from '#storage/preferences.ts';

/** Everything that is kept. */
export interface PastPapers {
  /** As {@link ExamStore.list} gives them. */
  readonly attempts: readonly LoadedAttempt[];
  readonly quarantined: readonly Quarantined[];
}

/** The attempts; on the way it is noted which paper is open. To be called after every removal and when a paper is handed in. */
export async function listAttempts(store: ExamStore): Promise<readonly LoadedAttempt[]> {
  const attempts = await store.list();
  const open = attempts.find((each) => each.kind === 'loaded' && !isOver(each.attempt, each.journal));
  noteOpenPaper(open?.kind === 'loaded' ? open.attempt.link : null);
  return attempts;
}

/** Attempts and quarantine, for a page that shows them. */
export async function listPapers(store: ExamStore): Promise<PastPapers> {
  return { attempts: await listAttempts(store), quarantined: await store.quarantined() };
}
