import { expect, test } from 'vitest';
import { History } from '#core/state/history.ts';

test('the nearest snapshot at or before a step is found, and made only where one is due', () => {
  const history = new History<number>(() => 1);
  let made = 0;
  for (let at = 0; at <= 100; at++)
    history.offer(at, () => {
      made += 1;
      return at;
    });
  expect(made).toBe(7);
  expect(history.nearest(50)).toEqual({ at: 48, saved: 48 });
  expect(history.nearest(0).at).toBe(0);
});

test('thinning by doubling keeps the budget, an even spacing and the beginning', () => {
  const history = new History<number>(() => 1, 10);
  for (let at = 0; at <= 10_000; at++) history.offer(at, () => at);
  const steps = history.steps();
  expect(steps.length).toBeLessThanOrEqual(10);
  expect(steps[0]).toBe(0);
  expect(new Set(steps.slice(1).map((step, i) => step - (steps[i] ?? 0))).size).toBe(1);
});

test('what lies after a change is forgotten; before the first snapshot there is nothing', () => {
  const history = new History<number>(() => 1);
  for (let at = 16; at <= 64; at++) history.offer(at, () => at);
  history.forgetAfter(40);
  expect(history.steps()).toEqual([16, 32]);
  expect(() => history.nearest(15)).toThrow(RangeError);
});
