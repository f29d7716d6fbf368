import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeHash, type MlpState } from '#widgets/mlp/state.ts';
import { openSession } from './session.ts';

const EPOCHS = 100;
const SAMPLES = 4;
const chapter = new URL('../../../../content/chapters/02-mlp/01-perceptron.zh-CN.mdx', import.meta.url);

test('the link of the perceptron section solves XOR with two hidden neurons within the epochs it says; one neuron never does', async () => {
  const hash = /\/lab\/mlp\/#([^)]+)\)/.exec(readFileSync(chapter, 'utf8'))?.[1] ?? '';
  const { state, problems } = decodeHash(hash);
  expect(problems).toEqual([]);
  expect(state.a.hidden).toEqual([2]);
  const session = await openSession();
  const accuracy = (change: Partial<MlpState>): number | undefined => {
    return session.ask({ ...state, at: EPOCHS * SAMPLES, ...change }).runs[0]?.reading.trainAccuracy;
  };
  expect(accuracy({})).toBe(1);
  for (let seed = 1; seed <= 10; seed++) expect(accuracy({ seed, a: { ...state.a, hidden: [] } })).toBeLessThan(1);
  session.dispose();
});
