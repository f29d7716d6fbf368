/** The perceptron of chapter 02: a neuron that says 0 or 1, its correction rule, and runs of it that can be followed. */

/** What a perceptron has learned so far. */
export interface PerceptronState {
  readonly w: readonly number[];
  readonly b: number;
}

/** An example with its right answer, 0 or 1. */
export interface PerceptronSample {
  readonly x: readonly number[];
  readonly y: number;
}

/** One look at one example: what was said, what was changed. */
export interface PerceptronStep {
  /** Pass over the data, from 1. */
  readonly pass: number;
  readonly sample: PerceptronSample;
  readonly score: number;
  readonly answer: number;
  readonly changed: boolean;
  /** Weights and bias after the look. */
  readonly after: PerceptronState;
}

/** The four cases of two bits in the order 00, 01, 10, 11, with the given answers. */
export function truthTable(answers: readonly [number, number, number, number]): PerceptronSample[] {
  return answers.map((y, i) => ({ x: [i >> 1, i & 1], y }));
}

/** Answers of the usual gates to 00, 01, 10, 11. */
export const GATES = { and: [0, 0, 0, 1], or: [0, 1, 1, 1], nand: [1, 1, 1, 0], xor: [0, 1, 1, 0] } as const;

/** The step activation: 1 from 0 on, else 0. */
export function step(z: number): number {
  return z >= 0 ? 1 : 0;
}

/** Score w·x + b of an input. */
export function perceptronScore({ w, b }: PerceptronState, x: readonly number[]): number {
  return w.reduce((sum, weight, i) => sum + weight * (x[i] ?? 0), b);
}

/** One correction, w ← w + η(y − ŷ)x and b ← b + η(y − ŷ); nothing changes when the answer was right. */
export function correct(state: PerceptronState, { x, y }: PerceptronSample, rate = 1): PerceptronState {
  const error = y - step(perceptronScore(state, x));
  if (error === 0) return state;
  return { w: state.w.map((weight, i) => weight + rate * error * (x[i] ?? 0)), b: state.b + rate * error };
}

/**
 * Every look of a run from zero weights, the examples in the order given, until a pass changes nothing or `passes` are
 * over.
 */
export function runPerceptron(samples: readonly PerceptronSample[], passes: number, rate = 1): PerceptronStep[] {
  const steps: PerceptronStep[] = [];
  let state: PerceptronState = { w: (samples[0]?.x ?? []).map(() => 0), b: 0 };
  for (let pass = 1; pass <= passes; pass++) {
    const before = state;
    for (const sample of samples) {
      const score = perceptronScore(state, sample.x);
      const after = correct(state, sample, rate);
      steps.push({ pass, sample, score, answer: step(score), changed: after !== state, after });
      state = after;
    }
    if (state === before) break;
  }
  return steps;
}
