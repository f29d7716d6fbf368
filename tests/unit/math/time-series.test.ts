import { describe, expect, it } from 'vitest';
import { copyingError } from '../../../src/core/math/time-series.ts';

describe('copying the nearest training value', () => {
  it('errs by the step from the moment before where every fifth moment is held back', () => {
    const y = (t: number): number => Math.sin(0.3 * t) + 0.05 * t;
    const steps = Array.from({ length: 20 }, (_, i) => Math.abs(y(5 * i + 2) - y(5 * i + 1)));
    expect(copyingError((t) => t % 5 === 2)).toBeCloseTo(steps.reduce((a, b) => a + b) / 20, 12);
  });

  it('errs eight times as much where the future is held back', () => {
    expect(copyingError((t) => t % 5 === 2).toFixed(4)).toBe('0.1918');
    expect(copyingError((t) => t >= 80).toFixed(4)).toBe('1.5622');
  });
});
