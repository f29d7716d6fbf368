/**
 * The game of a generative adversarial network in closed form: its value, the best discriminator, the divergences the
 * value comes down to, the generator's two losses, and two of the smallest games there are. Natural logarithms.
 *
 * Sources: Goodfellow et al. 2014, arXiv:1406.2661 (value, best discriminator, both losses); Mescheder et al. 2018,
 * arXiv:1801.04406 (the one-point game).
 */

import { sigmoid } from './activations.ts';

/** weight·ln(value), with 0·ln 0 = 0: an outcome that never occurs adds nothing, whatever D says about it. */
function weightedLog(weight: number, value: number): number {
  return weight === 0 ? 0 : weight * Math.log(value);
}

function sumOver(p: readonly number[], term: (p: number, i: number) => number): number {
  return p.reduce((sum, value, i) => sum + term(value, i), 0);
}

/** Value of one answer on a real and one on a generated sample: ln D(x) + ln(1 − D(G(z))), both answers in (0, 1). */
export function ganValue(real: number, fake: number): number {
  return Math.log(real) + Math.log(1 - fake);
}

/** The discriminator's loss, the sum of its two cross-entropies: −ln D(x) − ln(1 − D(G(z))). */
export function discriminatorLoss(real: number, fake: number): number {
  return -ganValue(real, fake);
}

/** The generator's loss as the minimax game has it, ln(1 − D(G(z))); it saturates where D(G(z)) is near 0. */
export function saturatingLoss(fake: number): number {
  return Math.log(1 - fake);
}

/** The generator's loss used in practice, −ln D(G(z)). */
export function nonSaturatingLoss(fake: number): number {
  return -Math.log(fake);
}

/** Slope of ln(1 − D) by D's logit a, where D = σ(a): it is −D. */
export function saturatingSlope(fake: number): number {
  return -fake;
}

/** Slope of −ln D by D's logit a, where D = σ(a): it is D − 1. */
export function nonSaturatingSlope(fake: number): number {
  return fake - 1;
}

/** D*(x) = p/(p + q), where p and q are the real and the generated probability (or density) at x; p + q > 0. */
export function bestDiscriminator(p: number, q: number): number {
  return p / (p + q);
}

/** What one outcome adds to the value: p·ln D + q·ln(1 − D). */
export function pointValue(p: number, q: number, d: number): number {
  return weightedLog(p, d) + weightedLog(q, 1 - d);
}

/** V of a discriminator with answers `d` on outcomes of real probability `p` and generated probability `q`. */
export function valueOver(p: readonly number[], q: readonly number[], d: readonly number[]): number {
  return sumOver(p, (pi, i) => pointValue(pi, q[i] ?? 0, d[i] ?? 0.5));
}

/** V of the best discriminator; outcomes that neither distribution has are left out. */
export function bestValue(p: readonly number[], q: readonly number[]): number {
  return sumOver(p, (pi, i) => {
    const qi = q[i] ?? 0;
    return pi + qi === 0 ? 0 : pointValue(pi, qi, bestDiscriminator(pi, qi));
  });
}

/** KL(p‖q) = Σ p·ln(p/q); 0 when they agree, infinite where p has an outcome that q lacks. Not symmetric. */
export function klDivergence(p: readonly number[], q: readonly number[]): number {
  return sumOver(p, (pi, i) => weightedLog(pi, pi / (q[i] ?? 0)));
}

/** JSD(p, q): the mean of both KL divergences to the midpoint m = (p + q)/2. Symmetric, between 0 and ln 2. */
export function jsDivergence(p: readonly number[], q: readonly number[]): number {
  const m = p.map((pi, i) => (pi + (q[i] ?? 0)) / 2);
  return (klDivergence(p, m) + klDivergence(q, m)) / 2;
}

/** Density of the normal distribution with the given mean and standard deviation > 0. */
export function normalDensity(x: number, mean: number, sd: number): number {
  const z = (x - mean) / sd;
  return Math.exp((-z * z) / 2) / (sd * Math.sqrt(2 * Math.PI));
}

/** D* at x between two normal distributions of equal standard deviation: a sigmoid of a straight line. */
export function bestBetweenNormals(x: number, real: number, fake: number, sd: number): number {
  return sigmoid(((real - fake) * (x - (real + fake) / 2)) / (sd * sd));
}

/** Fréchet distance, squared, of two normal distributions on a line: what FID computes for many features at once. */
export function frechetOnLine(mean1: number, sd1: number, mean2: number, sd2: number): number {
  return (mean1 - mean2) ** 2 + (sd1 - sd2) ** 2;
}

/** A state of the one-point game: the generator's only point, the discriminator's only weight. */
export interface OnePoint {
  readonly theta: number;
  readonly psi: number;
}

/**
 * The one-point game: all real data sit at 0, the generator makes the single point θ, and D(x) = σ(ψx). Each round D
 * climbs V = ln σ(0) + ln(1 − σ(ψθ)) by one step of size `rate`, then G descends it.
 *
 * @returns the start and the state after each round
 */
export function onePointGame(start: OnePoint, rate: number, rounds: number): OnePoint[] {
  const path = [start];
  let { theta, psi } = start;
  for (let i = 0; i < rounds; i++) {
    psi -= rate * theta * sigmoid(psi * theta);
    theta += rate * psi * sigmoid(psi * theta);
    path.push({ theta, psi });
  }
  return path;
}
