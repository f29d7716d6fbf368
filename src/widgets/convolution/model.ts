import { outputSize } from '#core/math/sliding-window.ts';
import type { Model, Ops, Tensor, Tensor4D } from '#tensor/model.ts';
import { impossible, slideOf } from './cells.ts';
import type { ConvolutionFrame } from './frame.ts';
import { makeLayer, toFilter } from './layer.ts';
import { readCell } from './read-cell.ts';
import { readLayers } from './read-layers.ts';
import { readShift } from './read-shift.ts';
import { readTask } from './read-task.ts';
import { readTrail } from './read-trail.ts';
import { type ConvolutionState, kernelsOf, pixelsOf } from './settings.ts';
import { list, number, toChannels, toPicture } from './tensors.ts';

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
 * cpu, by measure (`npm run bench -- convolution`, median, Node 24, two cores): the frame the widget opens with takes
 * 0.43 ms on cpu and 0.46 ms on wasm; the largest there is (12 × 12, three channels in, four out, kernel 5, padding 4)
 * 2.1 ms and 0.7 ms. The results are the same bits. Both are far below a slice, and wasm would cost a reader 14 KB more
 * script and 137 KB of WebAssembly before the first frame.
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
