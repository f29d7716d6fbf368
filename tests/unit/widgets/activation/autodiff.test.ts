import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensor/full.ts';
import { TENSOR_FUNCTIONS } from '#widgets/activation/functions.ts';
import { FUNCTION_NAMES } from '#widgets/activation/state.ts';

beforeAll(() => tf.prepareFull());

// The step is left out: it is flat wherever it has a slope, and tfjs has no gradient for comparisons.
test.each(FUNCTION_NAMES.filter((name) => name !== 'step'))(
  'the slope of %s is what automatic differentiation makes of it',
  (name) => {
    const shape = { alpha: 0.2, beta: 1.5 };
    const at = tf.tensor1d(Array.from({ length: 400 }, (_, i) => (i - 199.5) / 16));
    const auto = tf
      .grad((x) => TENSOR_FUNCTIONS[name].value(tf, x, shape))(at)
      .dataSync();
    const ours = TENSOR_FUNCTIONS[name].slope(tf, at, shape).dataSync();
    for (const [i, d] of auto.entries())
      expect(Math.abs(d - (ours[i] ?? Number.NaN)), `at ${(i - 199.5) / 16}`).toBeLessThan(1e-5);
  },
);
