/**
 * Attempts and their journals, kept so that nothing a reader did is lost while any storage works.
 *
 * Life of an event: into memory, then synchronously into the localStorage mirror, then into IndexedDB; when that transaction
 * is complete the mirror's copy goes. Reading merges all three by (attempt, epoch, seq). What cannot be read is moved to
 * quarantine and handed over as it is; what a newer version wrote is left alone.
 */
import type { Attempt } from '#core/exam/attempt.ts';
import type { ExamFailure } from '#core/exam/failure.ts';
import { type JournalEvent, mergeJournals } from '#core/exam/journal.ts';
import { type EventKey, type ExamDatabase, type Keyed, openExamDatabase } from './exam-database.ts';
import { isQuotaError, openExamMirror } from './exam-mirror.ts';
import { sealAttempt, sealEvent, unsealAttempt, unsealEvent } from './exam-records.ts';

/**
 * How safe answers are: `durable`; `mirror` (no IndexedDB, localStorage only); `full` (the quota is used up, new answers are
 * only in memory and mirror); `memory` (gone when the tab closes).
 */
export type StorageStatus = 'durable' | 'mirror' | 'full' | 'memory';

/** An attempt as found. */
export type LoadedAttempt =
  | {
      readonly kind: 'loaded';
      readonly attempt: Attempt;
      /** In order. */
      readonly journal: readonly JournalEvent[];
      /** Raw texts of events that could not be read; now in quarantine. */
      readonly damaged: readonly string[];
    }
  | { readonly kind: 'failed'; readonly id: string; readonly failure: ExamFailure; readonly raw: string };

/** The attempts of this browser. */
export interface ExamStore {
  /** How safe the last write was, or would be. */
  status(): StorageStatus;
  /** Calls back on every change of status; returns the way to stop. */
  onStatus(listener: (status: StorageStatus) => void): () => void;
  /** Stores a new attempt; mirrored before it returns, in IndexedDB when the promise resolves. Never rejects. */
  create(attempt: Attempt): Promise<void>;
  /** Stores an event; mirrored before it returns, in IndexedDB when the promise resolves. Never rejects. */
  append(event: JournalEvent): Promise<void>;
  load(id: string): Promise<LoadedAttempt>;
  /** Every attempt, the newest first; unreadable ones last. */
  list(): Promise<readonly LoadedAttempt[]>;
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
const rawOf = (record: unknown): string =>
  typeof record === 'string' ? record : (JSON.stringify(record) ?? 'undefined');
const failureOf = (code: ExamFailure['code'], id: string): ExamFailure => ({ code, values: { id } });

/** Opens the store. Returns at once; the database opens behind it, and a browser without any storage gets a store in memory. */
export function openExamStore({ indexedDB, keyRange, localStorage, now }: StorageParts): ExamStore {
  const mirror = openExamMirror(localStorage);
  const attempts = new Map<string, Attempt>();
  const events = new Map<string, JournalEvent[]>();
  const listeners = new Set<(status: StorageStatus) => void>();
  let status: StorageStatus = 'durable';

  const setStatus = (next: StorageStatus): void => {
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener(next);
  };
  const database: Promise<ExamDatabase | null> = (async () => {
    try {
      if (indexedDB === null || keyRange === null) throw new Error('no IndexedDB');
      return await Promise.race([openExamDatabase(indexedDB, keyRange), giveUp(PATIENCE)]);
    } catch {
      setStatus(localStorage === null ? 'memory' : 'mirror');
      return null;
    }
  })();

  /** Writes to IndexedDB behind a mirror write, and says how safe the data is now. */
  const settle = async (
    mirrored: 'written' | 'full' | 'refused',
    write: (open: ExamDatabase) => Promise<void>,
    drop: () => void,
  ): Promise<void> => {
    const open = await database;
    try {
      if (open === null) throw new Error('no IndexedDB');
      await write(open);
      drop();
      setStatus('durable');
    } catch (error) {
      if (isQuotaError(error) || mirrored === 'full') setStatus('full');
      else setStatus(mirrored === 'written' ? 'mirror' : 'memory');
    }
  };

  const quarantine = async (id: string, raw: string, keys: readonly EventKey[]): Promise<void> => {
    const open = await database;
    try {
      await open?.quarantine({ attempt: id, at: now(), raw }, keys);
      if (open !== null && keys.length === 0) mirror.dropAttempt(id);
      if (open !== null) for (const key of keys) mirror.dropEvent(key);
    } catch {
      // It stays where it is, unreadable but unharmed.
    }
  };

  const storedAttempts = async (): Promise<readonly Keyed<string>[]> => {
    const open = await database;
    const stored = await (open?.attempts() ?? Promise.resolve([])).catch(() => []);
    return [...stored, ...mirror.attempts()];
  };

  const loadJournal = async (id: string): Promise<{ journal: JournalEvent[]; damaged: string[]; future: boolean }> => {
    const open = await database;
    const stored = await (open?.events(id) ?? Promise.resolve([])).catch(() => []);
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
      await open.putEvents(left).then(
        () => {
          for (const { key } of left) mirror.dropEvent(key);
        },
        () => setStatus('mirror'),
      );
    }
    const lost = [...bad].filter(([name]) => !good.has(name)).map(([, item]) => item);
    for (const { key, record } of lost) await quarantine(id, rawOf(record), [key]);
    return {
      journal: mergeJournals([...good.values()], events.get(id) ?? []),
      damaged: lost.map(({ record }) => rawOf(record)),
      future,
    };
  };

