/** What GAN variants measure: two distances between distributions, the cycle loss, the picture a squared error prefers. */

/** Kullback–Leibler divergence Σ p ln(p/q), natural logarithm; where p is 0 a term is 0, where only q is 0 it is infinite. */
function divergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, value, i) => (value === 0 ? sum : sum + value * Math.log(value / (q[i] ?? 0))), 0);
}

/** Jensen–Shannon divergence of two distributions over the same places; natural logarithm, range [0, ln 2]. */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const middle = p.map((value, i) => (value + (q[i] ?? 0)) / 2);
  return (divergence(p, middle) + divergence(q, middle)) / 2;
}

/** Wasserstein-1 distance of two equally long lists of numbers: sort both, average the gaps. */
export function wasserstein(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a, b].map((list) => [...list].sort((u, v) => u - v));
  return (x ?? []).reduce((sum, value, i) => sum + Math.abs(value - (y?.[i] ?? 0)), 0) / a.length;
}

/** Mean |back(there(x)) − x|: how far a round trip ends from where it began. */
export function cycleLoss(xs: readonly number[], there: (x: number) => number, back: (y: number) => number): number {
  return xs.reduce((sum, x) => sum + Math.abs(back(there(x)) - x), 0) / xs.length;
}

/** Mean squared error of one guessed picture against equally likely true ones, over all pixels. */
export function expectedSquaredError(guess: readonly number[], truths: readonly (readonly number[])[]): number {
  const errors = truths.map(
    (truth) => truth.reduce((sum, pixel, i) => sum + (pixel - (guess[i] ?? 0)) ** 2, 0) / truth.length,
  );
  return errors.reduce((sum, error) => sum + error, 0) / truths.length;
}

/**
 * Jensen–Shannon divergence of two uniform distributions of the same width, one shifted by `shift`: the share that does
 * not overlap, times ln 2. Their Wasserstein distance is |shift|.
 */
export function shiftedUniformJsd(shift: number, width: number): number {
  return Math.min(1, Math.abs(shift) / width) * Math.LN2;
}

/** Generators that translate among `domains` kinds of pictures when every direction has one of its own: n(n − 1). */
export function pairwiseGenerators(domains: number): number {
  return domains * (domains - 1);
}
