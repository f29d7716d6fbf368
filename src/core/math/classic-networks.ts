/**
 * Five classic image networks as layer tables, and their parameters counted from them.
 *
 * The tables follow the papers, one crop of the original size and 1000 classes (LeNet: 28 × 28 and 10). AlexNet is the
 * two-group network of 2012. GoogLeNet has no auxiliary classifiers and no batch normalisation. ResNets have batch
 * normalisation (a scale and a shift a channel) and no biases in their convolutions.
 */

/** One layer that holds parameters. */
export interface ParameterLayer {
  readonly name: string;
  readonly kind: 'convolution' | 'dense' | 'normalisation';
  /** Side of the kernel; 1 for dense layers and normalisation. */
  readonly kernel: number;
  /** Input channels, or input width of a dense layer. */
  readonly inputs: number;
  readonly outputs: number;
  /** Channel groups that do not see one another. */
  readonly groups: number;
  readonly bias: boolean;
}

/** Weights of one 2-D convolution without biases, k²·C_in·C_out. */
export function convolutionWeights(kernel: number, inputs: number, outputs: number): number {
  return kernel ** 2 * inputs * outputs;
}

/** Parameters of one layer: k²·(C_in/groups)·C_out, plus C_out with biases; 2·C for normalisation. */
export function layerParameters({ kind, kernel, inputs, outputs, groups, bias }: ParameterLayer): number {
  if (kind === 'normalisation') return 2 * outputs;
  return convolutionWeights(kernel, inputs / groups, outputs) + (bias ? outputs : 0);
}

/** Parameters of a network, all kinds of layer or one of them. */
export function networkParameters(layers: readonly ParameterLayer[], kind?: ParameterLayer['kind']): number {
  return layers
    .filter((layer) => kind === undefined || layer.kind === kind)
    .reduce((sum, layer) => sum + layerParameters(layer), 0);
}

/** Layers that belong together, a block or all convolutions or dense layers in a row, with the parameters of each. */
export interface LayerGroup {
  /** Name of the block, or the kind of the layers. */
  readonly name: string;
  /** The same block so many times in a row, the first of them named. */
  readonly times: number;
  readonly parameters: readonly number[];
}

/**
 * Every layer with weights, in order and in groups: the blocks of Inception and ResNet, otherwise layers of one kind. A
 * normalisation counts with the convolution before it; blocks in a row that are alike are one group.
 */
export function layerGroups(layers: readonly ParameterLayer[]): LayerGroup[] {
  const groups: { name: string; times: number; parameters: number[] }[] = [];
  for (const [i, layer] of layers.entries()) {
    if (layer.kind === 'normalisation') continue;
    const next = layers[i + 1];
    const own = layerParameters(layer) + (next?.kind === 'normalisation' ? layerParameters(next) : 0);
    const name = /^(?:\d[a-z]\b|conv\d_\d)/.exec(layer.name)?.[0] ?? layer.kind;
    const last = groups.at(-1);
    if (last?.name === name) last.parameters.push(own);
    else groups.push({ name, times: 1, parameters: [own] });
  }
  const merged: LayerGroup[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const alike = String(last?.parameters) === String(group.parameters);
    if (last !== undefined && alike) merged.splice(-1, 1, { ...last, times: last.times + 1 });
    else merged.push(group);
  }
  return merged;
}

function conv(name: string, kernel: number, inputs: number, outputs: number, groups = 1): ParameterLayer {
  return { name, kind: 'convolution', kernel, inputs, outputs, groups, bias: true };
}

function dense(name: string, inputs: number, outputs: number): ParameterLayer {
  return { name, kind: 'dense', kernel: 1, inputs, outputs, groups: 1, bias: true };
}

/** A convolution without bias and the normalisation behind it. */
function normedConv(name: string, kernel: number, inputs: number, outputs: number): ParameterLayer[] {
  return [
    { ...conv(name, kernel, inputs, outputs), bias: false },
    { name: `${name} norm`, kind: 'normalisation', kernel: 1, inputs: outputs, outputs, groups: 1, bias: false },
  ];
}

/** LeNet-5 as it is taught: every map of the second convolution sees all six before it, pooling learns nothing. */
export const LENET5: readonly ParameterLayer[] = [
  conv('C1', 5, 1, 6),
  conv('C3', 5, 6, 16),
  dense('C5', 5 * 5 * 16, 120),
  dense('F6', 120, 84),
  dense('output', 84, 10),
];

/** AlexNet, 2012: the second, fourth and fifth convolution are split between two GPUs. */
export const ALEXNET: readonly ParameterLayer[] = [
  conv('conv1', 11, 3, 96),
  conv('conv2', 5, 96, 256, 2),
  conv('conv3', 3, 256, 384),
  conv('conv4', 3, 384, 384, 2),
  conv('conv5', 3, 384, 256, 2),
  dense('fc6', 6 * 6 * 256, 4096),
  dense('fc7', 4096, 4096),
  dense('fc8', 4096, 1000),
];

const VGG16_WIDTHS = [64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512];

