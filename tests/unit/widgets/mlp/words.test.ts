import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import * as full from '#tensor/full.ts';
import { runSource } from '#tensor/run-source.ts';
import { layoutOf } from '#widgets/mlp/layout.ts';
import type { MlpFrame } from '#widgets/mlp/model.ts';
import type { Probe } from '#widgets/mlp/probe.ts';
import { exportNetwork, writeProgram } from '#widgets/mlp/program.ts';
import { TRAINING } from '#widgets/mlp/settings.ts';
import type { MlpState, Stop } from '#widgets/mlp/state.ts';
import { Trainer } from '#widgets/mlp/trainer.ts';
import { narrate, promptsOf, troubleText } from '#widgets/mlp/words.ts';
import type { RunName } from '#widgets/training-state.ts';
import { byDepth } from '../../../depth.ts';
import { inputsOf, layersIn } from './network.ts';
import { lossOf } from './oracle.ts';
import { openSession } from './session.ts';

let session: Awaited<ReturnType<typeof openSession>>;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const words = (locale: (typeof LOCALES)[number]) =>
  islandTranslator(pickMessages(locale, ['mlp.', 'lab.', 'error.mlp-']));
const BROKEN = /[{}⟨⟩]|undefined|NaN/;

/** Training loss 20 epochs on at ten times the rate, from the parameters on screen. */
function fasterLoss(frame: MlpFrame): number {
  const { train } = frame.points;
  const faster = { ...TRAINING, rate: '0.3' };
  const trainer = new Trainer(session.tf, faster, train, frame.state.seed);
  trainer.restore([frame.runs[0]?.parameters ?? new Float32Array()]);
  for (let i = 0; i < 500; i++) trainer.advance(frame.at / 10 + i);
  const layers = layersIn(trainer.layout, trainer.parameters.dataSync());
  trainer.dispose();
  return lossOf(layers, faster, inputsOf(faster, train.places), [...train.targets]);
}

test.each<Partial<MlpState>>([
  { at: 2500 },
  { at: 750, noise: 30, share: 30 },
  { at: 5000, data: 'xor', a: { ...TRAINING, loss: 'log', activation: 'sigmoid' } },
  { at: 400, data: 'own', share: 100, a: { ...TRAINING, hidden: [3], activation: 'relu' } },
])('the readings are those of the parameters on screen, in double precision: %o', (state) => {
  const frame = session.ask(state);
  const [run] = frame.runs;
  if (run === undefined) throw new Error('There is no run.');
  const layers = layersIn(layoutOf(run.training), run.parameters);
  for (const [which, set] of [
    ['train', frame.points.train],
    ['test', frame.points.test],
  ] as const) {
    const loss = run.reading[`${which}Loss`];
    if (set.targets.length === 0) expect(loss).toBeNull();
    else {
      const exact = lossOf(layers, run.training, inputsOf(run.training, set.places), [...set.targets]);
      expect(Math.abs((loss ?? Number.NaN) - exact)).toBeLessThanOrEqual(1e-5 * Math.max(1, exact));
    }
  }
});

