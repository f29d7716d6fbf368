/** What is to be seen of one run at one moment; `run.ts` makes it, the view draws it. */
import type { Recipe } from './settings.ts';

/** Losses and accuracies over all points; null where there is no test point. Without the penalty. */
export interface Reading {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly trainAccuracy: number;
  readonly testLoss: number | null;
  readonly testAccuracy: number | null;
}

/** Values in −1 … 1 over the plane, rows from the top: the output as it is, a hidden neuron’s scaled to be tinted. */
export interface PlaneMap {
  readonly size: number;
  readonly values: Float32Array;
}

/** The sample a walk through a batch has just looked at. */
export interface SampleReading {
  /** Samples of the batch looked at, and its size. */
  readonly done: number;
  readonly of: number;
  readonly x: number;
  readonly y: number;
  readonly target: number;
  readonly output: number;
  readonly loss: number;
  /** Their share of the batch's gradient, in the layout of the parameters. */
  readonly gradient: Float32Array;
}

/** What a hidden layer makes of the plane and of the training points: values of its units, `columns` a place, unit 1 in column 1. */
export interface HiddenLayer {
  readonly columns: number;
  /** At the cells of the output's map. */
  readonly grid: Float32Array;
  readonly points: Float32Array;
}

/** Everything the view draws of one run. */
export interface RunFrame {
  readonly training: Recipe;
  readonly updates: number;
  readonly parameters: Float32Array;
  readonly reading: Reading;
  readonly series: readonly Reading[];
  readonly output: PlaneMap;
  /** One map a hidden neuron, layer by layer; what the neurons give stands in `layers`. */
  readonly neurons: readonly (readonly PlaneMap[])[];
  readonly layers: readonly HiddenLayer[];
  readonly sample: SampleReading | null;
  readonly hash: string;
}

/** Whether the chart keeps an epoch: all to 100, then ever fewer, about 350 in all; the same ones on every way there. */
export function isCharted(epoch: number): boolean {
  const every = epoch <= 100 ? 1 : epoch <= 500 ? 5 : epoch <= 5000 ? 50 : 200;
  return epoch % every === 0;
}
