import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import { makeSamples } from '#widgets/mlp/data.ts';
import { layoutOf } from '#widgets/mlp/layout.ts';
import { LESSONS, PRESETS } from '#widgets/mlp/presets.ts';
import { ACTIVATIONS, TRAINING, type Training } from '#widgets/mlp/settings.ts';
import { INITIAL, type MlpState, reduce, type Stop } from '#widgets/mlp/state.ts';
import { Trainer } from '#widgets/mlp/trainer.ts';
import { ROOT } from '../../../architecture/source-files.ts';
import { inputsOf, layersIn } from './network.ts';
import { flatten, gradientOf, lossOf, unflatten } from './oracle.ts';
import { openSession } from './session.ts';

let session: Awaited<ReturnType<typeof openSession>>;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const EPOCH = 250;
const first = (change: Partial<MlpState>) => {
  const [run] = session.ask(change).runs;
  if (run === undefined) throw new Error('There is no run.');
  return run;
};

describe('training', () => {
  test('the opening set-up follows a double-precision loop for 100 epochs', () => {
    const { train } = makeSamples({ ...INITIAL, noise: 0 });
    const trainer = new Trainer(session.tf, TRAINING, train, INITIAL.seed);
    const like = layersIn(trainer.layout, trainer.parameters.dataSync());
    const inputs = inputsOf(TRAINING, train.places);
    const targets = [...train.targets];
    let p = flatten(like);
    const curve = [lossOf(like, TRAINING, inputs, targets)];
    for (let update = 0; update < 2500; update++) {
      const chosen = Array.from({ length: 10 }, (_, k) => trainer.sampleAt(update * 10 + k));
      const layers = unflatten(like, p);
      const g = flatten(
        gradientOf(
          layers,
          TRAINING,
          chosen.map((i) => inputs[i] ?? []),
          chosen.map((i) => targets[i] ?? 0),
        ),
      );
      p = p.map((value, i) => value - 0.03 * (g[i] ?? 0));
      if (update % 25 === 24) curve.push(lossOf(unflatten(like, p), TRAINING, inputs, targets));
    }
    trainer.dispose();
    const { series } = first({ at: 100 * EPOCH });
    expect(series).toHaveLength(101);
    for (const [epoch, reading] of series.entries())
      expect(Math.abs(reading.trainLoss - (curve[epoch] ?? Number.NaN)), `epoch ${epoch}`).toBeLessThanOrEqual(1e-4);
  });

  test.each([
    ['circle', 1],
    ['circle', 2],
    ['xor', 3],
  ] as const)('%s with seed %i reaches 98%% in training and test', (data, seed) => {
    const { reading } = first({ data, seed, at: 200 * EPOCH });
    expect(reading.trainAccuracy).toBeGreaterThanOrEqual(0.98);
    expect(reading.testAccuracy).toBeGreaterThanOrEqual(0.98);
  });

  test('test points never train: other test points, same parameters', () => {
    const { train, test: held } = makeSamples({ ...INITIAL, noise: 0.2 });
    expect(train.targets.length + held.targets.length).toBe(500);
    const seen = new Set<string>();
    for (let i = 0; i < 250; i++) seen.add(`${train.places[2 * i]} ${train.places[2 * i + 1]}`);
    for (let i = 0; i < 250; i++) expect(seen.has(`${held.places[2 * i]} ${held.places[2 * i + 1]}`)).toBe(false);
  });
});

describe('a place in a training', () => {
  test('n steps forward and n back give the same bits, in samples, batches and epochs', () => {
    const places = [0, 1, 2, 7, 10, 20, 30, 250, 500, 2500];
    const hashes = places.map((at) => [at, first({ at }).hash, first({ at }).reading.trainLoss] as const);
    for (const [at, hash, loss] of hashes.toReversed())
      expect([first({ at }).hash, first({ at }).reading.trainLoss]).toEqual([hash, loss]);
  });

  test('played through, sought, or reached in another session: the same parameters after 500 updates', async () => {
    const played = session.ask({ unit: 'batch' }, 'play', 500);
    expect(played.at).toBe(5000);
    const other = await openSession();
    expect(other.ask({ at: 5000 }).runs[0]?.hash).toBe(played.runs[0]?.hash);
    other.dispose();
    expect(first({ at: 5000 }).hash).toBe(played.runs[0]?.hash);
  });

  test('a walk through a batch shows each sample and holds the weights until its end', () => {
    const before = first({ at: 20 });
    const frames = Array.from({ length: 9 }, (_, i) => first({ at: 21 + i }));
    for (const [i, frame] of frames.entries()) {
      expect(frame.hash).toBe(before.hash);
      expect(frame.sample).toMatchObject({ done: i + 1, of: 10 });
      expect(frame.sample?.loss).toBeCloseTo(0.5 * ((frame.sample?.output ?? 0) - (frame.sample?.target ?? 0)) ** 2, 6);
    }
    expect(first({ at: 30 }).hash).not.toBe(before.hash);
  });

  test('seed and settings give other numbers; the same ones the same', () => {
    expect(first({ seed: 2, at: 500 }).hash).not.toBe(first({ at: 500 }).hash);
    expect(first({ at: 500 }).hash).toBe(first({ at: 500 }).hash);
  });
});

