/** Sites that are published and built anew, each in a folder of its own; the published one is served as GitHub Pages would. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { bankHash, encodeIndex } from '#core/exam/bank-index.ts';
import { toCandidates } from '#core/exam/candidate.ts';
import { buildPaper } from '#core/exam/paper.ts';
import { encodeShard } from '#core/exam/shard.ts';
import type { Question } from '#core/question/question.ts';
import { fetchIndex, fetchShards } from '#practice/paper-bank.ts';
import {
  decodeBankList,
  encodeBankList,
  type ListedBank,
  writeBankList,
} from '../../../src/integrations/bank/bank-list.ts';
import { carryBanks } from '../../../src/integrations/carry-banks.ts';
import { serve } from '../../../src/integrations/serve.ts';
import { blueprint, question } from '../exam/bank.ts';

const PAPER = blueprint({ questions: 2 });
const folders: string[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The bank as it was after so many corrections: the same questions, one of them with another hash. */
function questionsAfter(corrections: number): Question[] {
  return [
    question({ id: 'one', enemies: ['two'] }),
    question({ id: 'two', enemies: ['one'], section: 'cnn/pooling-layer' }),
    question({ id: 'three', section: 'cnn/pooling-layer' }),
    question({ id: 'sum~1', template: 'sum', kind: 'numeric' }),
  ].map((each) => (each.id === 'one' ? { ...each, itemHash: `hash-${corrections}` } : each));
}

function nameAfter(corrections: number): string {
  return bankHash(questionsAfter(corrections), [PAPER]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A build as Astro leaves it: the bank after so many corrections, and its list. */
async function build(corrections: number): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'carry-'));
  folders.push(dist);
  const questions = questionsAfter(corrections);
  const bank = nameAfter(corrections);
  const files = {
    index: encodeIndex({ bank, blueprints: [PAPER], sections: {}, candidates: toCandidates(questions) }),
    'section/deep-learning/relu': encodeShard({ questions: questions.slice(0, 1), misconceptions: {} }),
    'section/cnn/pooling-layer': encodeShard({ questions: questions.slice(1, 3), misconceptions: {} }),
    'template/sum': encodeShard({ questions: questions.slice(3), misconceptions: {} }),
  };
  for (const [name, text] of Object.entries(files)) write(join(dist, 'bank', bank, `${name}.json`), text);
  await writeBankList(dist, `2026-01-${String(corrections + 10)}`);
  return dist;
}

async function publish(root: string): Promise<string> {
  const { server, url } = await serve({ root, base: '/aca/', port: 0 });
  servers.push(server);
  return url;
}

/** Carries and returns what was said, losses marked. */
async function carry(site: string, dist: string, keep = 12, pauses: readonly number[] = []): Promise<string[]> {
  const lines: string[] = [];
  const say = (line: string, loss: boolean): void => void lines.push(`${loss ? 'LOSS ' : ''}${line}`);
  await carryBanks({ site, dist, keep, pauses, say });
  return lines;
}

function listOf(dist: string): readonly ListedBank[] {
  const list = decodeBankList(readFileSync(join(dist, 'bank/banks.json'), 'utf8'));
  if ('fault' in list) throw new Error(list.fault);
  return list.banks;
}

/** Everything under bank/, contents by path. */
function bankFiles(dist: string): Record<string, string> {
  const names = readdirSync(join(dist, 'bank'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(dist.length),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  );
}

/** A chain of deployments, the latest last. */
async function deploy(count: number, keep = 12): Promise<string> {
  let published = await build(0);
  for (let i = 1; i < count; i++) {
    const next = await build(i);
    await carry(await publish(published), next, keep);
    published = next;
  }
  return published;
}

describe('a deployment', () => {
  it('lists its own bank with every file', async () => {
    const dist = await build(0);
    expect(listOf(dist)).toMatchObject([{ bank: nameAfter(0), date: '2026-01-10' }]);
    expect(Object.keys(listOf(dist)[0]?.files ?? {})).toEqual([
      'index.json',
      'section/cnn/pooling-layer.json',
      'section/deep-learning/relu.json',
      'template/sum.json',
    ]);
  });

  it('carries nothing the first time, and says so', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'carry-'));
    folders.push(empty);
    const dist = await build(0);
    const before = bankFiles(dist);
    const url = await publish(empty);
    expect(await carry(url, dist)).toEqual([
      `There is no list of banks at ${url}bank/ yet, so there is none to carry.`,
    ]);
    expect(bankFiles(dist)).toEqual(before);
  });

  it('has every file of the banks before it, and lists them newest first', async () => {
    const dist = await deploy(3);
    expect(listOf(dist).map(({ bank, date }) => `${bank} ${date}`)).toEqual([
      `${nameAfter(2)} 2026-01-12`,
      `${nameAfter(1)} 2026-01-11`,
      `${nameAfter(0)} 2026-01-10`,
    ]);
    const { '/bank/banks.json': _, ...first } = bankFiles(await build(0));
    expect(bankFiles(dist)).toMatchObject(first);
  });

  it('goes on opening a paper whose bank was corrected', async () => {
    const site = await publish(await deploy(2));
    const index = await fetchIndex(site, nameAfter(0));
    if (index.kind === 'failed') throw new Error(index.failure.code);
    const paper = buildPaper(PAPER, index.value.candidates, { seed: 'class3', mock: 1, form: 'A' });
    expect(paper).toEqual(buildPaper(PAPER, toCandidates(questionsAfter(0)), { seed: 'class3', mock: 1, form: 'A' }));
    if (paper.kind === 'failed') throw new Error(paper.failure.code);
    const shards = await fetchShards(site, nameAfter(0), paper.value);
    if (shards.kind === 'failed') throw new Error(shards.failure.code);
    const ids = shards.value.questions.map(({ id }) => id);
    expect(paper.value.items.filter((item) => !ids.includes(item.question))).toEqual([]);
  });

  it('keeps the newest so many and says which it leaves behind', async () => {
    const published = await deploy(4);
    const dist = await build(4);
    const lines = await carry(await publish(published), dist, 2);
    expect(lines.at(-2)).toBe(`Bank ${nameAfter(0)} of 2026-01-10 was left behind: 2 are kept.`);
    expect(lines.at(-1)).toBe('The build holds 3 banks.');
    expect(listOf(dist).map(({ bank }) => bank)).toEqual([4, 3, 2].map(nameAfter));
    expect(readdirSync(join(dist, 'bank')).sort()).toEqual([...[4, 3, 2].map(nameAfter), 'banks.json'].sort());
  });

  it('keeps its own files of a bank that did not change, with the day of the build', async () => {
    const dist = await build(0);
    const before = bankFiles(dist);
    expect(await carry(await publish(await build(0)), dist)).toEqual(['The build holds 1 bank.']);
    expect(bankFiles(dist)).toEqual(before);
  });
});

