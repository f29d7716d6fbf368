/**
 * Attempts and their journals, kept so that nothing a reader did is lost while any storage works.
 *
 * Life of an event: into memory, then synchronously into the localStorage mirror, then into IndexedDB; when that transaction
 * is complete the mirror's copy goes (`exam-writes.ts`). Reading merges all three by (attempt, epoch, seq). What cannot be read is moved to
 * quarantine when its attempt is loaded, and stays there for the reader to have or to discard; what a newer version wrote is
 * left alone.
 */
import type { Attempt } from '#core/exam/attempt.ts';
import { type ExamFailure, failed } from '#core/exam/failure.ts';
import { type JournalEvent, mergeJournals } from '#core/exam/journal.ts';
import type { CodeOf } from '#core/failures.ts';
import { type EventKey, type ExamDatabase, type Keyed, openExamDatabase, type Quarantined } from './exam-database.ts';
import { openExamMirror } from './exam-mirror.ts';
import { openExamQuarantine, rawOf } from './exam-quarantine.ts';
import { sealAttempt, sealEvent, unsealAttempt, unsealEvent } from './exam-records.ts';
import { openExamWrites } from './exam-writes.ts';
import { isKept, type StorageStatus, watchStatus } from './storage-status.ts';

/** An attempt as found. */
export type LoadedAttempt =
  | {
      readonly kind: 'loaded';
      readonly attempt: Attempt;
      /** In order. */
      readonly journal: readonly JournalEvent[];
      /** Raw texts of its events that could not be read; `load` names them until they are discarded. */
      readonly damaged: readonly string[];
    }
  | FailedAttempt;

/** An attempt that cannot be read, with its bytes. */
export interface FailedAttempt {
  readonly kind: 'failed';
  readonly id: string;
  readonly failure: ExamFailure;
  readonly raw: string;
}

/** The attempts of this browser. */
export interface ExamStore {
  /** How safe all that was written is, or would be. */
  status(): StorageStatus;
  /** Calls back on every change of status; returns the way to stop. */
  onStatus(listener: (status: StorageStatus) => void): () => void;
  /** Stores a new attempt; mirrored before it returns, in IndexedDB when the promise resolves. Never rejects. */
  create(attempt: Attempt): Promise<void>;
  /** Stores an event; mirrored before it returns, in IndexedDB when the promise resolves. Never rejects. */
  append(event: JournalEvent): Promise<void>;
  /** Reads an attempt; what of it cannot be read goes to quarantine. */
  load(id: string): Promise<LoadedAttempt>;
  /** Every attempt, the newest first; unreadable ones last. Nothing is moved to quarantine by looking. */
  list(): Promise<readonly LoadedAttempt[]>;
  /** What lies in quarantine, one item an attempt, the newest first. */
  quarantined(): Promise<readonly Quarantined[]>;
  /** Removes what lies in quarantine of an attempt; only ever at the reader's word. */
  discard(attempt: string): Promise<void>;
  /** Removes an attempt everywhere; only ever at the reader's word. */
  remove(id: string): Promise<void>;
}

/** What the browser offers; null for what is missing or forbidden. */
export interface StorageParts {
  readonly indexedDB: IDBFactory | null;
  readonly keyRange: typeof IDBKeyRange | null;
  readonly localStorage: Storage | null;
  /** Milliseconds since the epoch, for quarantine. */
  now(): number;
}

/** How long the database may take to open before the page goes on without it, in milliseconds. */
const PATIENCE = 4000;

function giveUp(after: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('IndexedDB did not open')), after);
  });
}

const keyOf = (event: JournalEvent): EventKey => [event.attempt, event.epoch, event.seq];
const failureOf = (code: CodeOf<'exam-attempt'>, id: string): ExamFailure => failed(code, { id }).failure;

