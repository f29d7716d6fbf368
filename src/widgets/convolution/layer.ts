/** The layer of a state in tensor operations: convolution, true convolution or pooling. */

import { spanOf } from '#core/math/sliding-window.ts';
import type { Ops, Tensor, Tensor4D } from '#tensor/model.ts';
import { slideOf } from './cells.ts';
import type { Kernel } from './kernels.ts';
import { type ConvolutionState, kernelsOf } from './settings.ts';
import { toChannels } from './tensors.ts';

/** Weights [k, k, c_in, c_out]; turned by half a circle for a true convolution. */
export function toFilter(tf: Ops, kernels: readonly Kernel[], channels: number, k: number, flip: boolean): Tensor4D {
  const weights = kernels.flatMap((kernel) => kernel.weights);
  const filter: Tensor4D = tf.transpose(tf.tensor(weights, [kernels.length, channels, k, k]), [2, 3, 1, 0]);
  return flip ? tf.reverse(filter, [0, 1]) : filter;
}

/**
 * Zeros between the weights: a kernel of side d(k − 1) + 1. `conv2d` itself refuses dilation together with a stride
 * above 1; so the zeros are put in for every dilation, and one road serves all.
 */
function dilate(tf: Ops, filter: Tensor4D, dilation: number): Tensor4D {
  const [k = 1, , channels = 1, filters = 1] = filter.shape;
  if (dilation === 1 || k === 1) return filter;
  const gap = dilation - 1;
  const spread = tf.pad(tf.reshape(filter, [k, 1, k, 1, channels, filters]), [
    [0, 0],
    [0, gap],
    [0, 0],
    [0, gap],
    [0, 0],
    [0, 0],
  ]);
  const side = spanOf(k, dilation);
  const padded: Tensor4D = tf.reshape(spread, [k * dilation, k * dilation, channels, filters]);
  return tf.slice(padded, [0, 0, 0, 0], [side, side, channels, filters]);
}

/** What slides in a state, ready to be applied to any picture [1, n, n, c]: output channel by channel. */
export function makeLayer(tf: Ops, state: ConvolutionState, flip: boolean): (picture: Tensor4D) => Tensor {
  const { k, padding, stride, dilation } = slideOf(state);
  const pooled = (picture: Tensor4D): Tensor => {
    switch (state.mode) {
      case 'max':
        return tf.maxPool(picture, k, stride, padding, 'floor');
      case 'average':
        return tf.avgPool(picture, k, stride, padding, 'floor');
      default:
        return tf.mean(picture, [1, 2], true);
    }
  };
  if (state.mode !== 'conv') return (picture) => toChannels(tf, pooled(picture));
  const kernels = kernelsOf(state);
  const filter = dilate(tf, toFilter(tf, kernels, state.channels, k, flip), dilation);
  const divisors = tf.tensor(
    kernels.map(({ divisor }) => divisor),
    [kernels.length, 1, 1],
  );
  return (picture) => {
    const sums = tf.conv2d(picture, filter, stride, padding, 'NHWC', 1, 'floor');
    return tf.add(tf.div(toChannels(tf, sums), divisors), state.bias);
  };
}
