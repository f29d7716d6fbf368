import type { Ops, Tensor } from '#tensor/model.ts';
import type { FunctionName } from './state.ts';

/** The settings a function may depend on. */
export interface Shape {
  readonly alpha: number;
  readonly beta: number;
}

/** A function and its slope, element by element on tensors of any shape; finite for |x| ≤ 50. */
export interface TensorFunction {
  value(tf: Ops, x: Tensor, shape: Shape): Tensor;
  /** f′; at a corner, software's convention: the slope on the left. */
  slope(tf: Ops, x: Tensor, shape: Shape): Tensor;
}

/** Numerical Recipes 6.2.2: erfc(z) = t·exp(−z² + Σ cᵢtⁱ), t = 1/(1 + z/2), relative error below 1.2·10⁻⁷ for z ≥ 0. */
export const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const;

/** Φ(x), the standard normal distribution; `tf.erf` loses the digits of its left tail. */
function normalCdf(tf: Ops, x: Tensor): Tensor {
  const z = tf.mul(tf.abs(x), Math.SQRT1_2);
  const t = tf.reciprocal(tf.add(tf.mul(z, 0.5), 1));
  let sum: Tensor = tf.zeros(x.shape);
  for (const c of ERFC.toReversed()) sum = tf.add(tf.mul(sum, t), c);
  const tail = tf.mul(tf.mul(t, 0.5), tf.exp(tf.sub(sum, tf.square(z))));
  const left = tf.step(tf.neg(x));
  return tf.add(tf.mul(left, tail), tf.mul(tf.sub(1, left), tf.sub(1, tail)));
}

/** The nine functions of the widget. */
export const TENSOR_FUNCTIONS: Readonly<Record<FunctionName, TensorFunction>> = {
  step: {
    value: (tf, x) => tf.cast(tf.greaterEqual(x, 0), 'float32'),
    slope: (tf, x) => tf.zeros(x.shape),
  },
  sigmoid: {
    value: (tf, x) => tf.sigmoid(x),
    // σ(x)·σ(−x) keeps its digits where 1 − σ(x) has none left.
    slope: (tf, x) => tf.mul(tf.sigmoid(x), tf.sigmoid(tf.neg(x))),
  },
  tanh: {
    value: (tf, x) => tf.tanh(x),
    // 1 − tanh² x = 4σ(2x)σ(−2x), for the same reason.
    slope: (tf, x) => tf.mul(tf.mul(tf.sigmoid(tf.mul(x, 2)), 4), tf.sigmoid(tf.mul(x, -2))),
  },
  relu: {
    value: (tf, x) => tf.relu(x),
    slope: (tf, x) => tf.step(x),
  },
  leaky: {
    value: (tf, x, { alpha }) => tf.leakyRelu(x, alpha),
    slope: (tf, x, { alpha }) => tf.step(x, alpha),
  },
  elu: {
    value: (tf, x, { alpha }) => tf.add(tf.relu(x), tf.mul(tf.expm1(tf.minimum(x, 0)), alpha)),
    slope: (tf, x, { alpha }) => tf.where(tf.greater(x, 0), tf.ones(x.shape), tf.mul(tf.exp(tf.minimum(x, 0)), alpha)),
  },
  softplus: {
    value: (tf, x, { beta }) => tf.div(tf.softplus(tf.mul(x, beta)), beta),
    slope: (tf, x, { beta }) => tf.sigmoid(tf.mul(x, beta)),
  },
  gelu: {
    value: (tf, x) => tf.mul(x, normalCdf(tf, x)),
    // Φ(x) + x·φ(x)
    slope: (tf, x) =>
      tf.add(normalCdf(tf, x), tf.mul(tf.mul(x, 1 / Math.sqrt(2 * Math.PI)), tf.exp(tf.mul(tf.square(x), -0.5)))),
  },
  silu: {
    value: (tf, x, { beta }) => tf.mul(x, tf.sigmoid(tf.mul(x, beta))),
    // σ(βx)·(1 + βx·σ(−βx))
    slope: (tf, x, { beta }) => {
      const z = tf.mul(x, beta);
      return tf.mul(tf.sigmoid(z), tf.add(tf.mul(z, tf.sigmoid(tf.neg(z))), 1));
    },
  },
};
