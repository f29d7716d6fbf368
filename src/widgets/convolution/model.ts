import type { Model, Ops, Tensor, Tensor4D } from '#tensor/model.ts';
import type { Kernel } from './kernels.ts';
import { drawPicture } from './pictures.ts';
import { type ImpossibleSetting, outputSize, type Slide, spanOf } from './plan.ts';
import { type ConvolutionState, cellOf, impossible, kernelsOf, type OutputCell, pixelsOf, slideOf } from './state.ts';
import { PROBES, TASKS } from './tasks.ts';

/** One product of the sum on screen. */
export interface Term {
  readonly channel: number;
  /** Place in the picture, padding included as negative numbers or numbers from n. */
  readonly row: number;
  readonly column: number;
  readonly padded: boolean;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** The cell being computed, written out. */
export interface CellReading {
  readonly cell: OutputCell;
  /** Input channels one after the other, each row by row. */
  readonly terms: readonly Term[];
  /** Sum of the products of each input channel. */
  readonly channelSums: readonly number[];
  readonly sum: number;
  readonly divisor: number;
  readonly value: number;
  /** For pooling: cells of the window inside the picture, and which term is the largest. */
  readonly counted: number;
  readonly largest: number;
}

/** How the output answers when the picture moves one cell to the right. */
export interface ShiftReading {
  /** The output of the moved picture. */
  readonly output: readonly number[];
  /** Cells with the same value as before, cells that have their left neighbour's, and how many are compared. */
  readonly stayed: number;
  readonly followed: number;
  readonly cells: number;
  /** Cells that have a left neighbour. */
  readonly neighbours: number;
}

/** A layer of the receptive field. */
export interface LayerReading {
  readonly k: number;
  readonly stride: number;
  readonly dilation: number;
  /** Side of the layer's output for this picture, without padding; 0 where it does not fit. */
  readonly size: number;
  /** Input cells from one unit to the next, and input cells a unit sees in a row. */
  readonly jump: number;
  readonly field: number;
}

/** How near a designed kernel is to what was asked. */
export interface TaskReading {
  readonly target: readonly number[];
  readonly matches: number;
  readonly cells: number;
  /** Whether it also gives what was asked on the other pictures. */
  readonly general: boolean;
}

/** Everything the view draws, for one state. */
export interface ConvolutionFrame {
  readonly state: ConvolutionState;
  readonly failure: ImpossibleSetting | null;
  /** Pixels, channel by channel, row by row. */
  readonly input: readonly number[];
  /** The kernels as they slide: turned when the state says so. */
  readonly kernels: readonly Kernel[];
  /** Side of the output, 0 when there is none, and its values, channel by channel. */
  readonly side: number;
  readonly output: readonly number[];
  readonly reading: CellReading | null;
  /** For max pooling: the place in the picture of each output cell's largest value. */
  readonly trail: readonly { readonly row: number; readonly column: number }[];
  readonly shift: ShiftReading | null;
  /** Largest difference, over the output, that turning the kernel makes. */
  readonly flipDifference: number;
  readonly parameters: number;
  readonly layers: readonly LayerReading[];
  readonly task: TaskReading | null;
}

// Plus 0, so that no −0 comes of a weight below 0 on a dark pixel.
const list = (tensor: Tensor): number[] => Array.from(tensor.dataSync(), (value) => value + 0);
const number = (tensor: Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
const count = (tf: Ops, yes: Tensor): number => number(tf.sum(tf.cast(yes, 'float32')));

/** Channel by channel → [1, n, n, c], as TensorFlow.js wants it. */
function toPicture(tf: Ops, pixels: readonly number[], channels: number, n: number): Tensor4D {
  return tf.reshape(tf.transpose(tf.tensor([...pixels], [channels, n, n]), [1, 2, 0]), [1, n, n, channels]);
}

/** [1, h, w, c] → channel by channel. */
function toChannels(tf: Ops, picture: Tensor): Tensor {
  const [, height = 0, width = 0, channels = 0] = picture.shape;
  return tf.transpose(tf.reshape(picture, [height, width, channels]), [2, 0, 1]);
}

/** Weights [k, k, c_in, c_out]; turned by half a circle for a true convolution. */
function toFilter(tf: Ops, kernels: readonly Kernel[], channels: number, k: number, flip: boolean): Tensor4D {
  const weights = kernels.flatMap((kernel) => kernel.weights);
  const filter: Tensor4D = tf.transpose(tf.tensor(weights, [kernels.length, channels, k, k]), [2, 3, 1, 0]);
  return flip ? tf.reverse(filter, [0, 1]) : filter;
}

/**
 * Zeros between the weights: a kernel of side d(k − 1) + 1. `conv2d` itself refuses dilation together with a stride
 * above 1; so the zeros are put in for every dilation, and one road serves all.
 */
function dilate(tf: Ops, filter: Tensor4D, dilation: number): Tensor4D {
  const [k = 1, , channels = 1, filters = 1] = filter.shape;
  if (dilation === 1 || k === 1) return filter;
  const gap = dilation - 1;
  const spread = tf.pad(tf.reshape(filter, [k, 1, k, 1, channels, filters]), [
    [0, 0],
    [0, gap],
    [0, 0],
    [0, gap],
    [0, 0],
    [0, 0],
  ]);
  const side = spanOf(k, dilation);
  const padded: Tensor4D = tf.reshape(spread, [k * dilation, k * dilation, channels, filters]);
  return tf.slice(padded, [0, 0, 0, 0], [side, side, channels, filters]);
}

/** What slides in a state, ready to be applied to any picture [1, n, n, c]: output channel by channel. */
function makeLayer(tf: Ops, state: ConvolutionState, flip: boolean): (picture: Tensor4D) => Tensor {
  const { k, padding, stride, dilation } = slideOf(state);
  const pooled = (picture: Tensor4D): Tensor => {
    switch (state.mode) {
      case 'max':
        return tf.maxPool(picture, k, stride, padding, 'floor');
      case 'average':
        return tf.avgPool(picture, k, stride, padding, 'floor');
      default:
        return tf.mean(picture, [1, 2], true);
    }
  };
  if (state.mode !== 'conv') return (picture) => toChannels(tf, pooled(picture));
  const kernels = kernelsOf(state);
  const filter = dilate(tf, toFilter(tf, kernels, state.channels, k, flip), dilation);
  const divisors = tf.tensor(
    kernels.map(({ divisor }) => divisor),
    [kernels.length, 1, 1],
  );
  return (picture) => {
    const sums = tf.conv2d(picture, filter, stride, padding, 'NHWC', 1, 'floor');
    return tf.add(tf.div(toChannels(tf, sums), divisors), state.bias);
  };
}

/** The window of the present cell with its products. */
function readCell(tf: Ops, state: ConvolutionState, picture: Tensor4D, kernels: readonly Kernel[]): CellReading {
  const { n, k, padding, stride, dilation } = slideOf(state);
  const cell = cellOf(state);
  const top = cell.row * stride;
  const left = cell.column * stride;
  const span = spanOf(k, dilation);
  const border: [number, number] = [padding, padding];
  const room = tf.pad(toChannels(tf, picture), [[0, 0], border, border]);
  // Every d-th row and column of the window, as numbers to gather.
  const places = tf.cast(tf.mul(tf.range(0, k), dilation), 'int32');
  const channels = state.mode === 'conv' ? state.channels : 1;
  const window = tf.gather(
    tf.gather(tf.slice(room, [state.mode === 'conv' ? 0 : cell.channel, top, left], [channels, span, span]), places, 1),
    places,
    2,
  );
  const values = list(window);
  const inside = (place: number): boolean => place >= 0 && place < n;
  const spots = values.map((_, i) => {
    const row = top + (Math.floor(i / k) % k) * dilation - padding;
    const column = left + (i % k) * dilation - padding;
    return { channel: Math.floor(i / (k * k)), row, column, padded: !inside(row) || !inside(column) };
  });
  const kernel = kernels[cell.channel];
  const counted = spots.filter(({ padded }) => !padded).length;
  // A pooling has no weights: the mean is a sum of ones, divided once.
  const weights = state.mode === 'conv' ? (kernel?.weights ?? []) : spots.map(({ padded }) => (padded ? 0 : 1));
  const products = tf.mul(window, tf.tensor([...weights], window.shape));
  const channelSums = tf.sum(products, [1, 2]);
  const sum = number(tf.sum(channelSums));
  const divisor = state.mode === 'conv' ? (kernel?.divisor ?? 1) : counted;
  const listed = list(products);
  const largest = tf.where(
    tf.tensor(
      spots.map(({ padded }) => (padded ? 0 : 1)),
      window.shape,
      'bool',
    ),
    window,
    tf.fill(window.shape, -1),
  );
  return {
    cell,
    terms: spots.map((spot, i) => ({
      ...spot,
      channel: state.mode === 'conv' ? spot.channel : cell.channel,
      value: values[i] ?? 0,
      weight: weights[i] ?? 0,
      product: (listed[i] ?? 0) + 0,
    })),
    channelSums: list(channelSums),
    sum,
    divisor,
    value:
      state.mode === 'max'
        ? number(tf.max(largest))
        : number(tf.add(tf.div(tf.scalar(sum), divisor), state.mode === 'conv' ? state.bias : 0)),
    counted,
    largest: number(tf.argMax(tf.reshape(largest, [-1]))),
  };
}

/** Where the largest value of each window stands; the first, when several are equal. */
function readTrail(tf: Ops, state: ConvolutionState, picture: Tensor4D, side: number): ConvolutionFrame['trail'] {
  if (state.mode !== 'max') return [];
  const { n, k, padding, stride } = slideOf(state);
  const border: [number, number] = [padding, padding];
  // What lies outside must never win.
  const room = tf.pad(toChannels(tf, picture), [[0, 0], border, border], -1);
  const wide = n + 2 * padding;
  const places = Array.from({ length: side * side * k * k }, (_, i) => {
    const output = Math.floor(i / (k * k));
    const row = Math.floor(output / side) * stride + (Math.floor(i / k) % k);
    return row * wide + (output % side) * stride + (i % k);
  });
  const windows = tf.gather(tf.reshape(room, [state.channels, wide * wide]), tf.tensor1d(places, 'int32'), 1);
  const winners = list(tf.argMax(tf.reshape(windows, [state.channels * side * side, k * k]), 1));
  return winners.map((winner, i) => ({
    row: (Math.floor(i / side) % side) * stride + Math.floor(winner / k) - padding,
    column: (i % side) * stride + (winner % k) - padding,
  }));
}

/** The picture moved one cell to the right; what comes in at the left is dark. */
function moveRight(tf: Ops, picture: Tensor4D): Tensor4D {
  const [, n = 0, , channels = 0] = picture.shape;
  const moved: Tensor4D = tf.pad(picture, [
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
  return tf.slice(moved, [0, 0, 0, 0], [1, n, n, channels]);
}

function readShift(tf: Ops, layer: (picture: Tensor4D) => Tensor, picture: Tensor4D, before: Tensor): ShiftReading {
  const after = layer(moveRight(tf, picture));
  const [depth = 0, side = 0] = before.shape;
  const near = (a: Tensor, b: Tensor): Tensor => tf.less(tf.abs(tf.sub(a, b)), 1e-5);
  const neighbours = depth * side * (side - 1);
  return {
    output: list(after),
    stayed: count(tf, near(after, before)),
    followed:
      neighbours === 0
        ? 0
        : count(
            tf,
            near(
              tf.slice(after, [0, 0, 1], [depth, side, side - 1]),
              tf.slice(before, [0, 0, 0], [depth, side, side - 1]),
            ),
          ),
    cells: depth * side * side,
    neighbours,
  };
}

/** Three layers on top of each other: field ← field + d(k − 1)·jump, jump ← jump·s. */
function readLayers(tf: Ops, state: ConvolutionState): readonly LayerReading[] {
  const { k, stride, dilation } = state;
  const layers = [
    { k, stride, dilation },
    { k: state.k2, stride: state.s2, dilation: state.d2 },
    { k: state.k3, stride: state.s3, dilation: state.d3 },
  ];
  const column = (values: readonly number[]): Tensor => tf.tensor1d([...values]);
  const jumps = list(
    tf.stack(layers.map((_, i) => tf.prod(column(layers.slice(0, i + 1).map((layer) => layer.stride))))),
  );
  const before = column([1, ...jumps.slice(0, -1)]);
  const grown = list(tf.mul(column(layers.map((layer) => layer.dilation * (layer.k - 1))), before));
  const fields = list(tf.stack(layers.map((_, i) => tf.add(tf.sum(column(grown.slice(0, i + 1))), 1))));
  let size = state.n;
  return layers.map((layer, i) => {
    const slide: Slide = { n: size, padding: i === 0 ? state.padding : 0, ...layer };
    size = size === 0 ? 0 : Math.max(0, outputSize(slide));
    return { ...layer, size, jump: jumps[i] ?? 0, field: fields[i] ?? 0 };
  });
}

/** The designed kernel against the hidden one, on the picture on screen and on others. */
function readTask(tf: Ops, state: ConvolutionState, picture: Tensor4D): TaskReading | null {
  if (state.task === 'none' || state.mode !== 'conv') return null;
  const { kernel, bias } = TASKS[state.task];
  const { n } = state;
  const asked = (input: Tensor4D): Tensor => {
    const filter = toFilter(tf, [kernel], 1, 3, false);
    const sums = tf.conv2d(input, filter, 1, 1, 'NHWC', 1, 'floor');
    return tf.add(tf.div(toChannels(tf, sums), kernel.divisor), bias);
  };
  const layer = makeLayer(tf, state, state.flip === 'on');
  const comparable = outputSize(slideOf(state)) === n && state.channels === 1 && state.filters === 1;
  const misses = (input: Tensor4D): number => {
    const same = tf.less(tf.abs(tf.sub(layer(input), asked(input))), 1e-4);
    return n * n - count(tf, same);
  };
  const target = list(asked(tf.slice(picture, [0, 0, 0, 0], [1, n, n, 1])));
  if (!comparable) return { target, matches: 0, cells: n * n, general: false };
  return {
    target,
    matches: n * n - misses(picture),
    cells: n * n,
    general: PROBES.every((name) => misses(toPicture(tf, drawPicture(name, n, 1), 1, n)) === 0),
  };
}

type Sliding = Omit<ConvolutionFrame, 'shift' | 'flipDifference' | 'task'>;
type Compared = Pick<ConvolutionFrame, 'shift' | 'flipDifference' | 'task'>;

const pictureOf = (tf: Ops, state: ConvolutionState): Tensor4D =>
  toPicture(tf, pixelsOf(state), state.channels, state.n);

/** The window, its sum, the output: what the present settings give. */
function readSliding(tf: Ops, state: ConvolutionState): Sliding {
  const { channels, k, filters } = state;
  const failure = impossible(state);
  const picture = pictureOf(tf, state);
  const chosen = kernelsOf(state);
  const slid = list(tf.transpose(toFilter(tf, chosen, channels, k, state.flip === 'on'), [3, 2, 0, 1]));
  const kernels = chosen.map(({ divisor }, i) => ({
    weights: slid.slice(i * channels * k * k, (i + 1) * channels * k * k),
    divisor,
  }));
  const common = {
    state,
    failure,
    input: list(toChannels(tf, picture)),
    kernels,
    parameters: state.mode === 'conv' ? number(tf.mul(tf.add(tf.prod(tf.tensor1d([k, k, channels])), 1), filters)) : 0,
    layers: readLayers(tf, state),
  };
  if (failure !== null) return { ...common, side: 0, output: [], reading: null, trail: [] };
  const side = outputSize(slideOf(state));
  return {
    ...common,
    side,
    output: list(makeLayer(tf, state, state.flip === 'on')(picture)),
    reading: readCell(tf, state, picture, kernels),
    trail: readTrail(tf, state, picture, side),
  };
}

/** The same with something changed: the picture moved, the kernel turned, the kernel another's. */
function readCompared(tf: Ops, state: ConvolutionState): Compared {
  if (impossible(state) !== null) return { shift: null, flipDifference: 0, task: null };
  const flip = state.flip === 'on';
  const picture = pictureOf(tf, state);
  const layer = makeLayer(tf, state, flip);
  const output = layer(picture);
  const turned = (): Tensor => tf.sub(makeLayer(tf, state, !flip)(picture), output);
  return {
    shift: readShift(tf, layer, picture, output),
    flipDifference: state.mode === 'conv' ? number(tf.max(tf.abs(turned()))) : 0,
    task: readTask(tf, state, picture),
  };
}

/**
 * Slides the window of a state over its picture. Stateless: the same state gives the same frame, bit for bit.
 *
 * cpu, since everything is small: the largest frame (12 × 12, three channels in, four out, kernel 5) takes 11 ms in two
 * slices (Node 24, warm), a usual one 2 ms; wasm would cost a reader 14 KB more script and 137 KB of WebAssembly.
 */
export const model: Model<ConvolutionState, ConvolutionFrame> = {
  backend: 'cpu',
  open(tf) {
    return {
      *answer(state) {
        const sliding = inTidy(tf, () => readSliding(tf, state));
        yield undefined;
        return { ...sliding, ...inTidy(tf, () => readCompared(tf, state)) };
      },
      dispose() {
        // Nothing is kept between questions.
      },
    };
  },
};

/** `tf.tidy` for work that ends in plain numbers. */
function inTidy<Reading extends object>(tf: Ops, work: () => Reading): Reading {
  let reading: Reading | null = null;
  tf.tidy(() => {
    reading = work();
  });
  if (reading === null) throw new Error('tf.tidy did not run its function.');
  return reading;
}
