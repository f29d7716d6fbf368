import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '#core/exam/paper.ts';
import { encodeShard } from '#core/exam/shard.ts';
import { misconceptionNames } from '#core/question/misconceptions.ts';
import { fetchIndex, fetchShards } from '#practice/paper-bank.ts';
import { question } from '../exam/bank.ts';

const BANK = '0123456789ab';
const OWN = question({ id: 'own' });
const VARIANT = question({ id: 'sum~1', template: 'sum', kind: 'numeric' });
const PAPER = {
  items: [OWN, OWN, VARIANT].map((each) => ({
    question: each.id,
    candidate: each.template ?? each.id,
    section: each.section,
    options: [],
  })),
} as unknown as Paper;
const LABEL = { zh: '颠倒', en: 'upside down' };
const FILES: Readonly<Record<string, string>> = {
  [`/aca/bank/${BANK}/section/deep-learning/relu.json`]: encodeShard({ questions: [OWN], misconceptions: {} }),
  [`/aca/bank/${BANK}/template/sum.json`]: encodeShard({
    questions: [VARIANT],
    misconceptions: { 'upside-down': LABEL },
  }),
};

/** A site with these files, each at its address. */
function serve(files: Readonly<Record<string, string>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const text = files[address];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a bank on the site', () => {
  it('gives a paper its questions from the shards it needs, each fetched once', async () => {
    const asked = serve(FILES);
    expect(await fetchShards('/aca/', BANK, PAPER)).toEqual({
      kind: 'done',
      value: { questions: [OWN, VARIANT], misconceptions: { 'upside-down': LABEL } },
    });
    expect(asked.sort()).toEqual(Object.keys(FILES).sort());
  });

  it('is named by its number where its index, or a shard of it, is gone', async () => {
    serve({});
    const unknown = { kind: 'failed', failure: { code: 'exam-bank-unknown', values: { bank: BANK } } };
    expect(await fetchIndex('/aca/', BANK)).toEqual(unknown);
    expect(await fetchShards('/aca/', BANK, PAPER)).toEqual(unknown);
  });

  it.each([
    ['{"format":2,"questions":[],"misconceptions":{}}', 'format 2'],
    ['<!doctype html>', 'SyntaxError'],
  ])('is not read where a shard is no shard of format 1: %s', async (text, detail) => {
    serve(Object.fromEntries(Object.keys(FILES).map((address) => [address, text])));
    expect(await fetchShards('/aca/', BANK, PAPER)).toMatchObject({
      kind: 'failed',
      failure: { code: 'exam-bank-unreachable', values: { detail: expect.stringContaining(detail) } },
    });
  });
});

describe('misconceptions', () => {
  it('are named once each, from options and traps', () => {
    const claim = question({ id: 'claim', kind: 'truefalse' });
    expect(misconceptionNames([OWN, OWN, VARIANT, claim])).toEqual([
      'mistake-b',
      'mistake-c',
      'mistake-d',
      'upside-down',
    ]);
  });
});
