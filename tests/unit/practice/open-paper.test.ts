import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeIndex } from '#core/exam/bank-index.ts';
import { toCandidates } from '#core/exam/candidate.ts';
import { encodeShard } from '#core/exam/shard.ts';
import { openPaper } from '#practice/open-paper.ts';
import { sealAttempt } from '#storage/exam-records.ts';
import { type ExamStore, type LoadedAttempt, openExamStore } from '#storage/exam-store.ts';
import type { StorageStatus } from '#storage/storage-status.ts';
import { attemptOf, blueprint, question } from '../exam/bank.ts';

const BANK = '0123456789ab';
const LINK = `#1.${BANK}.b-test.seed.1`;
const QUESTIONS = ['one', 'two'].map((id) => question({ id }));
const ATTEMPT = { ...attemptOf(QUESTIONS), link: LINK };
const BLUEPRINT = blueprint({
  questions: 2,
  spread: {
    kind: 'weights',
    topics: [{ name: 'deep-learning', weight: 1 }],
    kinds: [{ name: 'single', weight: 1 }],
    difficulty: [{ name: 2, weight: 1 }],
  },
  order: ['single'],
});
const INDEX = encodeIndex({
  bank: BANK,
  blueprints: [BLUEPRINT],
  sections: {},
  candidates: toCandidates(QUESTIONS),
});

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    async (address: string) =>
      new Response(address.endsWith('index.json') ? INDEX : encodeShard({ questions: QUESTIONS, misconceptions: {} })),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A store that holds just these. */
function storeOf(attempts: readonly LoadedAttempt[], status: StorageStatus = 'durable'): ExamStore {
  const empty = openExamStore({ indexedDB: null, keyRange: null, localStorage: null, now: () => 42 });
  return { ...empty, status: () => status, list: async () => attempts };
}

async function ready(store: ExamStore) {
  const found = await openPaper(LINK, '/aca/', store);
  if (found.kind === 'failed' || found.value.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(found)}`);
  return found.value;
}

const place = { attempt: ATTEMPT.id, epoch: 0, at: 1000, elapsed: 0 };
const OPEN: LoadedAttempt = {
  kind: 'loaded',
  attempt: ATTEMPT,
  journal: [{ ...place, kind: 'start', factor: 1, language: 'en', seq: 0 }],
  damaged: [],
};
const FINISHED: LoadedAttempt = {
  ...OPEN,
  journal: [...OPEN.journal, { ...place, kind: 'submit', by: 'reader', seq: 1 }],
};
const damaged = (link: string): LoadedAttempt => ({
  kind: 'failed',
  id: ATTEMPT.id,
  failure: { code: 'exam-attempt-damaged', values: { id: ATTEMPT.id } },
  raw: JSON.stringify({ ...sealAttempt({ ...ATTEMPT, link }), sum: 'no' }),
});

describe('an address of a paper', () => {
  it('leads to the attempt left open', async () => {
    expect(await openPaper(LINK, '/aca/', storeOf([OPEN]))).toEqual({
      kind: 'done',
      value: { kind: 'open', id: ATTEMPT.id },
    });
  });

  it('leads to a paper that can be begun', async () => {
    const paper = await ready(storeOf([]));
    expect(paper).toMatchObject({ finished: null, unreadable: null });
    expect(await paper.begin(7)).toMatchObject({ kind: 'done', value: { link: LINK, createdAt: 7 } });
  });

  it('names a finished attempt whose report can be opened on another page', async () => {
    expect((await ready(storeOf([FINISHED]))).finished).toBe(ATTEMPT.id);
    expect((await ready(storeOf([FINISHED], 'memory'))).finished).toBeNull();
  });

  it('names an attempt at this very paper that cannot be read', async () => {
    const lost = damaged(LINK);
    expect((await ready(storeOf([damaged(`${LINK}2`), damaged(`${LINK}.B`), lost]))).unreadable).toBe(lost);
    expect((await ready(storeOf([damaged(`${LINK}2`), damaged(`${LINK}.B`)]))).unreadable).toBeNull();
  });
});
