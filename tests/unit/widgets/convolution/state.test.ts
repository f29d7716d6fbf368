import { describe, expect, test } from 'vitest';
import { cellOf, stepOf, stepsOf } from '#widgets/convolution/cells.ts';
import { PRESETS } from '#widgets/convolution/presets.ts';
import { type ConvolutionState, INITIAL, kernelsOf, pixelsOf } from '#widgets/convolution/settings.ts';
import { type ConvolutionAction, decodeHash, encodeHash, reduce } from '#widgets/convolution/state.ts';
import { drawState } from './draw-state.ts';

const run = (state: ConvolutionState, ...actions: readonly ConvolutionAction[]): ConvolutionState =>
  actions.reduce(reduce, state);
const steps = (by: 1 | -1, n: number): ConvolutionAction[] => Array.from({ length: n }, () => ({ kind: 'step', by }));

describe('the hash of a state', () => {
  test('gives back each of 200 drawn states, within 2,000 characters', () => {
    for (let seed = 0; seed < 200; seed++) {
      const state = drawState(seed);
      const hash = encodeHash(state);
      expect(decodeHash(`#${hash}`)).toEqual({ state, problems: [] });
      expect(hash.length).toBeLessThan(2000);
    }
  });

  test('is the version alone for a fresh page', () => {
    expect(encodeHash(INITIAL)).toBe('v=1');
    expect(decodeHash('')).toEqual({ state: INITIAL, problems: [] });
  });

  test('never holds the reader’s own picture', () => {
    const own = run(INITIAL, { kind: 'own', pixels: new Array<number>(36).fill(7) });
    expect(pixelsOf(own)).toEqual(new Array<number>(36).fill(7));
    expect(encodeHash(own)).toBe('v=1');
    const { problems } = decodeHash('#v=1&img=own');
    expect(problems.map(({ code, key }) => `${code} ${key}`)).toEqual(['lab-hash-value img']);
  });

  test('reports pixels, kernels and a cell that do not fit the sizes', () => {
    const { state, problems } = decodeHash('#v=1&n=4&px=123456789&w=a0b~1&at=99');
    expect(problems.map(({ key }) => key)).toEqual(['px', 'w', 'at']);
    expect(state).toEqual({ ...INITIAL, n: 4, step: 4 });
  });

  test('survives hostile text', () => {
    for (const hash of ['#%', '#px=', '#w=~0', '#w=,,,', '#n=1e9', '#__proto__=1', `#px=${'9'.repeat(5000)}`, '#f=4']) {
      const { state } = decodeHash(hash);
      expect(Object.keys(state)).toEqual(Object.keys(INITIAL));
      expect(kernelsOf(state)).toHaveLength(state.filters);
      expect(kernelsOf(state).every(({ weights }) => weights.length === state.k ** 2 * state.channels)).toBe(true);
      expect(pixelsOf(state)).toHaveLength(state.n ** 2 * state.channels);
    }
  });
});

describe('steps', () => {
  test.each(Object.entries(PRESETS))('n forward and n back give the same state (%s)', (_name, { state }) => {
    const begun: ConvolutionState = { ...state, step: 1 };
    for (const n of [1, 3]) if (n < stepsOf(begun)) expect(run(begun, ...steps(1, n), ...steps(-1, n))).toEqual(begun);
  });

  test('stop at the ends, and any cell is reached from any other', () => {
    const state = { ...INITIAL, channels: 2, filters: 2, kernels: ['box', 'emboss'] };
    expect(run(state, ...steps(-1, 1))).toBe(state);
    const last = run(state, { kind: 'end', which: 'last' });
    expect(last.step).toBe(32);
    expect(run(last, ...steps(1, 1))).toBe(last);
    for (let step = 1; step <= 32; step++) expect(stepOf(state, cellOf(state, step))).toBe(step);
  });
});

describe('a change of size', () => {
  test('keeps what was drawn and edited in its place', () => {
    const edited = run(
      INITIAL,
      { kind: 'pixel', at: 7, value: 5 },
      { kind: 'weight', filter: 0, at: 4, value: -7 },
      { kind: 'set', name: 'n', value: 8 },
      { kind: 'set', name: 'k', value: 5 },
      { kind: 'set', name: 'channels', value: 2 },
      { kind: 'set', name: 'filters', value: 2 },
    );
    expect(pixelsOf(edited)).toHaveLength(128);
    expect(pixelsOf(edited)[9]).toBe(5);
    const [kernel, second] = kernelsOf(edited);
    expect([kernel?.weights.length, kernel?.weights[12], kernel?.weights[37]]).toEqual([50, -7, -7]);
    expect(second?.weights).toHaveLength(50);
    const back = run(edited, { kind: 'set', name: 'n', value: 6 }, { kind: 'set', name: 'k', value: 3 });
    expect(pixelsOf(back)[7]).toBe(5);
    expect(kernelsOf(back)[0]?.weights[4]).toBe(-7);
  });

  test('brings every value into range, and what is no number changes nothing', () => {
    expect(run(INITIAL, { kind: 'set', name: 'n', value: 99 }).n).toBe(12);
    expect(run(INITIAL, { kind: 'set', name: 'bias', value: Number.NaN })).toBe(INITIAL);
    expect(run(INITIAL, { kind: 'weight', filter: 0, at: 0, value: -20 }).kernels[0]).toMatch(/^i/);
  });
});
