/** Between plain lists, channel by channel, and the tensors that TensorFlow.js takes. */
import type { Ops, Tensor, Tensor4D } from '#tensor/model.ts';

/** The numbers of a tensor in its own order; plus 0, so that no −0 comes of a weight below 0 on a dark pixel. */
export const list = (tensor: Tensor): number[] => Array.from(tensor.dataSync(), (value) => value + 0);
/** The one number of a tensor that holds one. */
export const number = (tensor: Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
/** How many cells of a tensor of truth values are true. */
export const count = (tf: Ops, yes: Tensor): number => number(tf.sum(tf.cast(yes, 'float32')));

/** Channel by channel → [1, n, n, c], as TensorFlow.js wants it. */
export function toPicture(tf: Ops, pixels: readonly number[], channels: number, n: number): Tensor4D {
  return tf.reshape(tf.transpose(tf.tensor([...pixels], [channels, n, n]), [1, 2, 0]), [1, n, n, channels]);
}

/** [1, h, w, c] → channel by channel. */
export function toChannels(tf: Ops, picture: Tensor): Tensor {
  const [, height = 0, width = 0, channels = 0] = picture.shape;
  return tf.transpose(tf.reshape(picture, [height, width, channels]), [2, 0, 1]);
}