describe.each(LOCALES)('in %s', (locale) => {
  const t = words(locale);
  test.each<readonly [string, Partial<MlpState>]>([
    ['both sets', { at: 2500 }],
    ['no test points', { data: 'own', share: 100, at: 40 }],
    ['two runs', { b: { ...TRAINING, penalty: 'l1' }, at: 2500 }],
    ['a sample', { at: 2503 }],
  ])('the sentence on %s holds a number on screen', (_name, state) => {
    const frame = session.ask(state);
    const said = narrate(t, frame, { stop: 'e100', runs: ['a'] });
    expect(said).not.toMatch(BROKEN);
    const run = frame.runs[0];
    const shown = (run?.sample?.loss ?? run?.reading.trainLoss ?? 0).toFixed(4);
    expect(said).toContain(shown);
  });

  const seeds = Array.from({ length: locale === 'en' ? byDepth(2, 4) : byDepth(6, 20) }, (_, i) => i + 1);
  test.each(seeds)('seed %i: every question has one right answer, which is the model’s', (seed) => {
    const frame = session.ask({ seed, data: seed % 2 === 0 ? 'xor' : 'circle', at: 250 * seed }, 'probe');
    const prompts = promptsOf(t, frame);
    expect(prompts).toHaveLength(4);
    for (const { question, options, answer, why } of prompts) {
      expect([question, why, ...options.map(({ text }) => text)].join()).not.toMatch(BROKEN);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
      expect(options.filter(({ id }) => id === answer)).toHaveLength(1);
    }
    const { probe } = frame;
    const on = prompts.find(({ id }) => id === 'on')?.answer;
    expect(on).toBe(
      (probe?.lossLater ?? 0) < 0.98 * (probe?.lossNow ?? 0)
        ? 'lower'
        : (probe?.lossLater ?? 0) > 1.02 * (probe?.lossNow ?? 0)
          ? 'higher'
          : 'same',
    );
    const later = session.ask({ ...frame.state, at: frame.at + 20 * 250 });
    expect(later.runs[0]?.reading.trainLoss).toBe(probe?.lossLater);
    expect(prompts.find(({ id }) => id === 'parameters')?.answer).toBe('25');
    const straight = session.ask({ ...frame.state, a: { ...TRAINING, hidden: [] }, at: 100 * 250 }).runs[0]?.reading;
    expect(straight?.trainAccuracy).toBe(probe?.straightAccuracy);
    const bands = [0, 0.6, 0.8, 0.95];
    expect(prompts.find(({ id }) => id === 'straight')?.answer).toBe(
      String(bands.filter((from) => (straight?.trainAccuracy ?? 0) >= from).length - 1),
    );
    expect(probe?.fasterRate).toBe('0.3');
    const fast = fasterLoss(frame);
    expect(Math.abs((probe?.lossFaster ?? 0) - fast)).toBeLessThanOrEqual(1e-5 * Math.max(1, fast));
    const later20 = probe?.lossLater ?? 0;
    expect(prompts.find(({ id }) => id === 'faster')?.answer).toBe(
      (probe?.lossFaster ?? 0) < 0.98 * later20
        ? 'lower'
        : (probe?.lossFaster ?? 0) > 1.02 * later20
          ? 'higher'
          : 'same',
    );
  });

  test('of two runs, a sample is said to be A’s, and a pause whose it is; every hundredth epoch is both’s', () => {
    const two = { b: { ...TRAINING, rate: '0.1' } } as const;
    expect(narrate(t, session.ask({ at: 2503 }), null)).not.toContain('A');
    const said = narrate(t, session.ask({ ...two, at: 2503 }), null);
    expect(said).not.toMatch(BROKEN);
    expect(said).toContain(locale === 'en' ? 'Sample 3 of 10 in this batch of A' : 'A 的这一批 10 个样本');
    const frame = session.ask({ ...two, at: 2500 });
    const pause = (stop: Stop, ...runs: RunName[]) => {
      const { length } = narrate(t, frame, null);
      return narrate(t, frame, { stop, runs }).slice(length);
    };
    const [b, both] = [pause('acc98', 'b'), pause('acc98', 'a', 'b')];
    expect(b).toContain(locale === 'en' ? 'Paused for B: training accuracy' : '暂停了：B 的训练准确率');
    expect(both).toContain(locale === 'en' ? 'Paused for A and B: training accuracy' : '暂停了：A 和 B 的训练准确率');
    expect(pause('e100', 'a', 'b')).not.toMatch(/[AB]/);
    expect(narrate(t, session.ask({}), { stop: 'acc98', runs: ['a'] })).not.toMatch(/[AB] /);
  });

  test('a trial that breaks down is told in words', () => {
    const frame = session.ask({ at: 250 }, 'probe');
    const withLoss = (change: Partial<Probe>) => ({
      ...frame,
      probe: frame.probe === null ? null : { ...frame.probe, ...change },
    });
    const broken = promptsOf(t, withLoss({ lossFaster: Number.NaN })).find(({ id }) => id === 'faster');
    expect(broken?.answer).toBe('higher');
    expect(broken?.why).not.toMatch(BROKEN);
    expect(broken?.why).toContain((frame.probe?.lossLater ?? 0).toFixed(4));
    expect(broken?.why).toContain(locale === 'en' ? 'breaks down' : '崩');
    const all = promptsOf(t, withLoss({ lossLater: Number.NaN, lossFaster: Number.POSITIVE_INFINITY }));
    expect(all.map(({ id }) => id)).toEqual(['straight', 'on', 'parameters']);
    for (const { question, why } of all) expect(question + why).not.toMatch(/NaN|Infinity/);
  });

  test('a change by hand that spoils a training is told with the epoch it was made at, and no rate', () => {
    const index = layoutOf(TRAINING).layers.at(-1)?.[0]?.bias ?? 0;
    const frame = session.ask({ edits: [{ run: 'a', at: 5000, index, value: 99 }], at: 50_000 }, 'play');
    const said = troubleText(t, frame);
    expect(said).not.toMatch(BROKEN);
    expect(said).toContain(locale === 'en' ? 'changed by hand at epoch 200' : '第 200 轮手改的数');
    expect(said).not.toMatch(/0\.03|rate|学习率/);
  });

  test('a trouble is told with loss, cause and a rate', () => {
    const frame = session.ask({ a: { ...TRAINING, rate: '10' } }, 'play');
    const said = troubleText(t, frame);
    expect(said).not.toMatch(BROKEN);
    expect(said).toContain(String(frame.lost?.rate));
  });
});

