import { type Kernel, readKernel } from './kernels.ts';
import { drawPicture, type PictureName, readPixels } from './pictures.ts';
import { TASK_NAMES, type TaskName } from './tasks.ts';

/** What slides over the picture. */
export const MODES = ['conv', 'max', 'average', 'global'] as const;
/** A convolution, or a pooling: the largest or the mean of a window, or the mean of the whole picture. */
export type Mode = (typeof MODES)[number];

/** What is either off or on, as it stands in the URL. */
export const SWITCH = ['off', 'on'] as const;
/** Kernels to be designed, or no task at all. */
export const TASK_CHOICES = ['none', ...TASK_NAMES] as const;

/** Everything that decides what is on screen. Numbers are whole. */
export interface ConvolutionState {
  readonly mode: Mode;
  readonly picture: PictureName;
  /** Side of the square picture, 3 … 12. */
  readonly n: number;
  /** Input channels 1 … 3, output channels 1 … 4. */
  readonly channels: number;
  readonly filters: number;
  /** The picture as edited, a digit a pixel; empty while it is as named. */
  readonly pixels: string;
  /** One text an output channel: a name of `kernels.ts`, or a kernel made by hand. */
  readonly kernels: readonly string[];
  /** Side of the kernel 1 … 5, stride 1 … 3, padding a side 0 … 4, dilation 1 … 3, bias −9 … 9. */
  readonly k: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly bias: number;
  /** True convolution: the kernel turned by half a circle before it slides. */
  readonly flip: (typeof SWITCH)[number];
  /** Pooling: window 1 … 4, stride 1 … 4, padding a side 0 … 3. */
  readonly window: number;
  readonly poolStride: number;
  readonly poolPadding: number;
  /** Output cells computed so far, from 1; the last of them is the current one. */
  readonly step: number;
  /** Kernel, stride and dilation of the layers above, for the receptive field. */
  readonly k2: number;
  readonly s2: number;
  readonly d2: number;
  readonly k3: number;
  readonly s3: number;
  readonly d3: number;
  /** The kernel to be designed, if any. */
  readonly task: 'none' | TaskName;
}

/** What a slider or buttons change: range, decimals none. */
export const RANGES = {
  n: { min: 3, max: 12 },
  channels: { min: 1, max: 3 },
  filters: { min: 1, max: 4 },
  k: { min: 1, max: 5 },
  stride: { min: 1, max: 3 },
  padding: { min: 0, max: 4 },
  dilation: { min: 1, max: 3 },
  bias: { min: -9, max: 9 },
  window: { min: 1, max: 4 },
  poolStride: { min: 1, max: 4 },
  poolPadding: { min: 0, max: 3 },
  step: { min: 1, max: 4 * 20 * 20 },
  k2: { min: 1, max: 5 },
  s2: { min: 1, max: 3 },
  d2: { min: 1, max: 3 },
  k3: { min: 1, max: 5 },
  s3: { min: 1, max: 3 },
  d3: { min: 1, max: 3 },
} as const;

/** A numeric property of the state. */
export type NumericName = keyof typeof RANGES;

/** State of a fresh page. */
export const INITIAL: ConvolutionState = {
  mode: 'conv',
  picture: 'cross',
  n: 6,
  channels: 1,
  filters: 1,
  pixels: '',
  kernels: ['sobel-x'],
  k: 3,
  stride: 1,
  padding: 0,
  dilation: 1,
  bias: 0,
  flip: 'off',
  window: 2,
  poolStride: 2,
  poolPadding: 0,
  step: 1,
  k2: 3,
  s2: 1,
  d2: 1,
  k3: 3,
  s3: 1,
  d3: 1,
  task: 'none',
};

/** The picture of a state, 0–9, channel by channel, row by row. */
export function pixelsOf({ picture, n, channels, pixels }: ConvolutionState): readonly number[] {
  return pixels === '' ? drawPicture(picture, n, channels) : readPixels(pixels);
}

/** The kernels of a state, one an output channel. */
export function kernelsOf({ kernels, k, channels }: ConvolutionState): readonly Kernel[] {
  return kernels.map((text) => readKernel(text, k, channels));
}