/** Opens the store. Returns at once; the database opens behind it, and a browser without any storage gets a store in memory. */
export function openExamStore({ indexedDB, keyRange, localStorage, now }: StorageParts): ExamStore {
  const mirror = openExamMirror(localStorage);
  const attempts = new Map<string, Attempt>();
  const events = new Map<string, JournalEvent[]>();
  const status = watchStatus();
  /** The database does not answer; what is known to be worse stays said. */
  const fallBack = (): void => {
    if (isKept(status.get())) status.set(localStorage === null ? 'memory' : 'mirror');
  };
  /** What a reading that failed has found. */
  const unread = (): never[] => {
    fallBack();
    return [];
  };
  const database: Promise<ExamDatabase | null> = (async () => {
    try {
      if (indexedDB === null || keyRange === null) throw new Error('no IndexedDB');
      return await Promise.race([openExamDatabase(indexedDB, keyRange), giveUp(PATIENCE)]);
    } catch {
      fallBack();
      return null;
    }
  })();

  const quarantine = openExamQuarantine(database, mirror, fallBack, now);
  const writes = openExamWrites(database, mirror, status.set);

  const storedAttempts = async (): Promise<readonly Keyed<string>[]> => {
    const stored = (await (await database)?.attempts().catch(unread)) ?? [];
    return [...stored, ...mirror.attempts()];
  };

  const storedEvents = async (id: string): Promise<readonly Keyed<EventKey>[]> =>
    (await (await database)?.events(id).catch(unread)) ?? [];

  const loadJournal = async (
    id: string,
  ): Promise<{ journal: JournalEvent[]; lost: Keyed<EventKey>[]; future: boolean }> => {
    const open = await database;
    const stored = await storedEvents(id);
    const good = new Map<string, JournalEvent>();
    const bad = new Map<string, Keyed<EventKey>>();
    let future = false;
    const mirrored = mirror.events(id);
    for (const item of [...stored, ...mirrored]) {
      const opened = unsealEvent(item.record);
      if (opened.kind === 'future') future = true;
      else if (opened.kind === 'good') good.set(item.key.join('.'), opened.value);
      else bad.set(item.key.join('.'), item);
    }
    // What only the mirror had came from a page that died before IndexedDB was done.
    const left = mirrored.flatMap(({ key, record }) => {
      const opened = unsealEvent(record);
      return opened.kind === 'good' ? [{ key, record: sealEvent(opened.value) }] : [];
    });
    if (open !== null && left.length > 0) {
      await open.putEvents(left).then(() => {
        for (const { key } of left) mirror.dropEvent(key);
      }, fallBack);
    }
    return {
      journal: mergeJournals([...good.values()], events.get(id) ?? []),
      lost: [...bad].filter(([name]) => !good.has(name)).map(([, item]) => item),
      future,
    };
  };

  const open = async (id: string, records: readonly unknown[], moving: boolean): Promise<LoadedAttempt> => {
    const opened = records.map(unsealAttempt);
    const good = opened.find((each) => each.kind === 'good')?.value ?? attempts.get(id);
    const raw = records.map(rawOf).join('\n');
    if (good === undefined) {
      if (opened.some((each) => each.kind === 'future'))
        return { kind: 'failed', id, failure: failureOf('exam-attempt-future', id), raw };
      if (records.length === 0) return { kind: 'failed', id, failure: failureOf('exam-attempt-unknown', id), raw };
      // The answers stand in the journal: without their paper they are the reader's as they are.
      const journal = [...(await storedEvents(id)), ...mirror.events(id)].map(({ record }) => rawOf(record));
      const whole = [raw, ...journal].join('\n');
      if (moving) await quarantine.takeAttempt(id, whole);
      return { kind: 'failed', id, failure: failureOf('exam-attempt-damaged', id), raw: whole };
    }
    const { journal, lost, future } = await loadJournal(id);
    if (future) return { kind: 'failed', id, failure: failureOf('exam-attempt-future', id), raw };
    const damaged = moving ? await quarantine.takeEvents(id, lost) : lost.map(({ record }) => rawOf(record));
    return { kind: 'loaded', attempt: good, journal, damaged };
  };

  return {
    status: status.get,
    onStatus: status.subscribe,
    create(attempt) {
      attempts.set(attempt.id, attempt);
      return writes.attempt(attempt.id, sealAttempt(attempt));
    },
    append(event) {
      events.set(event.attempt, [...(events.get(event.attempt) ?? []), event]);
      return writes.event(keyOf(event), sealEvent(event));
    },
    async load(id) {
      const records = (await storedAttempts()).filter(({ key }) => key === id).map(({ record }) => record);
      return open(id, records, true);
    },
    async list() {
      const stored = await storedAttempts();
      const ids = [...new Set([...stored.map(({ key }) => key), ...attempts.keys()])];
      const all = await Promise.all(
        ids.map((id) =>
          open(
            id,
            stored.filter(({ key }) => key === id).map(({ record }) => record),
            false,
          ),
        ),
      );
      const age = (item: LoadedAttempt): number => (item.kind === 'loaded' ? -item.attempt.createdAt : 1);
      return all.sort((x, y) => age(x) - age(y));
    },
    quarantined: quarantine.list,
    discard: quarantine.discard,
    async remove(id) {
      attempts.delete(id);
      events.delete(id);
      writes.forget(id);
      mirror.dropAttempt(id);
      for (const { key } of mirror.events(id)) mirror.dropEvent(key);
      await (await database)?.remove(id).catch(fallBack);
    },
  };
}

/** The store on what this browser really offers; reading a forbidden property throws in some of them. */
export function openBrowserExamStore(): ExamStore {
  const offered = <T>(get: () => T): T | null => {
    try {
      return get() ?? null;
    } catch {
      return null;
    }
  };
  return openExamStore({
    indexedDB: offered(() => globalThis.indexedDB),
    keyRange: offered(() => globalThis.IDBKeyRange),
    localStorage: offered(() => globalThis.localStorage),
    now: () => Date.now(),
  });
}
