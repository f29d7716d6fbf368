import { layoutOf } from './layout.ts';
import type { MlpFrame } from './model.ts';
import type { ActivationName, Feature, LossName } from './settings.ts';

const FEATURE_SOURCES: Readonly<Record<Feature, string>> = {
  x: 'x',
  y: 'y',
  xx: 'tf.square(x)',
  yy: 'tf.square(y)',
  xy: 'tf.mul(x, y)',
  sx: 'tf.sin(x)',
  sy: 'tf.sin(y)',
};
const ACTIVATION_SOURCES: Readonly<Record<ActivationName, string>> = {
  tanh: 'tf.tanh(z)',
  relu: 'tf.relu(z)',
  sigmoid: 'tf.sigmoid(z)',
  linear: 'z',
};
const LOSS_SOURCES: Readonly<Record<LossName, string>> = {
  square: 'tf.mul(tf.mean(tf.square(tf.sub(tf.tanh(z), t))), 0.5)',
  log: 'tf.mean(tf.softplus(tf.neg(tf.mul(z, t))))',
};

/** A number that gives the same float32 again, in as few digits as do. */
function literal(value: number): string {
  for (let digits = 6; digits <= 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

const list = (values: Iterable<number>): string => `[${Array.from(values, literal).join(', ')}]`;

/**
 * The first run as a program that runs on TensorFlow.js alone: its points, weights and biases written out, layer by layer as
 * a reader would write them. It prints losses and accuracies as they stand on screen.
 */
export function writeProgram(frame: MlpFrame): string {
  const [run] = frame.runs;
  if (run === undefined) return '';
  const { training, parameters } = run;
  const layers = layoutOf(training).layers.map((neurons) => {
    const rows = neurons.map(
      ({ weights }) => `[${weights.map(({ index }) => literal(parameters[index] ?? 0)).join(', ')}]`,
    );
    const biases = neurons.map(({ bias }) => parameters[bias] ?? 0);
    return `  { weights: [${rows.join(', ')}], biases: ${list(biases)} },`;
  });
  const { train, test } = frame.points;
  const sets = [
    `show('training', ${list(train.places)}, ${list(train.targets)});`,
    ...(test.targets.length > 0 ? [`show('test', ${list(test.places)}, ${list(test.targets)});`] : []),
  ];
  const whose = frame.runs.length > 1 ? '// Run A of the two.\n' : '';
  return `${whose}// Each row of weights is one neuron; the last layer is the output.
const layers = [
${layers.join('\n')}
];
const activate = (z) => ${ACTIVATION_SOURCES[training.activation]};
const loss = (z, t) => ${LOSS_SOURCES[training.loss]};

function outputs(places) {
  const points = tf.tensor2d(places, [places.length / 2, 2]);
  const x = tf.slice(points, [0, 0], [-1, 1]);
  const y = tf.slice(points, [0, 1], [-1, 1]);
  let a = tf.concat([${training.features.map((feature) => FEATURE_SOURCES[feature]).join(', ')}], 1);
  layers.forEach(({ weights, biases }, l) => {
    const z = tf.add(tf.matMul(a, tf.tensor2d(weights), false, true), biases);
    a = l < layers.length - 1 ? activate(z) : z;
  });
  return a;
}

function show(name, places, targets) {
  const z = outputs(places);
  const t = tf.tensor2d(targets, [targets.length, 1]);
  const right = tf.mean(tf.cast(tf.greater(tf.mul(z, t), 0), 'float32'));
  console.log(\`\${name}: loss \${loss(z, t).dataSync()[0].toFixed(4)}, accuracy \${(100 * right.dataSync()[0]).toFixed(1)}%\`);
}

// seed ${frame.state.seed}, ${run.updates} updates
${sets.join('\n')}
`;
}

/** The network as data for other programs: settings, weights and biases by layer, readings. */
export function exportNetwork(frame: MlpFrame): string {
  const runs = frame.runs.map((run) => ({
    settings: { ...run.training, rate: Number(run.training.rate) },
    samplesSeen: frame.at,
    updates: run.updates,
    layers: layoutOf(run.training).layers.map((neurons, l, all) => ({
      activation: l < all.length - 1 ? run.training.activation : run.training.loss === 'square' ? 'tanh' : 'tanh(z/2)',
      weights: neurons.map(({ weights }) => weights.map(({ index }) => run.parameters[index] ?? 0)),
      biases: neurons.map(({ bias }) => run.parameters[bias] ?? 0),
    })),
    readings: run.reading,
    hash: run.hash,
  }));
  const { seed, data, noise, share } = frame.state;
  return `${JSON.stringify({ format: 'aca-mlp', version: 1, seed, data, noise, share, runs }, null, 2)}\n`;
}
