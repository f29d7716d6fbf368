import { describe, expect, test } from 'vitest';
import { stream } from '#core/random/stream.ts';
import { quantize } from '#core/state/fields.ts';
import {
  type ActivationState,
  decodeHash,
  encodeHash,
  FUNCTION_NAMES,
  INITIAL,
  RANGES,
  STEPPINGS,
} from '#widgets/activation/state.ts';

/** A state with every property drawn from its whole range. */
function drawState(seed: number): ActivationState {
  const from = stream('fuzz', seed);
  const number = ({ min, max, places }: { min: number; max: number; places: number }): number => {
    const steps = Math.round((max - min) * 10 ** places);
    return quantize(min + from.below(steps + 1) / 10 ** places, min, max, places);
  };
  const names = FUNCTION_NAMES.filter(() => from.below(3) === 0).slice(0, 3);
  return {
    functions: names.length === 0 ? ['gelu'] : names.toReversed(),
    x: number(RANGES.x),
    alpha: number(RANGES.alpha),
    beta: number(RANGES.beta),
    depth: number(RANGES.depth),
    seed: number(RANGES.seed),
    spread: number(RANGES.spread),
    shift: number(RANGES.shift),
    stepping: STEPPINGS[from.below(2)] ?? 'x',
  };
}

describe('the hash of a state', () => {
  test('gives back each of 200 drawn states, within 2,000 characters', () => {
    for (let seed = 0; seed < 200; seed++) {
      const state = drawState(seed);
      const hash = encodeHash(state);
      expect(decodeHash(`#${hash}`)).toEqual({ state, problems: [] });
      expect(hash.length).toBeLessThan(2000);
    }
  });

  test('is the version alone for a fresh page, and an empty hash is the fresh page', () => {
    expect(encodeHash(INITIAL)).toBe('v=1');
    expect(decodeHash('')).toEqual({ state: INITIAL, problems: [] });
  });

  test('can be read by people', () => {
    expect(encodeHash({ ...INITIAL, functions: ['relu', 'leaky'], x: -2, shift: -1.5 })).toBe(
      'v=1&f=relu,leaky&x=-2&shift=-1.5',
    );
  });

  test('reports what it does not know or cannot take, and keeps the rest', () => {
    const { state, problems } = decodeHash('#v=2&f=relu,relu&x=51&a=&b=1e0&k=3.5&seed=7&colour=red&by=y');
    expect(state).toEqual({ ...INITIAL, seed: 7 });
    expect(problems.map(({ code, key, value }) => `${code} ${key}=${value}`)).toEqual([
      'lab-hash-version v=2',
      'lab-hash-value f=relu,relu',
      'lab-hash-value x=51',
      'lab-hash-value a=',
      'lab-hash-value b=1e0',
      'lab-hash-value k=3.5',
      'lab-hash-key colour=red',
      'lab-hash-value by=y',
    ]);
    expect(problems[2]?.valid).toBe('-50 … 50');
    expect(problems[6]?.valid).toBe('v, f, x, a, b, k, seed, w, shift, by');
  });

  test('survives hostile text', () => {
    for (const hash of [
      '#%',
      '#&&&',
      '#x',
      '#x=%00',
      '#__proto__=1',
      `#f=${'relu,'.repeat(500)}`,
      '#x=NaN',
      '#x=-0',
      '#x=Infinity',
    ]) {
      const { state } = decodeHash(hash);
      expect(Object.keys(state)).toEqual(Object.keys(INITIAL));
      expect(Number.isFinite(state.x)).toBe(true);
      expect(Object.is(state.x, -0)).toBe(false);
    }
  });
});
