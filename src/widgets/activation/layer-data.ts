import { normalAt } from '#core/random/normal.ts';

/** Samples sent through the small real layer; with {@link UNITS}, 512 pre-activations. */
export const SAMPLES = 32;
/** Numbers of a sample. */
export const FEATURES = 8;
/** Units of the layer. */
export const UNITS = 16;

/** Inputs [32, 8] and weights [8, 16] of a seed, row by row. */
export interface LayerData {
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Draws the layer of a seed: inputs from N(0, 1), weights from N(0, 1/8), so that a pre-activation has variance near 1.
 * Three decimals, so that they can be printed whole.
 */
export function drawLayer(seed: number): LayerData {
  const draw = (stream: string, count: number, scale: number): number[] =>
    Array.from({ length: count }, (_, i) => Number((normalAt('activation', seed, stream, i) * scale).toFixed(3)) + 0);
  return {
    inputs: draw('inputs', SAMPLES * FEATURES, 1),
    weights: draw('weights', FEATURES * UNITS, 1 / Math.sqrt(FEATURES)),
  };
}
