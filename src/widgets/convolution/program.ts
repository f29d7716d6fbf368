import { depthOf, slideOf } from './cells.ts';
import { type ConvolutionState, kernelsOf, pixelsOf } from './settings.ts';

/** The window as one line of TensorFlow.js. */
function layerOf(state: ConvolutionState): string {
  const { k, padding, stride } = slideOf(state);
  switch (state.mode) {
    case 'conv':
      return `const sums = tf.conv2d(input, wide, ${stride}, ${padding}, 'NHWC', 1, 'floor');
const output = tf.add(tf.div(sums, divisors), ${state.bias});`;
    case 'max':
      return `const output = tf.maxPool(input, ${k}, ${stride}, ${padding}, 'floor');`;
    case 'average':
      return `const output = tf.avgPool(input, ${k}, ${stride}, ${padding}, 'floor');`;
    case 'global':
      return 'const output = tf.mean(input, [1, 2], true);';
  }
}

function filterOf(state: ConvolutionState): string {
  const { k, channels, dilation, flip } = state;
  const kernels = kernelsOf(state);
  return `// weights: ${kernels.length} output channels of ${channels} × ${k} × ${k}; conv2d does not turn them round
const weights = tf.tensor([${kernels.flatMap(({ weights }) => weights).join(', ')}], [${kernels.length}, ${channels}, ${k}, ${k}]);
const divisors = tf.tensor([${kernels.map(({ divisor }) => divisor).join(', ')}]);
const filter = tf.transpose(weights, [2, 3, 1, 0])${flip === 'on' ? '.reverse([0, 1])' : ''};
// dilation ${dilation}: zeros between the weights
const side = ${dilation * (k - 1) + 1};
const wide = tf.buffer([side, side, ${channels}, ${kernels.length}]);
const read = filter.bufferSync();
for (let row = 0; row < ${k}; row++)
  for (let column = 0; column < ${k}; column++)
    for (let from = 0; from < ${channels}; from++)
      for (let to = 0; to < ${kernels.length}; to++)
        wide.set(read.get(row, column, from, to), row * ${dilation}, column * ${dilation}, from, to);
`;
}

/**
 * The state as a program that runs on TensorFlow.js alone and prints what is on screen: the size of the output, then its
 * values, channel by channel, row by row. The reader's own picture stands in it too: the program stays on the device.
 */
export function writeProgram(state: ConvolutionState): string {
  const { n, channels, mode } = state;
  const filter = mode === 'conv' ? filterOf(state) : '';
  const layer = layerOf(state).replace('input, wide,', 'input, wide.toTensor(),');
  return `// picture: ${channels} × ${n} × ${n}, 0 dark, 9 bright
const pixels = tf.tensor([${pixelsOf(state).join(', ')}], [${channels}, ${n}, ${n}]);
const input = tf.expandDims(tf.transpose(pixels, [1, 2, 0]), 0);
${filter}${layer}
const [, height, width] = output.shape;
console.log(\`\${height} x \${width} x ${depthOf(state)}\`);
const rows = tf.transpose(tf.squeeze(output, [0]), [2, 0, 1]).arraySync();
for (const channel of rows)
  for (const row of channel) console.log(row.map((v) => Number(v.toFixed(1)) + 0).join(' '));
`;
}