describe('numbers set by hand', () => {
  const neuron = layoutOf(TRAINING).layers.at(-1)?.[0];
  const index = neuron?.bias ?? 0;

  test('take effect at once and are undone by going back before them', () => {
    const clean = [0, 100, 300].map((at) => first({ at }).hash);
    const edits = [{ run: 'a', at: 10, index, value: 1.5 }] as const;
    expect(first({ at: 100, edits }).parameters[index]).toBe(1.5);
    expect(first({ at: 90, edits }).hash).toBe(first({ at: 90 }).hash);
    expect(first({ at: 300, edits }).hash).not.toBe(clean[2]);
    expect([0, 100, 300].map((at) => first({ at }).hash)).toEqual(clean);
  });

  test('before the first update belong to the beginning, of their run alone', () => {
    const edits = [{ run: 'b', at: 0, index, value: -2 }] as const;
    const { runs } = session.ask({ b: TRAINING, edits, at: 50 });
    expect(runs[0]?.hash).toBe(first({ at: 50 }).hash);
    expect(runs[1]?.hash).not.toBe(runs[0]?.hash);
    expect(session.ask({ b: TRAINING, edits }).runs[1]?.parameters[index]).toBe(-2);
  });
});

describe('two runs on one clock', () => {
  test('see the same samples, each in its own batches, as each would alone', () => {
    const b = { ...TRAINING, batch: '50' as const, rate: '0.3' as const };
    const { runs } = session.ask({ b, at: 1000 });
    expect(runs.map(({ updates }) => updates)).toEqual([100, 20]);
    expect(runs[0]?.hash).toBe(first({ at: 1000 }).hash);
    expect(runs[1]?.hash).toBe(first({ a: b, at: 1000 }).hash);
  });
});

