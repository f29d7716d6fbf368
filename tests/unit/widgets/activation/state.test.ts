import { describe, expect, test } from 'vitest';
import { PRESETS } from '#widgets/activation/presets.ts';
import {
  type ActivationAction,
  type ActivationState,
  halfWidth,
  INITIAL,
  reduce,
  steppingRange,
} from '#widgets/activation/state.ts';

const run = (state: ActivationState, ...actions: readonly ActivationAction[]): ActivationState =>
  actions.reduce(reduce, state);
const steps = (by: 1 | -1, n: number): ActivationAction[] => Array.from({ length: n }, () => ({ kind: 'step', by }));

describe('steps', () => {
  test.each(Object.entries(PRESETS))(
    'n forward and n back give the same state, byte for byte (%s)',
    (_name, { state }) => {
      for (const n of [1, 7, 20])
        expect(JSON.stringify(run(state, ...steps(1, n), ...steps(-1, n)))).toBe(JSON.stringify(state));
    },
  );

  test('move x by a fiftieth of the axis in view, the depth by a layer', () => {
    expect(run(INITIAL, ...steps(1, 3)).x).toBe(1.3);
    expect(run({ ...INITIAL, x: 8 }, ...steps(-1, 1)).x).toBe(7.8);
    expect(run(PRESETS.depth.state, ...steps(1, 2)).depth).toBe(12);
  });

  test('stop at the ends', () => {
    const last = run(INITIAL, { kind: 'end', which: 'last' });
    expect(last.x).toBe(5);
    expect(run(last, ...steps(1, 1))).toBe(last);
    const one = { ...PRESETS.depth.state, depth: 1 };
    expect(run(one, ...steps(-1, 1))).toBe(one);
  });

  test('from anywhere on the axis reach every other place of its grid', () => {
    expect(run({ ...INITIAL, x: -5 }, ...steps(1, 100)).x).toBe(5);
    expect(steppingRange({ ...INITIAL, x: 30 })).toEqual({ min: -50, max: 50, step: 1, places: 2 });
  });
});

test('the axis widens with x: 5, 10, 25, 50', () => {
  expect([0, -5, 5.01, 10, 24, -26, 50].map(halfWidth)).toEqual([5, 5, 10, 10, 25, 50, 50]);
});

test('one to three functions, and a fourth is not let in', () => {
  const one = run(INITIAL, { kind: 'toggle', name: 'sigmoid' }, { kind: 'toggle', name: 'tanh' });
  expect(one.functions).toEqual(['relu']);
  expect(run(one, { kind: 'toggle', name: 'relu' })).toBe(one);
  expect(run(INITIAL, { kind: 'toggle', name: 'gelu' })).toBe(INITIAL);
  expect(run(INITIAL, { kind: 'lead', name: 'relu' }).functions).toEqual(['relu', 'sigmoid', 'tanh']);
});

test('values are brought into range and to their decimals; what is no number changes nothing', () => {
  const set = (name: 'x' | 'alpha' | 'shift', value: number) => run(INITIAL, { kind: 'set', name, value })[name];
  expect([set('x', 99), set('x', -0.004), set('alpha', 0.333), set('shift', -6.04)]).toEqual([50, 0, 0.33, -6]);
  expect(run(INITIAL, { kind: 'set', name: 'x', value: Number.NaN })).toBe(INITIAL);
});

test('a new seed is another seed, and the last is followed by the first', () => {
  expect(run(INITIAL, { kind: 'new-seed' }).seed).toBe(2);
  expect(run({ ...INITIAL, seed: 9999 }, { kind: 'new-seed' }).seed).toBe(0);
});
