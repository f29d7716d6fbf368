/**
 * The plain recurrent network of chapter 04 in its smallest form, one unit, and what is counted and multiplied around it.
 *
 * h_t = tanh(w_x·x_t + w_h·h_(t−1) + b). Source: Zhang et al., Dive into Deep Learning, chapter 9.
 */

/** The three numbers of a one-unit recurrent layer; the same at every time step. */
export interface RecurrentWeights {
  readonly wx: number;
  readonly wh: number;
  readonly b: number;
}

/** The unit of the worked numbers: w_x = 0.5, w_h = 0.8, no bias. */
export const LESSON_UNIT: RecurrentWeights = { wx: 0.5, wh: 0.8, b: 0 };

/** One time step: the new hidden state, in (−1, 1). */
export function rnnStep(x: number, before: number, { wx, wh, b }: RecurrentWeights): number {
  return Math.tanh(wx * x + wh * before + b);
}

/**
 * The hidden states of a one-unit layer, h_1 … h_T, as many as inputs; each in (−1, 1).
 *
 * @param xs x_1 … x_T, oldest first
 * @param start the state h_0 before the first input
 */
export function rnnStates(xs: readonly number[], weights: RecurrentWeights, start = 0): number[] {
  let h = start;
  return xs.map((x) => {
    h = rnnStep(x, h, weights);
    return h;
  });
}

/** The hidden state of the lesson's unit after the last of `xs`. */
export function lessonState(...xs: readonly number[]): number {
  return rnnStates(xs, LESSON_UNIT).at(-1) ?? 0;
}

/**
 * ∂h_T/∂h_0 of a one-unit layer: the product of the factors w_h·(1 − h_t²) over all steps, 1 for no steps.
 *
 * @param start the state h_0 before the first input
 */
export function memoryGradient(xs: readonly number[], weights: RecurrentWeights, start = 0): number {
  return rnnStates(xs, weights, start).reduce((product, h) => product * weights.wh * (1 - h * h), 1);
}

/**
 * Parameters of a recurrent layer, one bias vector for each block: g·h·(d + h + 1).
 *
 * @param blocks sets of weights: 1 for a plain RNN, 3 for a GRU, 4 for an LSTM
 * @param d width of the input, @param h width of the hidden state
 */
export function recurrentParameters(blocks: number, d: number, h: number): number {
  return blocks * h * (d + h + 1);
}

/** Gradient clipping by norm, min(1, θ/‖g‖)·g: the direction stays, the length is at most θ. The zero vector stays as it is. */
export function clipByNorm(g: readonly number[], limit: number): number[] {
  const norm = Math.hypot(...g);
  const factor = norm > limit ? limit / norm : 1;
  return g.map((v) => v * factor);
}