describe('what stops a training', () => {
  type Run = ReturnType<typeof first>;
  const noisy = { ...PRESETS.overfit.state, b: null };
  test.each<readonly [Stop, Partial<MlpState>, (run: Run) => boolean]>([
    ['acc98', {}, ({ reading }) => reading.trainAccuracy >= 0.98],
    ['acc100', {}, ({ reading }) => reading.trainAccuracy === 1],
    ['loss05', {}, ({ reading }) => reading.trainLoss <= 0.05],
    ['loss01', {}, ({ reading }) => reading.trainLoss <= 0.01],
    ['e100', {}, ({ reading }) => reading.epoch === 100],
    [
      'overfit',
      noisy,
      ({ reading: { epoch, trainLoss, testLoss } }) =>
        epoch >= 20 && testLoss !== null && testLoss > 0.05 && testLoss > 1.5 * trainLoss,
    ],
  ])('play ends at the first epoch where “%s” holds', (stop, change, holds) => {
    const frame = session.ask({ ...change, stop }, 'play');
    const [run] = frame.runs;
    expect(frame.stopped).toEqual({ stop, runs: ['a'] });
    expect(run !== undefined && holds(run)).toBe(true);
    expect(holds(first({ ...change, at: frame.at - frame.points.train.targets.length }))).toBe(false);
  });

  test('play ends where either of two runs meets the condition, and goes on to the other', () => {
    const slow = { ...TRAINING, rate: '0.01' } as const;
    const alone = (a: Training) => session.ask({ a, stop: 'acc98' }, 'play').at;
    const [quick, late] = [alone(TRAINING), alone(slow)];
    expect(quick).toBeLessThan(late);
    const two = { a: slow, b: TRAINING, stop: 'acc98' } as const;
    expect(session.ask(two, 'play')).toMatchObject({ at: quick, stopped: { runs: ['b'] } });
    expect(session.ask({ ...two, at: quick }, 'step').stopped).toBeNull();
    session.ask({ ...two, at: quick - EPOCH }, 'step');
    expect(session.ask({ ...two, at: quick }, 'step').stopped).toEqual({ stop: 'acc98', runs: ['b'] });
    expect(session.ask({ ...two, at: quick }, 'play')).toMatchObject({ at: late, stopped: { runs: ['a'] } });
    expect(session.ask({ ...two, b: slow }, 'play').stopped).toEqual({ stop: 'acc98', runs: ['a', 'b'] });
  });

  test('play step by step ends where the condition comes true, and a step by hand does not', () => {
    const at = (epoch: number, kind: 'show' | 'step') =>
      session.ask({ stop: 'e100', at: epoch * EPOCH }, kind).stopped?.stop ?? null;
    at(98, 'show');
    expect([at(99, 'step'), at(100, 'step'), at(100, 'show'), at(101, 'step')]).toEqual([null, 'e100', null, null]);
  });

  test('play step by step does not end where the condition already held at rest, at an epoch the chart leaves out', () => {
    const at = (epoch: number, kind: 'show' | 'step') => session.ask({ stop: 'acc98', at: epoch * EPOCH }, kind);
    expect(at(203, 'show').runs[0]?.reading.trainAccuracy).toBeGreaterThanOrEqual(0.98);
    expect([at(204, 'step').stopped, at(205, 'step').stopped]).toEqual([null, null]);
  });

  test('a rate too large is told, with its cause and a rate that was tried and works', () => {
    const { lost, at } = session.ask({ a: { ...TRAINING, rate: '10' } }, 'play');
    expect(lost).toMatchObject({ code: 'mlp-worse-than-guessing', cause: 'rate', run: 'a' });
    expect(at).toBe(10 * EPOCH);
    const rate = lost?.rate ?? '10';
    expect(first({ a: { ...TRAINING, rate }, at: 40 * EPOCH }).reading.trainLoss).toBeLessThan(0.45);
  });

  describe('where a number was changed by hand', () => {
    const bias = layoutOf(TRAINING).layers.at(-1)?.[0]?.bias ?? 0;
    const edit = (at: number, value: number) => ({ run: 'a', at, index: bias, value }) as const;

    test('late in a training that went well: the change is the cause, and taking it back mends it', () => {
      const edits = [edit(2500, 0.5), edit(5000, 99)];
      session.ask({ edits, at: 200 * EPOCH });
      const frame = session.ask({ edits, at: 200 * EPOCH }, 'play');
      expect(frame.lost).toMatchObject({ code: 'mlp-worse-than-guessing', cause: 'edit', edited: 5000, rate: null });
      expect(frame.runs[0]?.reading.trainLoss).toBeGreaterThan(0.9);
      const state = reduce({ ...INITIAL, edits, at: frame.at }, { kind: 'take-back', run: 'a', from: 5000 });
      const mended = session.ask(state);
      expect(mended.lost).toBeNull();
      // The epochs since are measured anew, none left out.
      const epochs = mended.runs[0]?.series.map(({ epoch }) => epoch) ?? [];
      expect(epochs).toEqual(session.ask({ edits: [], at: frame.at }).runs[0]?.series.map(({ epoch }) => epoch));
      expect(epochs.at(-1)).toBe(frame.at / EPOCH);
    });

    test('at the beginning: tried without, and the cause only if that goes well', () => {
      const spoilt = session.ask({ edits: [edit(0, 99)] }, 'play');
      expect(spoilt.lost).toMatchObject({ cause: 'edit', edited: 0 });
      const fast = { a: { ...TRAINING, rate: '10' } } as const;
      const anyway = session.ask({ ...fast, edits: [edit(0, 0.1)] }, 'play');
      expect(anyway.lost).toMatchObject({ cause: 'rate', edited: null, rate: expect.any(String) });
    });

    test('on the other run, or later than the place: it is not the cause', () => {
      const fast = { ...TRAINING, rate: '10' } as const;
      const other = session.ask({ b: fast, edits: [edit(0, 0.1)] }, 'play');
      expect(other.lost).toMatchObject({ run: 'b', cause: 'rate' });
      const later = session.ask({ a: fast, edits: [edit(9000, 99)] }, 'play');
      expect(later.lost).toMatchObject({ run: 'a', cause: 'rate' });
    });
  });

  test('a penalty too strong runs away', () => {
    const a = { ...TRAINING, rate: '3', penalty: 'l2', strength: '1' } as const;
    expect(session.ask({ a }, 'play').lost).toMatchObject({ code: 'mlp-runaway', cause: 'penalty' });
  });

  test('an update that leaps to infinity is told as such, with the inputs as its cause', () => {
    const a = {
      ...TRAINING,
      features: ['xx', 'yy', 'xy'],
      hidden: [8, 8, 8, 8],
      activation: 'linear',
      loss: 'log',
      rate: '1',
      batch: '1',
    } as const;
    const biases = layoutOf(a).layers.flat();
    const edits = biases
      .slice(0, 40)
      .map(({ weights }) => ({ run: 'a' as const, at: 0, index: weights[0]?.index ?? 0, value: 99 }));
    expect(session.ask({ a, edits }, 'play').lost).toMatchObject({ code: 'mlp-not-finite', cause: 'inputs' });
  });
});

