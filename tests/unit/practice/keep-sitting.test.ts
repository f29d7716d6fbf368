import { describe, expect, it } from 'vitest';
import { resumeSitting, startSitting } from '#practice/keep-sitting.ts';
import { makeTurns } from '#practice/turns.ts';
import { acquireAttempt } from '#storage/attempt-lock.ts';
import { type ExamStore, openExamStore } from '#storage/exam-store.ts';
import { attemptOf, question } from '../exam/bank.ts';

const ATTEMPT = attemptOf([question({ id: 'one' })], { minutes: 40 });
const storeInMemory = (): ExamStore =>
  openExamStore({ indexedDB: null, keyRange: null, localStorage: null, now: () => 42 });
const always = (): boolean => true;

async function begun(): Promise<ExamStore> {
  const store = storeInMemory();
  const kept = await startSitting(ATTEMPT, store, 1, 'en', always);
  kept?.release();
  return store;
}

async function journalLength(store: ExamStore): Promise<number> {
  const found = await store.load(ATTEMPT.id);
  return found.kind === 'loaded' ? found.journal.length : Number.NaN;
}

/** Whether nobody has the attempt; asking takes it for a moment. */
async function isFree(): Promise<boolean> {
  const lock = await acquireAttempt(ATTEMPT.id, false);
  if (lock.kind === 'held') lock.release();
  return lock.kind === 'held';
}

describe('a sitting that is kept', () => {
  it('has its attempt for itself until it is released', async () => {
    const store = await begun();
    const found = await resumeSitting(ATTEMPT.id, store, 'en', false, always);
    if (found?.kind !== 'done') throw new Error('not resumed');
    expect(found.value.sitting.readOnly()).toBe(false);
    expect(await isFree()).toBe(false);
    found.value.release();
    expect(await isFree()).toBe(true);
  });

  it('gives the attempt back where it cannot be read', async () => {
    const found = await resumeSitting(ATTEMPT.id, storeInMemory(), 'en', false, always);
    expect(found).toMatchObject({ kind: 'failed', failure: { code: 'exam-attempt-unknown' } });
    expect(await isFree()).toBe(true);
  });

  it.each([1, 2])(
    'gives the attempt back, its journal as it was, where it is not wanted after wait %i',
    async (wait) => {
      const store = await begun();
      const before = await journalLength(store);
      let asked = 0;
      const isWanted = (): boolean => ++asked < wait;
      expect(await resumeSitting(ATTEMPT.id, store, 'zh-CN', true, isWanted)).toBeNull();
      expect(await journalLength(store)).toBe(before);
      expect(await isFree()).toBe(true);
    },
  );

  it('leaves nothing behind where it is no longer wanted before it has begun', async () => {
    const store = storeInMemory();
    expect(await startSitting(ATTEMPT, store, 1, 'en', () => false)).toBeNull();
    expect(await store.list()).toEqual([]);
    expect(await isFree()).toBe(true);
  });
});

describe('turns', () => {
  it('let the last one count', () => {
    const begin = makeTurns();
    const first = begin();
    expect(first()).toBe(true);
    const second = begin();
    expect([first(), second()]).toEqual([false, true]);
  });
});
