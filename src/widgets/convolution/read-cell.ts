import { spanOf } from '#core/math/sliding-window.ts';
import type { Ops, Tensor4D } from '#tensor/model.ts';
import { cellOf, slideOf } from './cells.ts';
import type { CellReading } from './frame.ts';
import type { Kernel } from './kernels.ts';
import type { ConvolutionState } from './settings.ts';
import { list, number, toChannels } from './tensors.ts';

/** The window of the present cell with its products. */
export function readCell(tf: Ops, state: ConvolutionState, picture: Tensor4D, kernels: readonly Kernel[]): CellReading {
  const { n, k, padding, stride, dilation } = slideOf(state);
  const cell = cellOf(state);
  const top = cell.row * stride;
  const left = cell.column * stride;
  const span = spanOf(k, dilation);
  const border: [number, number] = [padding, padding];
  const room = tf.pad(toChannels(tf, picture), [[0, 0], border, border]);
  // Every d-th row and column of the window, as numbers to gather.
  const places = tf.cast(tf.mul(tf.range(0, k), dilation), 'int32');
  const channels = state.mode === 'conv' ? state.channels : 1;
  const window = tf.gather(
    tf.gather(tf.slice(room, [state.mode === 'conv' ? 0 : cell.channel, top, left], [channels, span, span]), places, 1),
    places,
    2,
  );
  const values = list(window);
  const inside = (place: number): boolean => place >= 0 && place < n;
  const spots = values.map((_, i) => {
    const row = top + (Math.floor(i / k) % k) * dilation - padding;
    const column = left + (i % k) * dilation - padding;
    return { channel: Math.floor(i / (k * k)), row, column, padded: !inside(row) || !inside(column) };
  });
  const kernel = kernels[cell.channel];
  const counted = spots.filter(({ padded }) => !padded).length;
  // A pooling has no weights: the mean is a sum of ones, divided once.
  const weights = state.mode === 'conv' ? (kernel?.weights ?? []) : spots.map(({ padded }) => (padded ? 0 : 1));
  const products = tf.mul(window, tf.tensor([...weights], window.shape));
  const channelSums = tf.sum(products, [1, 2]);
  const sum = number(tf.sum(channelSums));
  const divisor = state.mode === 'conv' ? (kernel?.divisor ?? 1) : counted;
  const listed = list(products);
  const largest = tf.where(
    tf.tensor(
      spots.map(({ padded }) => (padded ? 0 : 1)),
      window.shape,
      'bool',
    ),
    window,
    tf.fill(window.shape, -1),
  );
  return {
    cell,
    terms: spots.map((spot, i) => ({
      ...spot,
      channel: state.mode === 'conv' ? spot.channel : cell.channel,
      value: values[i] ?? 0,
      weight: weights[i] ?? 0,
      product: (listed[i] ?? 0) + 0,
    })),
    channelSums: list(channelSums),
    sum,
    divisor,
    value:
      state.mode === 'max'
        ? number(tf.max(largest))
        : number(tf.add(tf.div(tf.scalar(sum), divisor), state.mode === 'conv' ? state.bias : 0)),
    counted,
    largest: number(tf.argMax(tf.reshape(largest, [-1]))),
  };
}
