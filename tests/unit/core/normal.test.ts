import { expect, test } from 'vitest';
import { normalAt } from '#core/random/normal.ts';

const draws = Array.from({ length: 20_000 }, (_, i) => normalAt('test', 1, i));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('depend on their labels alone', () => {
  expect(normalAt('test', 1, 5)).toBe(draws[5]);
  expect(normalAt('test', 2, 5)).not.toBe(draws[5]);
});

test('have the moments and tails of N(0, 1), five standard errors wide', () => {
  const n = draws.length;
  expect(Math.abs(mean(draws))).toBeLessThan(5 / Math.sqrt(n));
  expect(Math.abs(mean(draws.map((z) => z * z)) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(mean(draws.map((z) => z ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  const beyond = mean(draws.map((z) => Number(Math.abs(z) > 1.96)));
  expect(Math.abs(beyond - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / n));
});

test('neighbours are uncorrelated', () => {
  const products = draws.slice(1).map((z, i) => z * (draws[i] ?? 0));
  expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(draws.length));
});
