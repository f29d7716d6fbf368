import { choiceField, decimalField, type Field, quantize } from '#core/state/fields.ts';
import { decodeState, encodeState, type Fields, type HashProblem } from '#core/state/url-codec.ts';
import { stepsOf } from './cells.ts';
import { fitKernel, HAND_MADE, isKernelName, KERNEL_NAMES, type Kernel, printKernel, readKernel } from './kernels.ts';
import { fitPixels, PICTURES, type PictureName, printPixels, readPixels } from './pictures.ts';
import {
  type ConvolutionState,
  INITIAL,
  MODES,
  type Mode,
  type NumericName,
  pixelsOf,
  RANGES,
  SWITCH,
  TASK_CHOICES,
} from './settings.ts';

const numeric = (name: NumericName) => decimalField(RANGES[name].min, RANGES[name].max, 0);

const pixelField: Field<string> = {
  parse: (text) => (/^\d{9,432}$/.test(text) ? text : null),
  print: (text) => text,
  valid: '0 … 9, n·n·c ×',
};
const kernelsField: Field<readonly string[]> = {
  parse(text) {
    const items = text.split(',');
    return items.length <= RANGES.filters.max && items.every((item) => isKernelName(item) || HAND_MADE.test(item))
      ? items
      : null;
  },
  print: (items) => items.join(','),
  valid: `${KERNEL_NAMES.join(', ')}, a0b~1`,
};

const VERSION = 1;

const FIELDS: Fields<ConvolutionState> = {
  mode: { key: 'mode', field: choiceField(MODES) },
  picture: { key: 'img', field: choiceField(PICTURES.filter((name) => name !== 'own')) },
  n: { key: 'n', field: numeric('n') },
  channels: { key: 'c', field: numeric('channels') },
  filters: { key: 'f', field: numeric('filters') },
  pixels: { key: 'px', field: pixelField },
  kernels: { key: 'w', field: kernelsField },
  k: { key: 'k', field: numeric('k') },
  stride: { key: 's', field: numeric('stride') },
  padding: { key: 'p', field: numeric('padding') },
  dilation: { key: 'd', field: numeric('dilation') },
  bias: { key: 'b', field: numeric('bias') },
  flip: { key: 'flip', field: choiceField(SWITCH) },
  window: { key: 'pk', field: numeric('window') },
  poolStride: { key: 'ps', field: numeric('poolStride') },
  poolPadding: { key: 'pp', field: numeric('poolPadding') },
  step: { key: 'at', field: numeric('step') },
  k2: { key: 'k2', field: numeric('k2') },
  s2: { key: 's2', field: numeric('s2') },
  d2: { key: 'd2', field: numeric('d2') },
  k3: { key: 'k3', field: numeric('k3') },
  s3: { key: 's3', field: numeric('s3') },
  d3: { key: 'd3', field: numeric('d3') },
  task: { key: 'task', field: choiceField(TASK_CHOICES) },
};

/** The state as the text after `#`. The reader's own file is left out: the picture falls back to the first. */
export function encodeHash(state: ConvolutionState): string {
  const told = state.picture === 'own' ? { ...state, picture: INITIAL.picture, pixels: '' } : state;
  return encodeState(VERSION, FIELDS, INITIAL, told);
}

/** The state of a hash; what is wrong, or does not fit the rest, keeps its initial value and is reported. */
export function decodeHash(hash: string): {
  readonly state: ConvolutionState;
  readonly problems: readonly HashProblem[];
} {
  const { state: read, problems: found } = decodeState(VERSION, FIELDS, INITIAL, hash);
  const problems = [...found];
  const refuse = (key: string, value: string, valid: string): void => {
    problems.push({ code: 'lab-hash-value', key, value, valid });
  };
  let state = read;
  const pixels = state.channels * state.n * state.n;
  if (state.pixels !== '' && state.pixels.length !== pixels) {
    refuse('px', state.pixels, `${pixels} × 0 … 9`);
    state = { ...state, pixels: '' };
  }
  const weights = state.k * state.k * state.channels;
  const fits = (text: string): boolean => isKernelName(text) || text.indexOf('~') === weights;
  if (state.kernels.length !== state.filters || !state.kernels.every(fits)) {
    if (hash.includes('w=')) refuse('w', state.kernels.join(','), `${state.filters} × (${KERNEL_NAMES.join(', ')})`);
    const kept = state.kernels.filter(fits);
    state = { ...state, kernels: fillKernels(kept, state.filters) };
  }
  const last = stepsOf(state);
  if (state.step > last) {
    refuse('at', String(state.step), `1 … ${last}`);
    state = { ...state, step: last };
  }
  return { state, problems };
}

