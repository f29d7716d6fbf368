import { describe, expect, test } from 'vitest';
import { stream } from '#core/random/stream.ts';
import { DATA_NAMES, trainingSize } from '#widgets/mlp/data.ts';
import { MAX_EDITS } from '#widgets/mlp/edits.ts';
import { layoutOf } from '#widgets/mlp/layout.ts';
import { CORNERS, MAX_OWN, snap } from '#widgets/mlp/own-points.ts';
import { PRESETS } from '#widgets/mlp/presets.ts';
import {
  ACTIVATIONS,
  BATCHES,
  FEATURES,
  LOSSES,
  OPTIMIZERS,
  PENALTIES,
  RATES,
  STRENGTHS,
  TRAINING,
  type Training,
} from '#widgets/mlp/settings.ts';
import {
  AXES,
  decodeHash,
  encodeHash,
  INITIAL,
  isAtEnd,
  MAX_EPOCHS,
  type MlpAction,
  type MlpState,
  reduce,
  STOPS,
  UNITS,
} from '#widgets/mlp/state.ts';

const run = (state: MlpState, ...actions: readonly MlpAction[]): MlpState => actions.reduce(reduce, state);

/** A state a reader could have come to, by actions drawn from a seed. */
function randomState(seed: number): MlpState {
  const draw = stream('mlp-state', seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[draw.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick.');
    return item;
  };
  const training = (): Partial<Training> => ({
    features: FEATURES.filter(() => draw.below(2) === 0),
    hidden: Array.from({ length: draw.below(5) }, () => 1 + draw.below(8)),
    activation: pick(ACTIVATIONS),
    loss: pick(LOSSES),
    optimizer: pick(OPTIMIZERS),
    rate: pick(RATES),
    batch: pick(BATCHES),
    penalty: pick(PENALTIES),
    strength: pick(STRENGTHS),
  });
  let state = run(
    { ...INITIAL, seed: draw.below(10_000) },
    { kind: 'data', data: pick(DATA_NAMES) },
    { kind: 'set', name: 'noise', value: draw.below(60) },
    { kind: 'set', name: 'share', value: draw.below(110) },
    { kind: 'train', run: 'a', change: training() },
    { kind: 'compare', on: draw.below(2) === 0 },
    { kind: 'train', run: 'b', change: training() },
    { kind: 'unit', unit: pick(UNITS) },
    { kind: 'stop', stop: pick(STOPS) },
    { kind: 'axis', axis: pick(AXES) },
  );
  for (let i = draw.below(150); i > 0; i--)
    state = run(state, {
      kind: 'put',
      ...snap(draw.below(120) / 10 - 6, draw.below(120) / 10 - 6),
      target: pick([1, -1, null] as const),
    });
  state = run(state, { kind: 'seek', at: draw.below(100_000) });
  for (let i = draw.below(10); i > 0; i--) {
    const side = state.b !== null && draw.below(2) === 0 ? 'b' : 'a';
    const neuron = pick(layoutOf(state[side] ?? state.a).layers.flat());
    const index = pick([neuron.bias, ...neuron.weights.map((weight) => weight.index)]);
    state = run(state, { kind: 'edit', run: side, index, value: draw.below(4000) / 100 - 20 });
    state = run(state, { kind: 'step', by: 1 });
  }
  return state;
}

test('200 states come back from the address as they were, each in at most 2,000 characters', () => {
  for (let seed = 0; seed < 200; seed++) {
    const state = randomState(seed);
    const hash = encodeHash(state);
    const { state: back, problems } = decodeHash(hash);
    expect(problems).toEqual([]);
    expect(back).toEqual(state);
    expect(encodeHash(back)).toBe(hash);
    expect(hash.length).toBeLessThanOrEqual(2000);
  }
});

test('the longest address is short enough: 200 points, 40 edits, two runs', () => {
  const full = {
    ...TRAINING,
    features: FEATURES,
    hidden: [8, 8, 8, 8],
    activation: 'sigmoid',
    optimizer: 'momentum',
  } as const;
  let state = run({ ...INITIAL, seed: 9999, a: full, b: full }, { kind: 'data', data: 'own' });
  for (let i = 0; i < 250; i++)
    state = run(state, { kind: 'put', ...snap((i % 50) * 0.2 - 5, Math.floor(i / 50)), target: i % 2 === 0 ? 1 : -1 });
  expect(state.own).toHaveLength(MAX_OWN);
  state = run(state, { kind: 'seek', at: 500_000 });
  for (const { bias } of layoutOf(full).layers.flat())
    for (const side of ['a', 'b'] as const)
      state = run(state, { kind: 'edit', run: side, index: bias, value: -12.345 });
  expect(state.edits).toHaveLength(MAX_EDITS);
  expect(encodeHash(state).length).toBeLessThanOrEqual(2000);
});

test('what is wrong in an address is reported, and the rest is read', () => {
  const { state, problems } = decodeHash('v=1&data=moon&seed=7&noise=3&a=x_9_tanh&e=a~1~2&own=AA');
  expect(problems.map(({ key }) => key)).toEqual(['data', 'noise', 'a', 'e', 'own']);
  expect(state).toEqual({ ...INITIAL, seed: 7 });
});

describe('steps', () => {
  test.each(Object.entries(PRESETS))('n forward and n back give the same state (%s)', (_name, { state }) => {
    for (const unit of UNITS)
      for (const n of [1, 7, 20]) {
        const start = { ...state, unit, at: 3 };
        const on = Array.from({ length: n }, (): MlpAction => ({ kind: 'step', by: 1 }));
        const back = Array.from({ length: n }, (): MlpAction => ({ kind: 'step', by: -1 }));
        expect(run(start, ...on, ...back)).toEqual(start);
      }
  });

  test('are one sample, one batch, one epoch; before the beginning there is nothing', () => {
    const at = (unit: MlpState['unit']) => run({ ...INITIAL, unit }, { kind: 'step', by: 1 }).at;
    expect(UNITS.map(at)).toEqual([1, 10, 250]);
    expect(run(INITIAL, { kind: 'step', by: -1 })).toBe(INITIAL);
  });
});

test('the last epoch is the end: no step leads beyond it, and it is known as such', () => {
  const last = run(INITIAL, { kind: 'seek', at: Number.MAX_SAFE_INTEGER });
  expect(last.at).toBe(MAX_EPOCHS * 250);
  expect(isAtEnd(last)).toBe(true);
  expect(run(last, { kind: 'step', by: 1 })).toBe(last);
  expect(isAtEnd(run(last, { kind: 'step', by: -1 }))).toBe(false);
});

test('what play has reached is kept, and play never leads back', () => {
  expect(run(INITIAL, { kind: 'reach', at: 750 }).at).toBe(750);
  const there = run(INITIAL, { kind: 'seek', at: 1000 });
  expect(run(there, { kind: 'reach', at: 750 })).toBe(there);
});

describe('a change', () => {
  const trained = run(INITIAL, { kind: 'seek', at: 5000 });
  test('of data or settings goes back to the beginning, of unit or stop does not', () => {
    expect(run(trained, { kind: 'train', run: 'a', change: { rate: '0.1' } }).at).toBe(0);
    expect(run(trained, { kind: 'set', name: 'noise', value: 20 }).at).toBe(0);
    expect(
      run(trained, { kind: 'unit', unit: 'batch' }, { kind: 'stop', stop: 'acc98' }, { kind: 'axis', axis: 'log' }).at,
    ).toBe(5000);
  });

  test('by hand forgets what was changed later, and replaces the same number at the same place', () => {
    const edit = (value: number): MlpAction => ({ kind: 'edit', run: 'a', index: 1, value });
    const both = run(trained, edit(1), { kind: 'seek', at: 9000 }, edit(2));
    expect(both.edits.map(({ at }) => at)).toEqual([500, 900]);
    const again = run(both, { kind: 'seek', at: 5000 }, edit(3));
    expect(again.edits).toEqual([{ run: 'a', at: 500, index: 1, value: 3 }]);
    expect(run(again, { kind: 'reset' })).toEqual(INITIAL);
  });

  test('of a number that is frozen or not there changes nothing', () => {
    expect(run(trained, { kind: 'edit', run: 'a', index: 0, value: 1 })).toBe(trained);
    expect(run(trained, { kind: 'edit', run: 'b', index: 1, value: 1 })).toBe(trained);
    expect(run(trained, { kind: 'edit', run: 'a', index: 1, value: Number.NaN })).toBe(trained);
  });
});

test('own points: put, replace, erase, never fewer than two, and all of them train', () => {
  const own = run(INITIAL, { kind: 'data', data: 'own' });
  expect(own.share).toBe(100);
  expect(trainingSize(own)).toBe(4);
  const more = run(own, { kind: 'put', x: 1, y: 1, target: 1 }, { kind: 'put', x: 1, y: 1, target: -1 });
  expect(more.own.filter(({ x, y }) => x === 1 && y === 1)).toEqual([{ x: 1, y: 1, target: -1 }]);
  const emptied = run(own, ...CORNERS.map(({ x, y }): MlpAction => ({ kind: 'put', x, y, target: null })));
  expect(emptied.own).toHaveLength(2);
  expect(run(emptied, { kind: 'clear-points' }).own).toEqual(CORNERS);
});

describe('an address that cannot be', () => {
  const reported = (hash: string) => {
    const { state, problems } = decodeHash(hash);
    return { state, problems: problems.map(({ key, value, valid }) => [key, value, valid]) };
  };

  test('of a place beyond the last epoch of its points: the last one stands, and it is reported', () => {
    const { state, problems } = reported('v=1&data=own&share=100&at=10000000');
    expect(state.at).toBe(MAX_EPOCHS * 4);
    expect(isAtEnd(state)).toBe(true);
    expect(problems).toEqual([['at', '10000000', '0 … 80000']]);
    expect(reported('v=1&data=own&share=100&at=80000')).toMatchObject({ state: { at: 80_000 }, problems: [] });
  });

  test.each([
    ['of run B, where there is none', 'b~0~1~2'],
    ['at a place that is frozen', 'a~0~0~2'],
    ['at a place between the layers’ numbers', 'a~0~18~2'],
    ['at a place beyond the last', 'a~0~999~2'],
    ['after the last update', 'a~500001~1~2'],
  ])('of a number set by hand %s: it is left out and reported, the others stand', (_name, bad) => {
    const { state, problems } = reported(`v=1&e=a~3~2~1.5,${bad}`);
    expect(state.edits).toEqual([{ run: 'a', at: 3, index: 2, value: 1.5 }]);
    expect(problems).toEqual([['e', bad, 'a~(0 … 500000)~(1 … 42)']]);
  });

  test('an edit at the last update, and one of run B where it stands, are none of these', () => {
    const { state, problems } = reported('v=1&e=a~500000~1~2,b~0~1~2&b=x.y_3_tanh_square_sgd_0.03_10_none_0.01');
    expect(problems).toEqual([]);
    expect(state.edits).toHaveLength(2);
  });
});

test('what was changed by hand is taken back from an update on, of its run alone', () => {
  const edit = (side: 'a' | 'b', at: number) => ({ run: side, at, index: 1, value: at + 1 });
  const edits = [edit('a', 0), edit('b', 500), edit('a', 500), edit('a', 900)];
  const state: MlpState = { ...INITIAL, b: TRAINING, at: 9000, edits };
  expect(run(state, { kind: 'take-back', run: 'a', from: 500 })).toEqual({ ...state, edits: edits.slice(0, 2) });
  expect(run(state, { kind: 'take-back', run: 'b', from: 501 })).toBe(state);
});