/** VGG-16, configuration D: thirteen 3 × 3 convolutions and three dense layers. */
export const VGG16: readonly ParameterLayer[] = [
  ...VGG16_WIDTHS.map((width, i) => conv(`conv${i + 1}`, 3, VGG16_WIDTHS[i - 1] ?? 3, width)),
  dense('fc14', 7 * 7 * 512, 4096),
  dense('fc15', 4096, 4096),
  dense('fc16', 4096, 1000),
];

/** Widths of an Inception block: its input, the 1 × 1 path, reduce and width of the 3 × 3 and 5 × 5 paths, the pool path. */
export interface InceptionWidths {
  readonly name: string;
  readonly inputs: number;
  readonly one: number;
  readonly three: readonly [number, number];
  readonly five: readonly [number, number];
  readonly pool: number;
}

/** The nine Inception blocks of GoogLeNet, after table 1 of the paper. */
export const INCEPTION_BLOCKS: readonly InceptionWidths[] = [
  { name: '3a', inputs: 192, one: 64, three: [96, 128], five: [16, 32], pool: 32 },
  { name: '3b', inputs: 256, one: 128, three: [128, 192], five: [32, 96], pool: 64 },
  { name: '4a', inputs: 480, one: 192, three: [96, 208], five: [16, 48], pool: 64 },
  { name: '4b', inputs: 512, one: 160, three: [112, 224], five: [24, 64], pool: 64 },
  { name: '4c', inputs: 512, one: 128, three: [128, 256], five: [24, 64], pool: 64 },
  { name: '4d', inputs: 512, one: 112, three: [144, 288], five: [32, 64], pool: 64 },
  { name: '4e', inputs: 528, one: 256, three: [160, 320], five: [32, 128], pool: 128 },
  { name: '5a', inputs: 832, one: 256, three: [160, 320], five: [32, 128], pool: 128 },
  { name: '5b', inputs: 832, one: 384, three: [192, 384], five: [48, 128], pool: 128 },
];

/** Output channels of an Inception block: its four paths side by side. */
export function inceptionOutputs({ one, three, five, pool }: InceptionWidths): number {
  return one + three[1] + five[1] + pool;
}

/** The six convolutions of an Inception block. */
export function inceptionLayers({ name, inputs, one, three, five, pool }: InceptionWidths): ParameterLayer[] {
  return [
    conv(`${name} 1×1`, 1, inputs, one),
    conv(`${name} 3×3 reduce`, 1, inputs, three[0]),
    conv(`${name} 3×3`, 3, three[0], three[1]),
    conv(`${name} 5×5 reduce`, 1, inputs, five[0]),
    conv(`${name} 5×5`, 5, five[0], five[1]),
    conv(`${name} pool`, 1, inputs, pool),
  ];
}

/** GoogLeNet: three convolutions, nine Inception blocks, one dense layer behind global average pooling. */
export const GOOGLENET: readonly ParameterLayer[] = [
  conv('conv1', 7, 3, 64),
  conv('conv2 reduce', 1, 64, 64),
  conv('conv2', 3, 64, 192),
  ...INCEPTION_BLOCKS.flatMap(inceptionLayers),
  dense('fc', 1024, 1000),
];

/** Stages of a ResNet: [blocks, channels]; widths double from stage to stage. */
const RESNET18_STAGES: readonly (readonly [number, number])[] = [
  [2, 64],
  [2, 128],
  [2, 256],
  [2, 512],
];
const RESNET50_STAGES: readonly (readonly [number, number])[] = [
  [3, 64],
  [4, 128],
  [6, 256],
  [3, 512],
];

/** ResNet-18: basic blocks of two 3 × 3 convolutions; a 1 × 1 convolution on the shortcut where the width changes. */
export const RESNET18: readonly ParameterLayer[] = [
  ...normedConv('conv1', 7, 3, 64),
  ...RESNET18_STAGES.flatMap(([blocks, width], stage) =>
    Array.from({ length: blocks }, (_, i) => {
      const inputs = i === 0 && stage > 0 ? width / 2 : width;
      const name = `conv${stage + 2}_${i + 1}`;
      return [
        ...normedConv(`${name}a`, 3, inputs, width),
        ...normedConv(`${name}b`, 3, width, width),
        ...(inputs === width ? [] : normedConv(`${name} shortcut`, 1, inputs, width)),
      ];
    }).flat(),
  ),
  dense('fc', 512, 1000),
];

/** ResNet-50: bottleneck blocks 1 × 1, 3 × 3, 1 × 1 with four times the width at both ends. */
export const RESNET50: readonly ParameterLayer[] = [
  ...normedConv('conv1', 7, 3, 64),
  ...RESNET50_STAGES.flatMap(([blocks, width], stage) =>
    Array.from({ length: blocks }, (_, i) => {
      const before = stage === 0 ? 64 : width * 2;
      const inputs = i === 0 ? before : width * 4;
      const name = `conv${stage + 2}_${i + 1}`;
      return [
        ...normedConv(`${name}a`, 1, inputs, width),
        ...normedConv(`${name}b`, 3, width, width),
        ...normedConv(`${name}c`, 1, width, width * 4),
        ...(i === 0 ? normedConv(`${name} shortcut`, 1, inputs, width * 4) : []),
      ];
    }).flat(),
  ),
  dense('fc', 2048, 1000),
];
