import { beforeEach, describe, expect, it } from 'vitest';
import type { JournalEvent } from '#core/exam/journal.ts';
import { listAttempts, listPapers } from '#practice/past-papers.ts';
import { type ExamStore, openExamStore } from '#storage/exam-store.ts';
import { hasOpenPaper, noteOpenPaper } from '#storage/preferences.ts';
import { attemptOf, question } from '../exam/bank.ts';

const A = attemptOf([question({ id: 'one' })]);
const B = { ...A, id: 'ponmlkjihgfedcba', link: '#1.0123456789ab.b-test.other.1' };
const started = (attempt: string): JournalEvent => ({
  kind: 'start',
  factor: 1,
  language: 'en',
  attempt,
  seq: 0,
  epoch: 0,
  at: 1000,
  elapsed: 0,
});
const handedIn = (attempt: string): JournalEvent => ({
  kind: 'submit',
  by: 'reader',
  attempt,
  seq: 1,
  epoch: 0,
  at: 2000,
  elapsed: 1000,
});

let store: ExamStore;
beforeEach(async () => {
  noteOpenPaper(null);
  store = openExamStore({ indexedDB: null, keyRange: null, localStorage: null, now: () => 42 });
  for (const attempt of [A, B]) {
    await store.create(attempt);
    await store.append(started(attempt.id));
  }
});

describe('the hint that a paper is open', () => {
  it('goes with the last open paper, and no sooner, as papers are handed in', async () => {
    await listAttempts(store);
    expect(hasOpenPaper()).toBe(true);
    await store.append(handedIn(A.id));
    await listAttempts(store);
    expect(hasOpenPaper()).toBe(true);
    await store.append(handedIn(B.id));
    await listAttempts(store);
    expect(hasOpenPaper()).toBe(false);
  });

  it('goes with the last open paper, and no sooner, as papers are removed', async () => {
    await store.remove(A.id);
    expect((await listPapers(store)).attempts).toHaveLength(1);
    expect(hasOpenPaper()).toBe(true);
    await store.remove(B.id);
    expect(await listPapers(store)).toEqual({ attempts: [], quarantined: [] });
    expect(hasOpenPaper()).toBe(false);
  });
});
