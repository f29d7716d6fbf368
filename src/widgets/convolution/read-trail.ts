import type { Ops, Tensor4D } from '#tensor/model.ts';
import { slideOf } from './cells.ts';
import type { ConvolutionFrame } from './frame.ts';
import type { ConvolutionState } from './settings.ts';
import { list, toChannels } from './tensors.ts';

/** Where the largest value of each window stands; the first, when several are equal. */
export function readTrail(
  tf: Ops,
  state: ConvolutionState,
  picture: Tensor4D,
  side: number,
): ConvolutionFrame['trail'] {
  if (state.mode !== 'max') return [];
  const { n, k, padding, stride } = slideOf(state);
  const border: [number, number] = [padding, padding];
  // What lies outside must never win.
  const room = tf.pad(toChannels(tf, picture), [[0, 0], border, border], -1);
  const wide = n + 2 * padding;
  const places = Array.from({ length: side * side * k * k }, (_, i) => {
    const output = Math.floor(i / (k * k));
    const row = Math.floor(output / side) * stride + (Math.floor(i / k) % k);
    return row * wide + (output % side) * stride + (i % k);
  });
  const windows = tf.gather(tf.reshape(room, [state.channels, wide * wide]), tf.tensor1d(places, 'int32'), 1);
  const winners = list(tf.argMax(tf.reshape(windows, [state.channels * side * side, k * k]), 1));
  return winners.map((winner, i) => ({
    row: (Math.floor(i / side) % side) * stride + Math.floor(winner / k) - padding,
    column: (i % side) * stride + (winner % k) - padding,
  }));
}
