/**
 * The attempts in IndexedDB: database `aca-exam`, version 1.
 *
 * Stores: `attempts` (key: id), `journal` (key: [attempt, epoch, seq]), `quarantine` (key: running number), the first two
 * hold sealed records. Every write asks for `durability: 'strict'` and is done when its transaction is.
 */
import type { SealedRecord } from './sealed-record.ts';

const NAME = 'aca-exam';

/** Where an event stands in the journal store. */
export type EventKey = readonly [attempt: string, epoch: number, seq: number];

/** A record with its key. */
export interface Keyed<Key> {
  readonly key: Key;
  /** As found; a sealed record unless it is damaged. */
  readonly record: unknown;
}

/** Something unreadable, kept as it was. */
export interface Quarantined {
  readonly attempt: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly raw: string;
}

/** The open database; methods reject, also once the connection is closed (a newer version, cleared site data). */
export interface ExamDatabase {
  putAttempt(id: string, record: SealedRecord): Promise<void>;
  putEvents(events: readonly { readonly key: EventKey; readonly record: SealedRecord }[]): Promise<void>;
  attempts(): Promise<readonly Keyed<string>[]>;
  events(attempt: string): Promise<readonly Keyed<EventKey>[]>;
  /**
   * Moves unreadable records away: stored in quarantine, and gone from where they stood.
   *
   * @param keys the events it is about; none for a whole attempt, which goes with its journal
   */
  quarantine(item: Quarantined, keys: readonly EventKey[]): Promise<void>;
  /** All that was moved away, in the order in which it was. */
  quarantined(): Promise<readonly Quarantined[]>;
  /** Removes what was moved away of an attempt. */
  discard(attempt: string): Promise<void>;
  /** Removes an attempt, its journal and what was moved away of them. */
  remove(attempt: string): Promise<void>;
  close(): void;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB transaction aborted'));
  });
}

function discardFrom(transaction: IDBTransaction, attempt: string): void {
  const request = transaction.objectStore('quarantine').openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (cursor === null) return;
    if (cursor.value.attempt === attempt) cursor.delete();
    cursor.continue();
  };
}

const journalOf = (range: typeof IDBKeyRange, attempt: string): IDBKeyRange => range.bound([attempt], [attempt, []]);

/**
 * Opens the database.
 *
 * @param factory `indexedDB`
 * @param range `IDBKeyRange`
 * @throws what IndexedDB throws or rejects with (private windows, disabled storage)
 */
export async function openExamDatabase(factory: IDBFactory, range: typeof IDBKeyRange): Promise<ExamDatabase> {
  const opening = factory.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('attempts');
    opening.result.createObjectStore('journal');
    opening.result.createObjectStore('quarantine', { autoIncrement: true });
  };
  const database = await answerOf(opening);
  // A later version of the site in another tab must be able to upgrade.
  database.onversionchange = () => database.close();
  // Asynchronous so that what a closed connection throws is a rejection like any other.
  const write = async (stores: readonly string[], work: (transaction: IDBTransaction) => void): Promise<void> => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const completion = completionOf(transaction);
    work(transaction);
    await completion;
  };
  const readAll = async (store: string, query?: IDBKeyRange): Promise<readonly Keyed<IDBValidKey>[]> => {
    const objects = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answerOf(objects.getAllKeys(query)), answerOf(objects.getAll(query))]);
    return keys.map((key, i) => ({ key, record: values[i] }));
  };
  return {
    putAttempt: (id, record) => write(['attempts'], (t) => t.objectStore('attempts').put(record, id)),
    putEvents: (events) =>
      write(['journal'], (t) => {
        for (const { key, record } of events) t.objectStore('journal').put(record, [...key]);
      }),
    attempts: async () => (await readAll('attempts')).map(({ key, record }) => ({ key: String(key), record })),
    events: async (attempt) =>
      (await readAll('journal', journalOf(range, attempt))).flatMap(({ key, record }): Keyed<EventKey>[] => {
        if (!Array.isArray(key)) return [];
        return [{ key: [String(key[0]), Number(key[1]), Number(key[2])], record }];
      }),
    quarantine: (item, keys) =>
      write(['attempts', 'journal', 'quarantine'], (t) => {
        t.objectStore('quarantine').add(item);
        if (keys.length === 0) {
          t.objectStore('attempts').delete(item.attempt);
          t.objectStore('journal').delete(journalOf(range, item.attempt));
        }
        for (const key of keys) t.objectStore('journal').delete([...key]);
      }),
    quarantined: async () => answerOf(database.transaction('quarantine').objectStore('quarantine').getAll()),
    discard: (attempt) => write(['quarantine'], (t) => discardFrom(t, attempt)),
    remove: (attempt) =>
      write(['attempts', 'journal', 'quarantine'], (t) => {
        t.objectStore('attempts').delete(attempt);
        t.objectStore('journal').delete(journalOf(range, attempt));
        discardFrom(t, attempt);
      }),
    close: () => database.close(),
  };
}
