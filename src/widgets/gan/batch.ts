/** What the batches of a run are made of: functions of its task, the tick and the batch's place in it alone. */
import { hashLabels } from '#core/random/hash.ts';
import { streamOf } from '#core/random/stream.ts';
import { type Distribution, drawNoise, drawPoints } from './distributions.ts';
import { BATCH } from './settings.ts';

/** What a run is about, besides its settings. */
export interface Task {
  readonly data: Distribution;
  readonly noise: number;
  readonly seed: number;
}

/** Numbers of the points and noise of a tick's j-th batch: functions of the seed, the tick and j alone. */
export function batchOf(
  task: Task,
  tick: number,
  j: number,
): { readonly real: Float32Array; readonly noise: Float32Array } {
  return {
    real: drawPoints(task.data, BATCH, task.seed, 'data', tick, j),
    noise: drawNoise(task.noise, BATCH, task.seed, 'noise', tick, j),
  };
}

/** The ε of a batch, uniform in [0, 1). */
export function drawShares(seed: number, tick: number, j: number): Float32Array {
  const from = streamOf(hashLabels('gan', seed, 'mix', tick, j));
  return Float32Array.from({ length: BATCH }, () => from.next() / 0x1_0000_0000);
}