test('1,000 updates, 20 resets, 20 sessions and a probe withdrawn halfway leave no tensor', async () => {
  const before = session.tf.memory().numTensors;
  for (let i = 0; i < 20; i++) {
    const again = await openSession();
    again.ask({ at: 500, b: { ...TRAINING, optimizer: 'adam' } });
    again.ask({ at: 0 });
    again.ask({ at: 20 }, 'probe', 1);
    again.dispose();
  }
  session.ask({ at: 10_000 });
  const during = session.tf.memory().numTensors;
  for (let i = 0; i < 20; i++) session.ask({ at: i % 2 === 0 ? 0 : 1000 });
  expect(session.tf.memory().numTensors).toBe(during);
  const fresh = await openSession();
  fresh.ask({ at: 10_000 });
  fresh.dispose();
  expect(session.tf.memory().numTensors).toBe(during);
  expect(before).toBeGreaterThan(0);
});

describe('what the hidden layers see', () => {
  test.each(ACTIVATIONS)('are the values of their units at the points and over the plane (%s)', (activation) => {
    const a = { ...TRAINING, hidden: [3, 2], activation } as const;
    const frame = session.ask({ a, at: 500 });
    const [run] = frame.runs;
    const layers = layersIn(layoutOf(a), run?.parameters ?? []);
    const f = {
      tanh: Math.tanh,
      relu: (z: number) => Math.max(0, z),
      sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
      linear: (z: number) => z,
    }[activation];
    const expectSeen = (
      places: ArrayLike<number>,
      seen: (layer: number, i: number, unit: number) => number | undefined,
    ) => {
      for (const [i, input] of inputsOf(a, places).entries()) {
        let values = input;
        for (const [l, { weights, biases }] of layers.slice(0, -1).entries()) {
          values = weights.map((row, j) => f(row.reduce((sum, w, k) => sum + w * (values[k] ?? 0), biases[j] ?? 0)));
          for (const [unit, value] of values.entries()) expect(seen(l, i, unit)).toBeCloseTo(value, 4);
        }
      }
    };
    const part = (which: 'grid' | 'points') => (layer: number, i: number, unit: number) => {
      const { columns, [which]: values } = run?.layers[layer] ?? { columns: 1, grid: [], points: [] };
      return values[i * columns + unit + 1];
    };
    expectSeen(frame.points.train.places, part('points'));
    const size = run?.output.size ?? 1;
    const cell = (i: number) => (12 * (i + 0.5)) / size - 6;
    expectSeen(
      Float32Array.from({ length: 2 * size * size }, (_, i) =>
        i % 2 === 0 ? cell((i >> 1) % size) : -cell(Math.floor((i >> 1) / size)),
      ),
      part('grid'),
    );
  });
});

test('two hidden neurons do XOR from as many starts as the lesson and the section say', () => {
  const outcomes = Array.from({ length: 30 }, (_, i) => {
    const frame = session.ask({ ...PRESETS['xor-two-hidden'].state, seed: i + 1 }, 'play');
    return frame.lost === null && frame.runs[0]?.reading.trainAccuracy === 1;
  });
  expect(outcomes.filter(Boolean)).toHaveLength(17);
  for (const locale of LOCALES) {
    expect(islandTranslator(pickMessages(locale, ['mlp.']))('mlp.after.xor-two-hidden')).toMatch(/30 .*17 /);
    const section = readFileSync(join(ROOT, `content/chapters/02-mlp/01-perceptron.${locale}.mdx`), 'utf8');
    expect(section.split('\n').filter((line) => /30 .*17 /.test(line))).toHaveLength(1);
  }
});

describe('lessons', () => {
  test.each(LESSONS)('%s comes out as its text says', (name) => {
    const frame = session.ask(PRESETS[name].state, 'play');
    const [a, b] = frame.runs.map(({ reading }) => reading);
    const expected: Readonly<Record<(typeof LESSONS)[number], boolean>> = {
      'xor-one-neuron': a?.trainAccuracy === 0.75,
      'xor-two-hidden': a?.trainAccuracy === 1,
      'xor-hidden': a?.trainAccuracy === 1 && a.testAccuracy === 1,
      'depth-0': (a?.trainAccuracy ?? 1) < 0.6,
      'depth-1': (a?.trainAccuracy ?? 0) > 0.6 && (a?.trainAccuracy ?? 1) < 0.9,
      'depth-3': (a?.trainAccuracy ?? 0) > 0.97,
      'learning-rate': frame.lost?.run === 'b' && frame.at === 10 * EPOCH,
      overfit: a?.trainAccuracy === 1 && (b?.trainAccuracy ?? 1) < 1 && (b?.testAccuracy ?? 0) > (a.testAccuracy ?? 1),
    };
    expect(expected[name], JSON.stringify([a, b, frame.lost])).toBe(true);
    if (name === 'depth-1') expect(layoutOf(PRESETS[name].state.a).count).toBe(33);
    if (name === 'depth-3') expect(layoutOf(PRESETS[name].state.a).count).toBe(177);
  });
});
