import { outputSize, type Slide } from '#core/math/sliding-window.ts';
import type { Ops, Tensor } from '#tensor/model.ts';
import type { LayerReading } from './frame.ts';
import type { ConvolutionState } from './settings.ts';
import { list } from './tensors.ts';

/** Three layers on top of each other: field ← field + d(k − 1)·jump, jump ← jump·s. */
export function readLayers(tf: Ops, state: ConvolutionState): readonly LayerReading[] {
  const { k, stride, dilation } = state;
  const layers = [
    { k, stride, dilation },
    { k: state.k2, stride: state.s2, dilation: state.d2 },
    { k: state.k3, stride: state.s3, dilation: state.d3 },
  ];
  const column = (values: readonly number[]): Tensor => tf.tensor1d([...values]);
  const jumps = list(
    tf.stack(layers.map((_, i) => tf.prod(column(layers.slice(0, i + 1).map((layer) => layer.stride))))),
  );
  const before = column([1, ...jumps.slice(0, -1)]);
  const grown = list(tf.mul(column(layers.map((layer) => layer.dilation * (layer.k - 1))), before));
  const fields = list(tf.stack(layers.map((_, i) => tf.add(tf.sum(column(grown.slice(0, i + 1))), 1))));
  let size = state.n;
  return layers.map((layer, i) => {
    const slide: Slide = { n: size, padding: i === 0 ? state.padding : 0, ...layer };
    size = size === 0 ? 0 : Math.max(0, outputSize(slide));
    return { ...layer, size, jump: jumps[i] ?? 0, field: fields[i] ?? 0 };
  });
}
