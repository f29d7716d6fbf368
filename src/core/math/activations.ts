/**
 * The activation functions of chapter 01 and their slopes, in double precision.
 *
 * Figures and worked numbers of the pages are computed from these at build; the widgets compute the same on tensors
 * and their tests hold the two together.
 */

/** Logistic sigmoid σ(x) = 1 / (1 + e^−x); range (0, 1); no overflow for any finite x. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** σ′(x) = σ(x)·(1 − σ(x)) = σ(x)·σ(−x); range (0, 0.25], largest at 0. */
export function dSigmoid(x: number): number {
  return sigmoid(x) * sigmoid(-x);
}

/** Hyperbolic tangent; range (−1, 1), odd. */
export function tanh(x: number): number {
  return Math.tanh(x);
}

/** tanh′(x) = 1 − tanh²(x); range (0, 1], largest at 0. */
export function dTanh(x: number): number {
  const t = Math.tanh(x);
  return 1 - t * t;
}

/** Rectified linear unit max(0, x). */
export function relu(x: number): number {
  return Math.max(0, x);
}

/** Slope of ReLU: 1 right of 0, 0 left of it; at 0, where none exists, software's convention 0. */
export function dRelu(x: number): number {
  return x > 0 ? 1 : 0;
}

/** Leaky ReLU max(0, x) + α·min(0, x). */
export function leakyRelu(x: number, alpha: number): number {
  return Math.max(0, x) + alpha * Math.min(0, x);
}

/** Slope of leaky ReLU: 1 right of 0, α left of it and, by convention, at 0. */
export function dLeakyRelu(x: number, alpha: number): number {
  return x > 0 ? 1 : alpha;
}

/** Softplus ln(1 + e^x), a smooth ReLU; no overflow for any finite x. */
export function softplus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
}
