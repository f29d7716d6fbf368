import { hashLabels } from '#core/random/hash.ts';
import { type Distribution, distributionOf } from './distributions.ts';
import { SAMPLE } from './metrics.ts';
import type { GanFrame } from './model.ts';
import { type Shape, sizeOf } from './network.ts';
import { LEAK, type LossName } from './settings.ts';
import { shapeOfD, shapeOfG } from './trainer.ts';

/** Both losses of the scores `real` and `fake`, as a reader would write them. */
const LOSS_SOURCES: Readonly<Record<LossName, readonly [d: string, g: string]>> = {
  ns: ['tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)))', 'tf.mean(tf.softplus(tf.neg(fake)))'],
  minimax: [
    'tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)))',
    'tf.neg(tf.mean(tf.softplus(fake)))',
  ],
  ls: [
    'tf.mul(tf.add(tf.mean(tf.square(tf.sub(real, 1))), tf.mean(tf.square(fake))), 0.5)',
    'tf.mul(tf.mean(tf.square(tf.sub(fake, 1))), 0.5)',
  ],
  hinge: ['tf.add(tf.mean(tf.relu(tf.sub(1, real))), tf.mean(tf.relu(tf.add(fake, 1))))', 'tf.neg(tf.mean(fake))'],
  clip: ['tf.sub(tf.mean(fake), tf.mean(real))', 'tf.neg(tf.mean(fake))'],
  gp: ['tf.sub(tf.mean(fake), tf.mean(real))', 'tf.neg(tf.mean(fake))'],
};

const ACTIVATION_SOURCES = {
  leaky: `tf.leakyRelu(a, ${LEAK})`,
  relu: 'tf.relu(a)',
  tanh: 'tf.tanh(a)',
} as const;

/** A float32 in the fewest digits that give it back. */
const short = (value: number): string => String(Number(value.toPrecision(9)));

/** A network's layers as literals: `{ w: tf.tensor2d([…], [in, out]), b: tf.tensor1d([…]) }`. */
function layerSources(shape: Shape, matrix: Float32Array): readonly string[] {
  const [rows, columns] = sizeOf(shape);
  const cell = (row: number, column: number): string => short(matrix[row * columns + column] ?? 0);
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
  const layer = (weights: readonly string[], fanIn: number, biases: readonly string[]): string =>
    `  { w: tf.tensor2d([${weights.join(', ')}], [${fanIn}, ${biases.length}]), b: tf.tensor1d([${biases.join(', ')}]) },`;
  const hidden = range(shape.layers).map((index) => {
    const fanIn = index === 0 ? shape.inputs : shape.width;
    const start = index === 0 ? 0 : shape.inputs + 1 + (index - 1) * columns;
    const weights = range(fanIn).flatMap((i) => range(shape.width).map((j) => cell(start + i, j)));
    return layer(
      weights,
      fanIn,
      range(shape.width).map((j) => cell(start + fanIn, j)),
    );
  });
  const first = rows - shape.outputs;
  const outputs = range(shape.outputs === 3 ? 2 : 1);
  const weights = range(shape.width).flatMap((i) => outputs.map((j) => cell(first + j, i)));
  return [
    ...hidden,
    layer(
      weights,
      shape.width,
      outputs.map((j) => cell(first + j, shape.width)),
    ),
  ];
}

function centreSource({ curve, support }: Distribution): string {
  switch (curve) {
    case 'line':
      return '[2 * u - 1, (2 * u - 1) / 2]';
    case 'ring':
      return '[0.9 * Math.cos(2 * Math.PI * u), 0.9 * Math.sin(2 * Math.PI * u)]';
    case 'none':
      return `[[${support.map((place) => place + 0).join(', ')}]].map((s) => s.slice(2 * Math.floor((u * s.length) / 2), 2 * Math.floor((u * s.length) / 2) + 2))[0]`;
  }
}

/**
 * The first run's networks at the tick on screen as a program that runs on TensorFlow.js alone and prints the readings:
 * trained weights and the seeds of the view's sample stand in it.
 *
 * @param frame a frame at rest; in play there are no weights, and the program is empty
 */
export function writeProgram(frame: GanFrame): string {
  const [run] = frame.runs;
  if (run?.weights == null) return '';
  const { seed, noise, data: name, spots } = frame.state;
  const { training, weights } = run;
  const data = distributionOf(name, spots);
  const key = (stream: string): string => {
    const { hi, lo } = hashLabels('gan', seed, stream);
    return `${hi}, ${lo}`;
  };
  const [lossD, lossG] = LOSS_SOURCES[training.loss];
  const probability = training.loss === 'ns' || training.loss === 'minimax';
  const whose = frame.runs.length > 1 ? 'run A, ' : '';
  return `// ${whose}tick ${frame.tick}: ${run.updatesD} updates of D, ${run.updatesG} of G; seed ${seed}
const G = [
${layerSources(shapeOfG(training, noise), weights.g).join('\n')}
];
const D = [
${layerSources(shapeOfD(training), weights.d).join('\n')}
];
function forward(layers, x, f) {
  layers.forEach(({ w, b }, i) => {
    const a = tf.add(tf.matMul(x, w), b);
    x = i < layers.length - 1 ? f(a) : a;
  });
  return x;
}
const generate = (z) => forward(G, z, (a) => ${ACTIVATION_SOURCES[training.activationG]});
const score = (x) => forward(D, x, (a) => ${ACTIVATION_SOURCES[training.activationD]});

// numbers in [0, 1) from two 32-bit words: Doty-Humphrey's sfc32
function uniform(a, b) {
  let c = 0, counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

// ${SAMPLE} rows of noise, ${SAMPLE} real points
const random = uniform(${key('view-noise')});
const z = tf.tensor2d(Array.from({ length: ${SAMPLE * noise} }, () => 2 * random() - 1), [${SAMPLE}, ${noise}]);
const next = uniform(${key('view-data')});
const x = tf.tensor2d(Array.from({ length: ${SAMPLE} }, () => {
  const u = next();
  const [cx, cy] = ${centreSource(data)};
  const radius = ${data.sigma} * Math.sqrt(-2 * Math.log(next() + 2 ** -32));
  const angle = 2 * Math.PI * next();
  return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
}));

const real = score(x);
const fake = score(generate(z));
const answer = (s) => ${probability ? 'tf.sigmoid(s)' : 's'};
const show = (t) => t.dataSync()[0].toFixed(4);
console.log('D(x) =', show(tf.mean(answer(real))));
console.log('D(G(z)) =', show(tf.mean(answer(fake))));
${training.loss === 'gp' ? '// without the gradient penalty, which training adds\n' : ''}console.log('L_D =', show(${lossD}));
console.log('L_G =', show(${lossG}));
`;
}
