import { ERFC } from './functions.ts';
import { drawLayer, FEATURES, SAMPLES, UNITS } from './layer-data.ts';
import { SATURATED } from './model.ts';
import type { ActivationState, FunctionName } from './state.ts';

/** f and f′ as a reader would write them, operation for operation what the widget computes. */
const SOURCES: Readonly<Record<FunctionName, readonly [f: string, slope: string]>> = {
  step: ["tf.cast(tf.greaterEqual(x, 0), 'float32')", 'tf.zeros(x.shape)'],
  sigmoid: ['tf.sigmoid(x)', 'tf.mul(tf.sigmoid(x), tf.sigmoid(tf.neg(x)))'],
  tanh: ['tf.tanh(x)', 'tf.mul(tf.mul(tf.sigmoid(tf.mul(x, 2)), 4), tf.sigmoid(tf.mul(x, -2)))'],
  relu: ['tf.relu(x)', 'tf.step(x)'],
  leaky: ['tf.leakyRelu(x, alpha)', 'tf.step(x, alpha)'],
  elu: [
    'tf.add(tf.relu(x), tf.mul(tf.expm1(tf.minimum(x, 0)), alpha))',
    'tf.where(tf.greater(x, 0), tf.ones(x.shape), tf.mul(tf.exp(tf.minimum(x, 0)), alpha))',
  ],
  softplus: ['tf.div(tf.softplus(tf.mul(x, beta)), beta)', 'tf.sigmoid(tf.mul(x, beta))'],
  gelu: [
    'tf.mul(x, cdf(x))',
    'tf.add(cdf(x), tf.mul(tf.mul(x, 1 / Math.sqrt(2 * Math.PI)), tf.exp(tf.mul(tf.square(x), -0.5))))',
  ],
  silu: [
    'tf.mul(x, tf.sigmoid(tf.mul(x, beta)))',
    'tf.mul(tf.sigmoid(tf.mul(x, beta)), tf.add(tf.mul(tf.mul(x, beta), tf.sigmoid(tf.neg(tf.mul(x, beta)))), 1))',
  ],
};

/** Φ(x), for GELU: `tf.erf` loses the digits of its left tail. */
const CDF = `function cdf(x) {
  const z = tf.mul(tf.abs(x), Math.SQRT1_2);
  const t = tf.reciprocal(tf.add(tf.mul(z, 0.5), 1));
  let sum = tf.zeros(x.shape);
  for (const c of [${ERFC.join(', ')}].reverse()) sum = tf.add(tf.mul(sum, t), c);
  const tail = tf.mul(tf.mul(t, 0.5), tf.exp(tf.sub(sum, tf.square(z))));
  const left = tf.step(tf.neg(x));
  return tf.add(tf.mul(left, tail), tf.mul(tf.sub(1, left), tf.sub(1, tail)));
}
`;

/**
 * The state as a program that runs on TensorFlow.js alone and prints the numbers on screen: f and f′ at x, the product
 * over the layers, then saturated and dead counts of the layer, whose inputs and weights stand in it.
 */
export function writeProgram(state: ActivationState): string {
  const { functions, x, alpha, beta, depth, spread, shift, seed } = state;
  const [lead = 'sigmoid'] = functions;
  const { inputs, weights } = drawLayer(seed);
  const uses = (...names: readonly FunctionName[]): boolean => functions.some((name) => names.includes(name));
  const settings = [
    `const x = ${x}, depth = ${depth};`,
    ...(uses('leaky', 'elu') ? [`const alpha = ${alpha};`] : []),
    ...(uses('softplus', 'silu') ? [`const beta = ${beta};`] : []),
  ];
  const entries = functions.map(
    (name) => `  ${name}: {\n    f: (x) => ${SOURCES[name][0]},\n    slope: (x) => ${SOURCES[name][1]},\n  },`,
  );
  return `${settings.join('\n')}
${uses('gelu') ? CDF : ''}const functions = {
${entries.join('\n')}
};
const show = (v) => (v === 0 || Math.abs(v) >= 0.001 ? v.toFixed(4) : v.toExponential(2));

for (const [name, { f, slope }] of Object.entries(functions)) {
  const at = tf.scalar(x);
  const [y] = f(at).dataSync();
  const [d] = slope(at).dataSync();
  const [log] = tf.mul(depth, tf.div(tf.log(tf.abs(tf.scalar(d))), Math.LN10)).dataSync();
  console.log(\`\${name}: f = \${show(y)}, slope = \${show(d)}, log10 |slope|^\${depth} = \${log.toFixed(4)}\`);
}

// ${SAMPLES} samples of ${FEATURES} features, ${UNITS} units: seed ${seed}
const inputs = tf.tensor2d([${inputs.join(', ')}], [${SAMPLES}, ${FEATURES}]);
const weights = tf.tensor2d([${weights.join(', ')}], [${FEATURES}, ${UNITS}]);
const z = tf.add(tf.matMul(inputs, tf.mul(weights, ${spread})), ${shift});
const size = tf.abs(functions.${lead}.slope(z));
const saturated = tf.less(size, ${SATURATED});
console.log(\`saturated: \${tf.sum(tf.cast(saturated, 'float32')).dataSync()[0]} of ${SAMPLES * UNITS}\`);
console.log(\`dead: \${tf.sum(tf.cast(tf.equal(tf.max(size, 0), 0), 'float32')).dataSync()[0]} of ${UNITS}\`);
`;
}
