import { outputSize } from '#core/math/sliding-window.ts';
import type { Ops, Tensor, Tensor4D } from '#tensor/model.ts';
import { slideOf } from './cells.ts';
import type { TaskReading } from './frame.ts';
import { makeLayer, toFilter } from './layer.ts';
import { drawPicture } from './pictures.ts';
import type { ConvolutionState } from './settings.ts';
import { PROBES, TASKS } from './tasks.ts';
import { count, list, toChannels, toPicture } from './tensors.ts';

/** The designed kernel against the hidden one, on the picture on screen and on others. */
export function readTask(tf: Ops, state: ConvolutionState, picture: Tensor4D): TaskReading | null {
  if (state.task === 'none' || state.mode !== 'conv') return null;
  const { kernel, bias } = TASKS[state.task];
  const { n } = state;
  const asked = (input: Tensor4D): Tensor => {
    const filter = toFilter(tf, [kernel], 1, 3, false);
    const sums = tf.conv2d(input, filter, 1, 1, 'NHWC', 1, 'floor');
    return tf.add(tf.div(toChannels(tf, sums), kernel.divisor), bias);
  };
  const layer = makeLayer(tf, state, state.flip === 'on');
  const comparable = outputSize(slideOf(state)) === n && state.channels === 1 && state.filters === 1;
  const misses = (input: Tensor4D): number => {
    const same = tf.less(tf.abs(tf.sub(layer(input), asked(input))), 1e-4);
    return n * n - count(tf, same);
  };
  const target = list(asked(tf.slice(picture, [0, 0, 0, 0], [1, n, n, 1])));
  if (!comparable) return { target, comparable, matches: 0, cells: n * n, general: false };
  return {
    target,
    comparable,
    matches: n * n - misses(picture),
    cells: n * n,
    general: PROBES.every((name) => misses(toPicture(tf, drawPicture(name, n, 1), 1, n)) === 0),
  };
}
