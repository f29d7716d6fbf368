import type { Ops, Tensor, Tensor4D } from '#tensor/model.ts';
import type { ShiftReading } from './frame.ts';
import { count, list } from './tensors.ts';

/** The picture moved one cell to the right; what comes in at the left is dark. */
function moveRight(tf: Ops, picture: Tensor4D): Tensor4D {
  const [, n = 0, , channels = 0] = picture.shape;
  const moved: Tensor4D = tf.pad(picture, [
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
  return tf.slice(moved, [0, 0, 0, 0], [1, n, n, channels]);
}

/** What comes of the picture moved one cell to the right: the new output, and how many of its cells stayed as in `before`
 * [channels, side, side] and how many moved along with the picture, both to within 1e-5. */
export function readShift(
  tf: Ops,
  layer: (picture: Tensor4D) => Tensor,
  picture: Tensor4D,
  before: Tensor,
): ShiftReading {
  const after = layer(moveRight(tf, picture));
  const [depth = 0, side = 0] = before.shape;
  const near = (a: Tensor, b: Tensor): Tensor => tf.less(tf.abs(tf.sub(a, b)), 1e-5);
  const neighbours = depth * side * (side - 1);
  return {
    output: list(after),
    stayed: count(tf, near(after, before)),
    followed:
      neighbours === 0
        ? 0
        : count(
            tf,
            near(
              tf.slice(after, [0, 0, 1], [depth, side, side - 1]),
              tf.slice(before, [0, 0, 0], [depth, side, side - 1]),
            ),
          ),
    cells: depth * side * side,
    neighbours,
  };
}