/** As many kernels as there are filters; further ones take the named kernels in turn. */
function fillKernels(kernels: readonly string[], filters: number): readonly string[] {
  const more = ['sobel-x', 'sobel-y', 'gaussian', 'laplacian'] as const;
  const unused = more.filter((name) => !kernels.includes(name));
  return [...kernels, ...unused].slice(0, filters);
}

/** What a reader can do. */
export type ConvolutionAction =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'end'; readonly which: 'first' | 'last' }
  | { readonly kind: 'set'; readonly name: NumericName; readonly value: number }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'flip' }
  | { readonly kind: 'picture'; readonly name: PictureName }
  | { readonly kind: 'pixel'; readonly at: number; readonly value: number }
  | { readonly kind: 'own'; readonly pixels: readonly number[] }
  | { readonly kind: 'kernel'; readonly filter: number; readonly name: string }
  | { readonly kind: 'weight'; readonly filter: number; readonly at: number; readonly value: number }
  | { readonly kind: 'divisor'; readonly filter: number; readonly value: number }
  | { readonly kind: 'load'; readonly state: ConvolutionState };

/** The next state. A step beyond either end changes nothing, so that as many steps back undo steps forward. */
export function reduce(state: ConvolutionState, action: ConvolutionAction): ConvolutionState {
  switch (action.kind) {
    case 'step': {
      const step = state.step + action.by;
      return step < 1 || step > stepsOf(state) ? state : { ...state, step };
    }
    case 'end':
      return { ...state, step: action.which === 'first' ? 1 : stepsOf(state) };
    case 'set':
      return Number.isNaN(action.value) ? state : set(state, action.name, action.value);
    case 'mode':
      return clampStep({ ...state, mode: action.mode, task: 'none', step: 1 });
    case 'flip':
      return { ...state, flip: state.flip === 'on' ? 'off' : 'on' };
    case 'picture':
      return { ...state, picture: action.name, pixels: '' };
    case 'pixel': {
      const pixels = pixelsOf(state).map((value, at) => (at === action.at ? action.value : value));
      return { ...state, pixels: printPixels(pixels.map((value) => quantize(value, 0, 9, 0))) };
    }
    case 'own':
      return { ...state, picture: 'own', pixels: printPixels(action.pixels) };
    case 'kernel':
      return { ...state, kernels: state.kernels.map((text, i) => (i === action.filter ? action.name : text)) };
    case 'weight':
      return editKernel(state, action.filter, ({ weights, divisor }) => ({
        weights: weights.map((weight, at) => (at === action.at ? quantize(action.value, -9, 9, 0) : weight)),
        divisor,
      }));
    case 'divisor':
      return Number.isNaN(action.value)
        ? state
        : editKernel(state, action.filter, ({ weights }) => ({ weights, divisor: quantize(action.value, 1, 99, 0) }));
    case 'load':
      return action.state;
  }
}

function editKernel(state: ConvolutionState, filter: number, edit: (kernel: Kernel) => Kernel): ConvolutionState {
  const kernels = state.kernels.map((text, i) =>
    i === filter ? printKernel(edit(readKernel(text, state.k, state.channels))) : text,
  );
  return { ...state, kernels };
}

function clampStep(state: ConvolutionState): ConvolutionState {
  return { ...state, step: Math.min(state.step, stepsOf(state)) };
}

/** One number changed, and with it what depends on its size. */
function set(state: ConvolutionState, name: NumericName, value: number): ConvolutionState {
  const { min, max } = RANGES[name];
  const next = { ...state, [name]: quantize(value, min, max, 0) };
  const { n, k, channels, filters } = next;
  const pixels = state.pixels === '' ? '' : printPixels(fitPixels(readPixels(state.pixels), state, { n, channels }));
  const kernels = fillKernels(
    state.kernels.map((text) => fitKernel(text, state, { k, channels })),
    filters,
  );
  // Another shape has other cells: begin at the first, unless only the step itself moved.
  const moved = name === 'step' || stepsOf(state) === stepsOf({ ...next, pixels, kernels });
  return clampStep({ ...next, pixels, kernels, step: moved ? next.step : 1 });
}
