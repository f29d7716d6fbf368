import { convolve, reluGrid } from '#core/math/convolution.ts';
import { KERNEL_A, SEVEN } from '#core/math/small-cnn.ts';
import { printKernel } from './kernels.ts';
import { type ConvolutionState, INITIAL } from './settings.ts';

/** The parts of the widget a page may show. */
export type Panel = 'slide' | 'task' | 'shift' | 'field';

/** How the widget starts in a place. */
export interface Preset {
  readonly panels: readonly Panel[];
  readonly state: ConvolutionState;
}

/** Where the widget stands: alone on its page (`lab`), in a section, or as a lesson of its page. */
export const PRESETS = {
  lab: { panels: ['slide', 'task', 'shift', 'field'], state: INITIAL },
  step: { panels: ['slide'], state: INITIAL },
  // The section's own 7 and its kernel A, the window where the text works the sum out: third row, fourth column.
  seven: {
    panels: ['slide'],
    state: {
      ...INITIAL,
      pixels: SEVEN.flat().join(''),
      kernels: [printKernel({ weights: KERNEL_A.flat(), divisor: 1 })],
      step: 12,
    },
  },
  // The feature map that this leaves after ReLU.
  'seven-pool': {
    panels: ['slide', 'shift'],
    state: { ...INITIAL, n: 4, pixels: reluGrid(convolve(SEVEN, KERNEL_A)).flat().join(''), mode: 'max', step: 2 },
  },
  'stride-padding': {
    panels: ['slide'],
    state: { ...INITIAL, picture: 'photo', n: 8, padding: 1, stride: 2, kernels: ['gaussian'] },
  },
  kernels: {
    panels: ['slide', 'task'],
    state: { ...INITIAL, picture: 'digit', n: 8, padding: 1, kernels: ['identity'], task: 'move', step: 64 },
  },
  channels: {
    panels: ['slide'],
    state: { ...INITIAL, picture: 'photo', n: 6, channels: 3, filters: 2, kernels: ['box', 'sobel-y'], bias: 1 },
  },
  pooling: {
    panels: ['slide', 'shift'],
    state: { ...INITIAL, picture: 'digit', n: 8, mode: 'max' },
  },
  'receptive-field': { panels: ['field'], state: { ...INITIAL, n: 12 } },
} as const satisfies Readonly<Record<string, Preset>>;

/** A name in {@link PRESETS}. */
export type PresetName = keyof typeof PRESETS;

/** The lessons of the widget's page, in order. */
export const LESSONS = ['step', 'stride-padding', 'channels', 'kernels', 'pooling', 'receptive-field'] as const;

/** A name in {@link LESSONS}. */
export type LessonName = (typeof LESSONS)[number];

/** Type guard: whether a text names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(PRESETS, text);
}
