/** The widget's functions once more, in double precision and by other roads: the oracle of its tests. */
import type { FunctionName } from '#widgets/activation/state.ts';

/** Φ by Simpson's rule on the density, 4,000 intervals; absolute error below 1e-14 for |x| ≤ 12. */
function normalCdf(x: number): number {
  if (x < -12) return 0;
  if (x > 12) return 1;
  const n = 4000;
  const from = x < 0 ? -14 : 0;
  const h = (x - from) / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const t = from + i * h;
    sum += (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-t * t) / 2);
  }
  return (x < 0 ? 0 : 0.5) + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** f and f′ from their definitions. */
export const ORACLE: Readonly<Record<FunctionName, (x: number, a: number, b: number) => readonly [number, number]>> = {
  step: (x) => [x >= 0 ? 1 : 0, 0],
  sigmoid: (x) => [sigmoid(x), Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x))) ** 2],
  tanh: (x) => [Math.tanh(x), 1 / Math.cosh(x) ** 2],
  relu: (x) => [x > 0 ? x : 0, x > 0 ? 1 : 0],
  leaky: (x, a) => [x > 0 ? x : a * x, x > 0 ? 1 : a],
  elu: (x, a) => [x > 0 ? x : a * (Math.exp(x) - 1), x > 0 ? 1 : a * Math.exp(x)],
  softplus: (x, _a, b) => [
    x > 0 ? x + Math.log1p(Math.exp(-b * x)) / b : Math.log1p(Math.exp(b * x)) / b,
    sigmoid(b * x),
  ],
  gelu: (x) => [x * normalCdf(x), normalCdf(x) + (x * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)],
  silu: (x, _a, b) => [x * sigmoid(b * x), sigmoid(b * x) + b * x * sigmoid(b * x) * (1 - sigmoid(b * x))],
};
