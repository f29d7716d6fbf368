import type { Ops, Tensor } from '#tensor/model.ts';
import type { ActivationName } from './settings.ts';

/** A hidden layer's values. */
export function activate(tf: Ops, activation: ActivationName, z: Tensor): Tensor {
  switch (activation) {
    case 'tanh':
      return tf.tanh(z);
    case 'relu':
      return tf.relu(z);
    case 'sigmoid':
      return tf.sigmoid(z);
    case 'linear':
      return z;
  }
}

/** `back` times the slope of the activation, told by its value; `one` is the scalar 1. */
export function slopeTimes(tf: Ops, activation: ActivationName, value: Tensor, back: Tensor, one: Tensor): Tensor {
  switch (activation) {
    case 'tanh':
      return tf.mul(back, tf.sub(one, tf.square(value)));
    case 'relu':
      return tf.mul(back, tf.step(value));
    case 'sigmoid':
      return tf.mul(back, tf.sub(value, tf.square(value)));
    case 'linear':
      return back;
  }
}
