import { hashLabels } from './hash.ts';

const RANGE = 0x1_0000_0000;

/**
 * A standard normal number that depends on its labels alone, e.g. `normalAt(seed, 'weights', index)`.
 *
 * Counter-based: what one part of a widget draws never disturbs another. Box–Muller, cosine branch; finite for all
 * labels, |value| < 6.7.
 */
export function normalAt(...labels: readonly (string | number)[]): number {
  const { hi, lo } = hashLabels(...labels);
  // In (0, 1], so that the logarithm is finite.
  const u1 = (hi + 1) / RANGE;
  const u2 = lo / RANGE;
  return Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
}
