import { describe, expect, it } from 'vitest';
import * as lstm from '../../../src/core/math/lstm.ts';
import * as r from '../../../src/core/math/recurrent.ts';

describe('the recurrent unit', () => {
  it('has the values of the syllabus', () => {
    const states = r.rnnStates([1, 0, 0], r.LESSON_UNIT).map((h) => h.toFixed(4));
    expect(states).toEqual(['0.4621', '0.3537', '0.2757']);
    expect([1, 3, 4].map((blocks) => r.recurrentParameters(blocks, 10, 20))).toEqual([620, 1860, 2480]);
  });

  it('reads in order: the same inputs in another order give another state', () => {
    expect(r.lessonState(1, 0, 0).toFixed(4)).toBe('0.2757');
    expect(r.lessonState(0, 0, 1).toFixed(4)).toBe('0.4621');
    expect(r.lessonState()).toBe(0);
  });

  it('memoryGradient is the limit of difference quotients', () => {
    const weights = { wx: 0.5, wh: 0.8, b: 0.1 };
    const xs = [1, -2, 0.5, 0];
    const last = (start: number): number => r.rnnStates(xs, weights, start).at(-1) ?? Number.NaN;
    const quotient = (last(0.3 + 1e-6) - last(0.3 - 1e-6)) / 2e-6;
    expect(r.memoryGradient(xs, weights, 0.3)).toBeCloseTo(quotient, 8);
  });

  it('at rest the gradient is the power of the recurrent weight', () => {
    for (const wh of [0.9, 1, 1.1]) {
      expect(r.memoryGradient(new Array<number>(50).fill(0), { wx: 1, wh, b: 0 })).toBeCloseTo(wh ** 50, 10);
    }
  });

  it('clips the length and keeps the direction', () => {
    expect(r.clipByNorm([6, 8], 5)).toEqual([3, 4]);
    expect(r.clipByNorm([0.6, 0.8], 5)).toEqual([0.6, 0.8]);
    expect(r.clipByNorm([0, 0], 5)).toEqual([0, 0]);
  });
});

describe('the LSTM unit', () => {
  it('has the values of the syllabus', () => {
    expect(lstm.newCell(0.5, 2, 0.8, 0.5)).toBeCloseTo(1.4, 12);
    expect(lstm.newHidden(0.5, 1.4).toFixed(4)).toBe('0.4427');
    expect(lstm.newCell(0.9, 2, 0.1, -1)).toBeCloseTo(1.7, 12);
    expect(lstm.newHidden(0.6, 1.7).toFixed(4)).toBe('0.5612');
  });

  it('walks the worked example', () => {
    const first = lstm.lessonTrace(1);
    expect(first.sums).toEqual({ f: 2, i: -1, g: 1, o: -2 });
    expect([first.f, first.i, first.g, first.o].map((v) => v.toFixed(4))).toEqual([
      '0.8808',
      '0.2689',
      '0.7616',
      '0.1192',
    ]);
    expect(lstm.lessonRun().map(({ c, h }) => [c.toFixed(4), h.toFixed(4)])).toEqual([
      ['1.9664', '0.1146'],
      ['1.8013', '0.5636'],
      ['1.8200', '0.1069'],
      ['1.6637', '0.5557'],
    ]);
    expect(() => lstm.lessonTrace(5)).toThrow(RangeError);
  });

  it('keeps the cell when F = 1 and I = 0, and hides none of it from the gradient', () => {
    expect(lstm.newCell(1, 3.7, 0, 0.9)).toBe(3.7);
    const quotient = (lstm.newCell(0.9, 2 + 1e-6, 0.3, 0.4) - lstm.newCell(0.9, 2 - 1e-6, 0.3, 0.4)) / 2e-6;
    expect(quotient).toBeCloseTo(0.9, 8);
  });
});