describe('a bank that is not whole', () => {
  it.each([
    [
      'damaged',
      (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('stem of three', 'stem of thr33')),
    ],
    ['missing', (path: string) => rmSync(path)],
  ])('is refused, and the others are carried: one file %s', async (what, harm) => {
    const published = await deploy(2);
    harm(join(published, 'bank', nameAfter(0), 'section/cnn/pooling-layer.json'));
    const dist = await build(2);
    const lines = await carry(await publish(published), dist);
    expect(lines.filter((line) => line.startsWith('LOSS'))).toEqual([
      expect.stringMatching(`^LOSS Bank ${nameAfter(0)} .* section/cnn/pooling-layer.json is ${what}`),
    ]);
    expect(existsSync(join(dist, 'bank', nameAfter(0)))).toBe(false);
    expect(listOf(dist).map(({ bank }) => bank)).toEqual([2, 1].map(nameAfter));
  });

  it('is refused under a name that is not its own, though every sum is right', async () => {
    const published = await build(0);
    const [own] = listOf(published);
    const wrong = '0123456789ab';
    for (const [path, text] of Object.entries(bankFiles(published)))
      write(join(published, path.replace(nameAfter(0), wrong)), text);
    write(join(published, 'bank/banks.json'), encodeBankList(own === undefined ? [] : [{ ...own, bank: wrong }]));
    const dist = await build(1);
    expect(await carry(await publish(published), dist)).toEqual([
      `LOSS Bank ${wrong} of 2026-01-10 was not carried: its blueprints and questions make the bank ${nameAfter(0)}.`,
      'The build holds 1 bank.',
    ]);
    expect(existsSync(join(dist, 'bank', wrong))).toBe(false);
  });
});

describe('a site that gives no list', () => {
  it('does not stop the deployment where nobody answers', async () => {
    const url = await publish(await build(0));
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const dist = await build(1);
    const before = bankFiles(dist);
    expect(await carry(url, dist, 12, [1])).toEqual([
      expect.stringMatching(/^LOSS No bank was carried: .*ECONNREFUSED/),
    ]);
    expect(bankFiles(dist)).toEqual(before);
  });

  it('is asked again where the network fails once, always past the cache', async () => {
    const published = await build(0);
    const asked = new Set<string>();
    const server = createServer((request, response) => {
      const url = request.url ?? '';
      if (asked.has(url)) response.end(readFileSync(join(published, url.replace(/\?.*/, ''))));
      else response.writeHead(503).end();
      asked.add(url);
    });
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const dist = await build(1);
    await carry(`http://127.0.0.1:${port}`, dist, 12, [1]);
    expect(listOf(dist).map(({ bank }) => bank)).toEqual([1, 0].map(nameAfter));
    expect([...asked].filter((url) => !/\?\d+$/.test(url))).toEqual([]);
  });

  it.each([
    ['<!doctype html>', 'SyntaxError'],
    ['{"format":2,"banks":[]}', 'format'],
    [
      `{"format":1,"banks":[{"bank":"0123456789ab","date":"2026-01-10","files":{"../../index.html":"${'0'.repeat(64)}"}}]}`,
      'files',
    ],
  ])('is not followed where it gives something else: %s', async (text, why) => {
    const published = await build(0);
    write(join(published, 'bank/banks.json'), text);
    const dist = await build(1);
    const before = bankFiles(dist);
    const lines = await carry(await publish(published), dist);
    expect(lines).toEqual([expect.stringContaining('LOSS No bank was carried')]);
    expect(lines[0]).toContain(why);
    expect(bankFiles(dist)).toEqual(before);
  });
});

describe('the command', () => {
  it.each([
    ['an address that is none', 'example.github.io/aca', 12, 'no web address'],
    ['a number that is none', 'http://localhost/', Number.NaN, 'no number of banks'],
  ])('refuses %s', async (_, site, keep, message) => {
    await expect(carry(site, await build(0), keep)).rejects.toThrow(message);
  });

  it('refuses a folder without a build', async () => {
    await expect(carry('http://localhost/', tmpdir())).rejects.toThrow('npm run build');
  });

  it('ends with an error then', async () => {
    const script = join(import.meta.dirname, '../../../src/integrations/carry-banks.ts');
    await expect(promisify(execFile)(process.execPath, [script])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no web address'),
    });
  });
});
