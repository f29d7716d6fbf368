import type { Ops, Tensor } from '#tensor/model.ts';
import { ADAM, MOMENTUM, type OptimizerName } from './settings.ts';

/** A network with what its optimiser remembers; all of one shape. */
export interface Trained {
  readonly parameters: Tensor;
  /** Running mean of gradients (Adam's m without its factor 1 − β₁), or momentum's velocity. */
  readonly mean: Tensor;
  /** Adam's running mean of squares without its factor 1 − β₂. */
  readonly square: Tensor;
}

/**
 * One update, once for the whole network.
 *
 * Adam (Kingma & Ba 2015) with its constants folded into two numbers: m ← β₁m + g, v ← β₂v + g²,
 * p ← p − α_t·m/(√v + ε_t), α_t = η·√(1−β₂ᵗ)/(1−β₁ᵗ)·(1−β₁)/√(1−β₂), ε_t = ε·√(1−β₂ᵗ)/√(1−β₂). Momentum: m ← μm + g,
 * p ← p − ηm.
 *
 * @param live 1 where a number is trained, 0 where it makes a constant
 * @param time which update this is, from 1
 * @returns new tensors for what changed; what did not is handed through
 */
export function update(
  tf: Ops,
  optimizer: OptimizerName,
  rate: number,
  time: number,
  live: Tensor,
  { parameters, mean, square }: Trained,
  gradient: Tensor,
): Trained {
  switch (optimizer) {
    case 'sgd':
      return { parameters: tf.sub(parameters, tf.mul(tf.mul(gradient, rate), live)), mean, square };
    case 'momentum': {
      const velocity = tf.add(tf.mul(mean, MOMENTUM), gradient);
      return { parameters: tf.sub(parameters, tf.mul(tf.mul(velocity, rate), live)), mean: velocity, square };
    }
    case 'adam': {
      const { beta1, beta2, epsilon } = ADAM;
      const unbias = Math.sqrt(1 - beta2 ** time) / Math.sqrt(1 - beta2);
      const alpha = (rate * unbias * (1 - beta1)) / (1 - beta1 ** time);
      const m = tf.add(tf.mul(mean, beta1), gradient);
      const v = tf.add(tf.mul(square, beta2), tf.square(gradient));
      const step = tf.div(tf.mul(m, alpha), tf.add(tf.sqrt(v), epsilon * unbias));
      return { parameters: tf.sub(parameters, tf.mul(step, live)), mean: m, square: v };
    }
  }
}
