/**
 * One LSTM unit with forget gate and without peepholes, in double precision; gates are kept by name, never by position.
 *
 * Source: Gers, Schmidhuber, Cummins 2000, Learning to forget; notation of Dive into Deep Learning, section 10.1.
 */
import { sigmoid } from './activations.ts';

/** What one gate holds: a weight for h_(t−1), a weight for x_t, a bias. */
export interface GateWeights {
  readonly h: number;
  readonly x: number;
  readonly b: number;
}

/** The four sets of weights of a unit. */
export interface LstmWeights {
  readonly forget: GateWeights;
  readonly input: GateWeights;
  readonly candidate: GateWeights;
  readonly output: GateWeights;
}

/** What a unit hands to its next step. */
export interface LstmState {
  /** Cell state C, the long-term memory; not bounded by 1. */
  readonly c: number;
  /** Hidden state h, the short-term memory and the output; in (−1, 1). */
  readonly h: number;
}

/** Every number of one step, so that pages and figures show the same ones. */
export interface LstmTrace extends LstmState {
  /** Weighted sums before activation. */
  readonly sums: { readonly f: number; readonly i: number; readonly g: number; readonly o: number };
  /** Forget, input and output gate, in (0, 1). */
  readonly f: number;
  readonly i: number;
  readonly o: number;
  /** Candidate, in (−1, 1). */
  readonly g: number;
}

/** C = F·C_(t−1) + I·candidate. */
export function newCell(f: number, before: number, i: number, candidate: number): number {
  return f * before + i * candidate;
}

/** h = O·tanh C. */
export function newHidden(o: number, c: number): number {
  return o * Math.tanh(c);
}

/** One step of a unit. */
export function lstmStep(x: number, state: LstmState, weights: LstmWeights): LstmTrace {
  const sum = (gate: GateWeights): number => gate.h * state.h + gate.x * x + gate.b;
  const sums = {
    f: sum(weights.forget),
    i: sum(weights.input),
    g: sum(weights.candidate),
    o: sum(weights.output),
  };
  const [f, i, o] = [sigmoid(sums.f), sigmoid(sums.i), sigmoid(sums.o)];
  const g = Math.tanh(sums.g);
  const c = newCell(f, state.c, i, g);
  return { sums, f, i, g, o, c, h: newHidden(o, c) };
}

/** The unit of the worked example in sections 05 and 06. */
export const LESSON_CELL: LstmWeights = {
  forget: { h: 1, x: -0.5, b: 2 },
  input: { h: 1, x: 0.5, b: -2 },
  candidate: { h: 1, x: 0.5, b: 0 },
  output: { h: -1, x: -1, b: -0.5 },
};

/** Where the worked example stands before its first input. */
export const LESSON_STATE: LstmState = { c: 2, h: 0.5 };

/** The inputs of the worked example. */
export const LESSON_INPUTS: readonly number[] = [1, -1, 1, -1];

/** The worked example after `step` inputs, counted from 1; throws RangeError beyond the last. */
export function lessonTrace(step: number): LstmTrace {
  const trace = lessonRun()[step - 1];
  if (trace === undefined) throw new RangeError(`the example has ${LESSON_INPUTS.length} steps, not ${step}`);
  return trace;
}

/** Every step of the worked example. */
export function lessonRun(): LstmTrace[] {
  let state: LstmState = LESSON_STATE;
  return LESSON_INPUTS.map((x) => {
    const trace = lstmStep(x, state, LESSON_CELL);
    state = trace;
    return trace;
  });
}
