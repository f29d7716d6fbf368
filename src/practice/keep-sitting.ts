/** Brings a sitting, its storage and its lock together. */
import type { Attempt } from '#core/exam/attempt.ts';
import type { Now } from '#core/exam/clock.ts';
import { done, type Outcome } from '#core/exam/failure.ts';
import type { TimeFactor } from '#core/exam/journal.ts';
import { acquireAttempt, type LockResult } from '#storage/attempt-lock.ts';
import type { ExamStore } from '#storage/exam-store.ts';
import { openSitting, type Sitting } from './sitting.ts';

/** A sitting that this tab keeps, or watches while another tab keeps it. */
export interface KeptSitting {
  readonly sitting: Sitting;
  /** How many events of its journal could not be read. */
  readonly damaged: number;
  /** Gives the attempt free for other tabs. */
  release(): void;
}

const now = (): Now => ({ wall: Date.now(), mono: performance.now() });

function keep(sitting: Sitting, lock: LockResult, damaged: number): KeptSitting {
  if (lock.kind === 'taken') {
    sitting.setReadOnly(true);
    return { sitting, damaged, release: () => undefined };
  }
  void lock.lost.then(() => sitting.setReadOnly(true));
  return { sitting, damaged, release: lock.release };
}

/** Gives free again what was acquired for a sitting that does not come about. */
function giveBack(lock: LockResult): void {
  if (lock.kind === 'held') lock.release();
}

/**
 * Opens a stored attempt. The lock comes first and the journal is read after it, so nothing another tab wrote is missed.
 *
 * @param steal go on here although another tab has it: that tab turns read-only
 * @param isWanted asked after every wait
 * @returns null where it is no longer wanted; then, as after a failure, the attempt is free and its journal as it was
 */
export async function resumeSitting(
  id: string,
  store: ExamStore,
  language: string,
  steal: boolean,
  isWanted: () => boolean,
): Promise<Outcome<KeptSitting> | null> {
  const lock = await acquireAttempt(id, steal);
  const loaded = isWanted() ? await store.load(id) : null;
  if (loaded === null || loaded.kind === 'failed' || !isWanted()) {
    giveBack(lock);
    return loaded?.kind === 'failed' && isWanted() ? loaded : null;
  }
  const sitting = openSitting(loaded.attempt, loaded.journal, { append: (event) => store.append(event), now });
  const kept = keep(sitting, lock, loaded.damaged.length);
  if (steal) sitting.act({ kind: 'takeover' });
  sitting.tick();
  if (sitting.state().language !== language) sitting.act({ kind: 'language', language });
  return done(kept);
}

/** Starts a new attempt: stored whole before its first event; null, and nothing stored, where it is no longer wanted. */
export async function startSitting(
  attempt: Attempt,
  store: ExamStore,
  factor: TimeFactor,
  language: string,
  isWanted: () => boolean,
): Promise<KeptSitting | null> {
  const lock = await acquireAttempt(attempt.id, false);
  if (!isWanted()) {
    giveBack(lock);
    return null;
  }
  void store.create(attempt);
  const sitting = openSitting(attempt, [], { append: (event) => store.append(event), now });
  sitting.act({ kind: 'start', factor, language });
  return keep(sitting, lock, 0);
}
