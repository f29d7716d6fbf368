import type { Ops, Tensor } from '#tensor/model.ts';
import { cut, forward, lastOf, type Shape, slopeAt } from './network.ts';
import { PENALTY } from './settings.ts';

/** The penalty's value and its gradient at D's parameters. */
export interface Penalty {
  readonly value: Tensor;
  readonly parameters: Tensor;
}

/**
 * Gulrajani et al. 2017: P = λ·E(‖∇ₓs(x̂)‖ − 1)², with its gradient at D's parameters, a second derivative.
 *
 * The input gradient is itself a small network: v = w_out, u = v ∘ f′(a), v ← u·Wᵀ, layer by layer down to x̂. It is
 * differentiated as one, and where f is curved (tanh), f″ carries part of it into the forward pass.
 *
 * @param mixed points x̂ between real and generated, [n, 3]
 */
export function penalize(tf: Ops, shape: Shape, parameters: Tensor, mixed: Tensor): Penalty {
  const count = mixed.shape[0] ?? 1;
  const layers = cut(tf, shape, parameters);
  const hidden = layers.slice(0, -1);
  const { states } = forward(tf, shape, layers, mixed);
  const slopes = states.slice(1).map((state) => slopeAt(tf, shape, state));
  const weights = lastOf(layers);

  // Down to the input: v and u of every layer, first layer first.
  const vs: Tensor[] = [];
  const us: Tensor[] = [];
  let v = tf.matMul(tf.ones([count, 1]), weights);
  for (let layer = hidden.length - 1; layer >= 0; layer--) {
    const u = tf.mul(v, at(slopes, layer));
    vs.unshift(v);
    us.unshift(u);
    v = tf.matMul(u, at(hidden, layer), false, true);
  }

  // The constant's column is no coordinate.
  const plane = tf.mul(v, tf.tensor2d([1, 1, 0], [1, 3]));
  const norm = tf.sqrt(tf.add(tf.sum(tf.square(plane), 1, true), 1e-12));
  const value = tf.mul(tf.mean(tf.square(tf.sub(norm, 1))), PENALTY);

  // And back up: q = ∂P/∂v below each layer, e = ∂P/∂a where f is curved.
  let q = tf.mul(plane, tf.mul(tf.sub(1, tf.div(1, norm)), (2 * PENALTY) / count));
  const parts: Tensor[] = [];
  const bends: (Tensor | null)[] = [];
  for (let layer = 0; layer < hidden.length; layer++) {
    parts.push(tf.matMul(q, at(us, layer), true));
    const atU = tf.matMul(q, at(hidden, layer));
    const state = at(states, layer + 1);
    bends.push(
      shape.activation === 'tanh'
        ? // tanh″ = −2·tanh·tanh′
          tf.mul(tf.mul(tf.mul(atU, at(vs, layer)), tf.mul(state, -2)), at(slopes, layer))
        : null,
    );
    q = tf.mul(atU, at(slopes, layer));
  }
  parts.push(tf.sum(q, 0, true));

  // What reached the sums flows on through the forward pass.
  let atSum: Tensor | null = null;
  for (let layer = hidden.length - 1; layer >= 0; layer--) {
    const below: Tensor | null =
      atSum === null ? null : tf.mul(tf.matMul(atSum, at(hidden, layer + 1), false, true), at(slopes, layer));
    const bend = at(bends, layer);
    atSum = below === null ? bend : bend === null ? below : tf.add(below, bend);
    if (atSum !== null) parts[layer] = tf.add(at(parts, layer), tf.matMul(at(states, layer), atSum, true));
  }
  return { value, parameters: tf.concat(parts, 0) };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no item ${index} of ${items.length}.`);
  return item;
}
