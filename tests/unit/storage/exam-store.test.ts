import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEvent } from '#core/exam/journal.ts';
import { foldJournal } from '#core/exam/session.ts';
import { type ExamStore, openExamStore, type StorageParts } from '#storage/exam-store.ts';
import type { StorageStatus } from '#storage/storage-status.ts';
import { attemptOf, pick, question } from '../exam/bank.ts';

/** localStorage in memory; `room` bounds its characters, `broken` makes every access throw. */
class FakeStorage implements Storage {
  readonly map = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const used = [...this.map].reduce((sum, [k, v]) => sum + k.length + v.length, 0);
    if (used + key.length + value.length > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.map.set(key, value);
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
  clear(): void {
    this.map.clear();
  }
}

const ATTEMPT = attemptOf(['one', 'two', 'three'].map((id) => question({ id })));
const event = (seq: number, epoch = 0): JournalEvent => ({
  attempt: ATTEMPT.id,
  seq,
  epoch,
  at: 1000 + seq,
  elapsed: seq,
  ...(seq === 0
    ? { kind: 'start', factor: 1, language: 'zh-CN' }
    : { kind: 'answer', question: seq % 3, answer: pick('abcd'[seq % 4] ?? 'a') }),
});
const EVENTS = Array.from({ length: 12 }, (_, seq) => event(seq));

let factory: IDBFactory;
let local: FakeStorage;
const open = (parts: Partial<StorageParts> = {}): ExamStore =>
  openExamStore({ indexedDB: factory, keyRange: IDBKeyRange, localStorage: local, now: () => 42, ...parts });

async function loadedJournal(store: ExamStore): Promise<readonly JournalEvent[]> {
  const found = await store.load(ATTEMPT.id);
  if (found.kind === 'failed') throw new Error(found.failure.code);
  return found.journal;
}

/** Reads and rewrites a raw record behind the store's back. */
function inDatabase(store: string, work: (objects: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open('aca-exam', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      work(transaction.objectStore(store));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

beforeEach(() => {
  factory = new IDBFactory();
  local = new FakeStorage();
});

describe('the store of attempts', () => {
  it('gives back attempt and journal on a new page, and leaves the mirror empty', async () => {
    const store = open();
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    expect(local.map.size).toBe(0);
    expect(await open().load(ATTEMPT.id)).toEqual({ kind: 'loaded', attempt: ATTEMPT, journal: EVENTS, damaged: [] });
    expect(store.status()).toBe('durable');
  });

  it('M03: holds an event in the mirror before append returns, so a page killed in that instant loses nothing', async () => {
    const dying = open({ indexedDB: { open: () => ({}) } as unknown as IDBFactory });
    void dying.create(ATTEMPT);
    for (const each of EVENTS) void dying.append(each);
    // Nothing awaited: this is the click's own task.
    const reborn = open();
    expect(await loadedJournal(reborn)).toEqual(EVENTS);
  });

  it('is the same after a reload at every event, whichever storage it had reached', async () => {
    const store = open();
    await store.create(ATTEMPT);
    for (const [i, each] of EVENTS.entries()) {
      const written = store.append(each);
      if (i % 2 === 0) await written;
      const journal = await loadedJournal(open());
      expect(foldJournal(ATTEMPT, journal)).toEqual(foldJournal(ATTEMPT, EVENTS.slice(0, i + 1)));
    }
  });

  it('moves what only the mirror had into the database', async () => {
    const offline = open({ indexedDB: null });
    await offline.create(ATTEMPT);
    for (const each of EVENTS) await offline.append(each);
    expect(local.map.size).toBe(13);
    expect(await loadedJournal(open())).toEqual(EVENTS);
    expect([...local.map.keys()].filter((key) => key.includes('event'))).toEqual([]);
  });

  it('lists the newest first and forgets only what it is told to', async () => {
    const store = open();
    const newer = { ...ATTEMPT, id: 'ponmlkjihgfedcba', createdAt: ATTEMPT.createdAt + 1 };
    await store.create(ATTEMPT);
    await store.create(newer);
    await store.append(event(0));
    const ids = async () => (await open().list()).map((item) => (item.kind === 'loaded' ? item.attempt.id : item.id));
    expect(await ids()).toEqual([newer.id, ATTEMPT.id]);
    await store.remove(ATTEMPT.id);
    expect(await ids()).toEqual([newer.id]);
    expect(await open().load(ATTEMPT.id)).toMatchObject({ kind: 'failed', failure: { code: 'exam-attempt-unknown' } });
  });
});

describe('when storage fails', () => {
  const sit = async (parts: Partial<StorageParts>): Promise<ExamStore> => {
    const store = open(parts);
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    return store;
  };

  it('goes on in localStorage without IndexedDB, and says so', async () => {
    expect((await sit({ indexedDB: null })).status()).toBe('mirror');
    expect(await loadedJournal(open({ indexedDB: null }))).toEqual(EVENTS);
  });

  it('goes on in memory without any storage, and says so', async () => {
    const store = await sit({ indexedDB: null, localStorage: null });
    expect(store.status()).toBe('memory');
    expect(await loadedJournal(store)).toEqual(EVENTS);
    expect((await store.list()).length).toBe(1);
  });

  it('goes on in the database alone without localStorage', async () => {
    expect((await sit({ localStorage: null })).status()).toBe('durable');
    expect(await loadedJournal(open({ localStorage: null }))).toEqual(EVENTS);
  });

  it('survives a database that refuses to open', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    expect((await sit({ indexedDB: refusing })).status()).toBe('mirror');
  });

  it('keeps answers in memory when the quota is used up, and says so', async () => {
    local.room = 0;
    const store = open({ indexedDB: null });
    const said: StorageStatus[] = [];
    store.onStatus((status) => said.push(status));
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    expect(said).toEqual(['full']);
    expect(await loadedJournal(store)).toEqual(EVENTS);
  });
});

describe('when the disk is full for a while', () => {
  /** Events, by their number, for which the database has no room yet. */
  const tooMuch = new Set<number>();
  beforeEach(() => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, record, key) {
      if (Array.isArray(key) && tooMuch.has(Number(key[2]))) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, record, key);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    tooMuch.clear();
  });
  const begun = async (parts: Partial<StorageParts> = {}): Promise<ExamStore> => {
    const store = open(parts);
    await store.create(ATTEMPT);
    await store.append(event(0));
    local.room = 0;
    return store;
  };

  it('writes what was refused together with the next answer that is taken', async () => {
    const store = await begun();
    tooMuch.add(1);
    await store.append(event(1));
    expect(store.status()).toBe('full');
    tooMuch.clear();
    await store.append(event(2));
    expect(store.status()).toBe('durable');
    expect(await loadedJournal(open())).toEqual(EVENTS.slice(0, 3));
  });

  it('says so until the last answer is written, though later ones are', async () => {
    const store = await begun();
    tooMuch.add(1);
    for (const seq of [1, 2, 3]) {
      await store.append(event(seq));
      expect(store.status()).toBe('full');
    }
    expect(await loadedJournal(open())).toEqual([0, 2, 3].map((seq) => event(seq)));
    tooMuch.clear();
    await store.append(event(4));
    expect(store.status()).toBe('durable');
    expect(await loadedJournal(open())).toEqual(EVENTS.slice(0, 5));
  });

  it('writes into the mirror what that refused, where there is nothing else', async () => {
    const store = await begun({ indexedDB: null });
    await store.append(event(1));
    expect(store.status()).toBe('full');
    local.room = Number.POSITIVE_INFINITY;
    await store.append(event(2));
    expect(store.status()).toBe('mirror');
    expect(await loadedJournal(open({ indexedDB: null }))).toEqual(EVENTS.slice(0, 3));
  });

  it('brings nothing back of a paper that was removed meanwhile', async () => {
    const store = await begun();
    tooMuch.add(1);
    await store.append(event(1));
    await store.remove(ATTEMPT.id);
    tooMuch.clear();
    await store.create({ ...ATTEMPT, id: 'ponmlkjihgfedcba' });
    await store.append({ ...event(0), attempt: 'ponmlkjihgfedcba' });
    expect(store.status()).toBe('durable');
    await store.create(ATTEMPT);
    expect(await loadedJournal(open())).toEqual([]);
  });
});

describe('when the database is closed under the page', () => {
  /** What a newer version of the site in another tab does, or clearing site data. */
  const closed = async (parts: Partial<StorageParts> = {}): Promise<ExamStore> => {
    const store = open(parts);
    await store.create(ATTEMPT);
    await store.append(event(0));
    await new Promise((resolve) => {
      factory.deleteDatabase('aca-exam').onsuccess = resolve;
    });
    return store;
  };

  it.each<[StorageStatus, Partial<StorageParts>]>([
    ['mirror', {}],
    ['memory', { localStorage: null }],
  ])('goes on and says: %s', async (status, parts) => {
    const store = await closed(parts);
    await store.append(event(1));
    expect(store.status()).toBe(status);
    expect(await loadedJournal(store)).toEqual(EVENTS.slice(0, 2));
  });

  it('says that the quota is used up where localStorage has no room either', async () => {
    const store = await closed();
    local.room = 0;
    await store.append(event(1));
    expect(store.status()).toBe('full');
    expect(await loadedJournal(store)).toEqual(EVENTS.slice(0, 2));
    // Reading, which the database refuses as well, makes nothing safer.
    expect(store.status()).toBe('full');
  });

  it('answers every question, from what it has in memory, and says so', async () => {
    const store = await closed();
    expect((await store.list()).map((item) => item.kind)).toEqual(['loaded']);
    expect(store.status()).toBe('mirror');
    expect(await store.quarantined()).toEqual([]);
    await store.discard(ATTEMPT.id);
    await store.remove(ATTEMPT.id);
    expect(await store.list()).toEqual([]);
  });

  it('survives moving what only the mirror had', async () => {
    const store = await closed();
    await store.append(event(1));
    expect(await loadedJournal(store)).toEqual(EVENTS.slice(0, 2));
  });
});

describe('what cannot be read', () => {
  it('is an event: set aside with its bytes, the rest of the sitting goes on', async () => {
    const store = open();
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    const broken = { schema: 1, sum: 'no', body: '{"half":' };
    await inDatabase('journal', (objects) => objects.put(broken, [ATTEMPT.id, 0, 5]));
    expect(await open().load(ATTEMPT.id)).toEqual({
      kind: 'loaded',
      attempt: ATTEMPT,
      journal: EVENTS.filter((each) => each.seq !== 5),
      damaged: [JSON.stringify(broken)],
    });
    // The reader hears of it on every load, until the bytes are discarded.
    const later = open();
    expect(await later.load(ATTEMPT.id)).toMatchObject({ damaged: [JSON.stringify(broken)] });
    expect(await later.quarantined()).toEqual([{ attempt: ATTEMPT.id, at: 42, raw: JSON.stringify(broken) }]);
    await later.discard(ATTEMPT.id);
    expect(await later.load(ATTEMPT.id)).toMatchObject({ kind: 'loaded', damaged: [] });
    expect(await later.quarantined()).toEqual([]);
  });

  it('is an event that a list came upon first: it stays for the load that tells the reader', async () => {
    const store = open();
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    await inDatabase('journal', (objects) => objects.put('torn', [ATTEMPT.id, 0, 5]));
    const page = open();
    expect(await page.list()).toHaveLength(1);
    expect(await page.quarantined()).toEqual([]);
    expect(await page.load(ATTEMPT.id)).toMatchObject({ damaged: ['torn'] });
  });

  it('is an event with no database to set it aside in: named, and left where it is', async () => {
    const store = open({ indexedDB: null });
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    local.map.set(`aca.exam.event.${ATTEMPT.id}.0.5`, 'torn');
    expect(await open({ indexedDB: null }).load(ATTEMPT.id)).toMatchObject({ damaged: ['torn'] });
    expect(local.map.get(`aca.exam.event.${ATTEMPT.id}.0.5`)).toBe('torn');
  });

  it('is an event in one place only: the good copy counts and nobody is alarmed', async () => {
    const store = open();
    await store.create(ATTEMPT);
    for (const each of EVENTS) await store.append(each);
    local.map.set(`aca.exam.event.${ATTEMPT.id}.0.5`, '{"torn');
    expect(await open().load(ATTEMPT.id)).toMatchObject({ journal: EVENTS, damaged: [] });
  });

  it('is an attempt: named, handed over, and other attempts are untouched', async () => {
    const store = open();
    const other = { ...ATTEMPT, id: 'ponmlkjihgfedcba' };
    await store.create(ATTEMPT);
    await store.create(other);
    await inDatabase('attempts', (objects) => objects.put({ schema: 1, sum: '0', body: 'torn' }, ATTEMPT.id));
    await store.append(event(0));
    await store.append({ ...event(0), attempt: other.id });
    const page = open();
    // Looking changes nothing: it is there however often the list is shown.
    for (const found of [await page.list(), await page.list()]) {
      expect(found.map((item) => item.kind)).toEqual(['loaded', 'failed']);
      expect(found[1]).toMatchObject({
        failure: { code: 'exam-attempt-damaged' },
        raw: expect.stringMatching(/torn[\s\S]*start/),
      });
    }
    expect(await page.load(ATTEMPT.id)).toMatchObject({ failure: { code: 'exam-attempt-damaged' } });
    expect((await page.list()).map((item) => item.kind)).toEqual(['loaded']);
    // Attempt and answers are kept together until the reader says otherwise.
    const [kept, ...more] = await page.quarantined();
    expect(kept).toMatchObject({ attempt: ATTEMPT.id, raw: expect.stringMatching(/torn[\s\S]*start/) });
    expect(more).toEqual([]);
    await page.discard(ATTEMPT.id);
    expect(await open().quarantined()).toEqual([]);
    expect(await open().load(other.id)).toMatchObject({ journal: [{ ...event(0), attempt: other.id }], damaged: [] });
  });

  it('goes with its attempt when the reader removes that', async () => {
    const store = open();
    await store.create(ATTEMPT);
    await store.append(event(0));
    await inDatabase('journal', (objects) => objects.put('torn', [ATTEMPT.id, 0, 0]));
    const page = open();
    await page.load(ATTEMPT.id);
    await page.remove(ATTEMPT.id);
    expect(await page.quarantined()).toEqual([]);
  });

  it('is from a newer version: left exactly as it is', async () => {
    const store = open();
    await store.create(ATTEMPT);
    const { seal } = await import('#storage/sealed-record.ts');
    const future = seal({ id: ATTEMPT.id, questions: [] }, 2);
    await inDatabase('attempts', (objects) => objects.put(future, ATTEMPT.id));
    expect(await open().load(ATTEMPT.id)).toMatchObject({ kind: 'failed', failure: { code: 'exam-attempt-future' } });
    let kept: unknown;
    await inDatabase('attempts', (objects) => {
      objects.get(ATTEMPT.id).onsuccess = (done) => {
        kept = (done.target as IDBRequest).result;
      };
    });
    expect(kept).toEqual(future);
  });
});