  const open = async (id: string, records: readonly unknown[]): Promise<LoadedAttempt> => {
    const opened = records.map(unsealAttempt);
    const good = opened.find((each) => each.kind === 'good')?.value ?? attempts.get(id);
    const raw = records.map(rawOf).join('\n');
    if (good === undefined) {
      if (opened.some((each) => each.kind === 'future'))
        return { kind: 'failed', id, failure: failureOf('exam-attempt-future', id), raw };
      if (records.length === 0) return { kind: 'failed', id, failure: failureOf('exam-attempt-unknown', id), raw };
      await quarantine(id, raw, []);
      return { kind: 'failed', id, failure: failureOf('exam-attempt-damaged', id), raw };
    }
    const { journal, damaged, future } = await loadJournal(id);
    if (future) return { kind: 'failed', id, failure: failureOf('exam-attempt-future', id), raw };
    return { kind: 'loaded', attempt: good, journal, damaged };
  };

  return {
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create(attempt) {
      attempts.set(attempt.id, attempt);
      const record = sealAttempt(attempt);
      const mirrored = mirror.writeAttempt(attempt.id, record);
      return settle(
        mirrored,
        (opened) => opened.putAttempt(attempt.id, record),
        () => mirror.dropAttempt(attempt.id),
      );
    },
    append(event) {
      events.set(event.attempt, [...(events.get(event.attempt) ?? []), event]);
      const record = sealEvent(event);
      const mirrored = mirror.writeEvent(keyOf(event), record);
      return settle(
        mirrored,
        (opened) => opened.putEvents([{ key: keyOf(event), record }]),
        () => mirror.dropEvent(keyOf(event)),
      );
    },
    async load(id) {
      const records = (await storedAttempts()).filter(({ key }) => key === id).map(({ record }) => record);
      return open(id, records);
    },
    async list() {
      const stored = await storedAttempts();
      const ids = [...new Set([...stored.map(({ key }) => key), ...attempts.keys()])];
      const all = await Promise.all(
        ids.map((id) =>
          open(
            id,
            stored.filter(({ key }) => key === id).map(({ record }) => record),
          ),
        ),
      );
      const age = (item: LoadedAttempt): number => (item.kind === 'loaded' ? -item.attempt.createdAt : 1);
      return all.sort((x, y) => age(x) - age(y));
    },
    async remove(id) {
      attempts.delete(id);
      events.delete(id);
      mirror.dropAttempt(id);
      for (const { key } of mirror.events(id)) mirror.dropEvent(key);
      await (await database)?.remove(id).catch(() => undefined);
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