describe('the state as a program', () => {
  test.each<Partial<MlpState>>([
    { at: 2500 },
    { at: 500, a: { ...TRAINING, hidden: [], features: ['x', 'xx', 'sy'], loss: 'log' } },
    { at: 750, data: 'spiral', a: { ...TRAINING, hidden: [3, 8, 2, 5], activation: 'relu' } },
    { at: 80, data: 'own', share: 100, a: { ...TRAINING, activation: 'sigmoid', optimizer: 'adam' } },
  ])('prints the numbers on screen: %o', async (state) => {
    await full.prepareFull();
    const frame = session.ask(state);
    const lines: (string | null)[] = [];
    const outcome = await runSource(writeProgram(frame), full, (line) => lines.push(line));
    expect(outcome).toMatchObject({ kind: 'returned' });
    const { trainLoss, trainAccuracy, testLoss, testAccuracy } = frame.runs[0]?.reading ?? {};
    const line = (name: string, loss: number, accuracy: number) =>
      `${name}: loss ${loss.toFixed(4)}, accuracy ${(100 * accuracy).toFixed(1)}%`;
    expect(lines).toEqual([
      line('training', trainLoss ?? 0, trainAccuracy ?? 0),
      ...(typeof testLoss === 'number' ? [line('test', testLoss, testAccuracy ?? 0)] : []),
    ]);
  });

  test('says of two runs that it is the first', () => {
    const b = { ...TRAINING, rate: '0.1' } as const;
    expect(writeProgram(session.ask({ b }))).toMatch(/^\/\/ Run A of the two\.\n/);
    expect(writeProgram(session.ask({}))).not.toContain('Run A');
  });

  test('the export holds every weight and bias', () => {
    const file: { runs: { layers: { weights: number[][]; biases: number[] }[] }[] } = JSON.parse(
      exportNetwork(session.ask({ at: 250 })),
    );
    const [run] = file.runs;
    expect(run?.layers.map(({ weights, biases }) => [weights.length, biases.length, weights[0]?.length])).toEqual([
      [4, 4, 2],
      [2, 2, 4],
      [1, 1, 2],
    ]);
  });
});
