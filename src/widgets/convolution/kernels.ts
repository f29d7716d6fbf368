/** Kernels by name, each in whole numbers with one divisor: so every sum is exact until the one division at its end. */
export const KERNEL_NAMES = [
  'identity',
  'box',
  'gaussian',
  'sharpen',
  'laplacian',
  'sobel-x',
  'sobel-y',
  'emboss',
  'shift',
] as const;

/** A named kernel. */
export type KernelName = (typeof KERNEL_NAMES)[number];

/** Largest size of a weight. */
export const HEAVIEST = 9;
/** Largest divisor. */
export const MAX_DIVISOR = 99;

/** The weights of one output channel, input channel by input channel, row by row, and what their sum is divided by. */
export interface Kernel {
  readonly weights: readonly number[];
  readonly divisor: number;
}

const THREE: Readonly<Record<Exclude<KernelName, 'identity' | 'box'>, Kernel>> = {
  gaussian: { weights: [1, 2, 1, 2, 4, 2, 1, 2, 1], divisor: 16 },
  sharpen: { weights: [0, -1, 0, -1, 5, -1, 0, -1, 0], divisor: 1 },
  laplacian: { weights: [0, 1, 0, 1, -4, 1, 0, 1, 0], divisor: 1 },
  'sobel-x': { weights: [-1, 0, 1, -2, 0, 2, -1, 0, 1], divisor: 1 },
  'sobel-y': { weights: [-1, -2, -1, 0, 0, 0, 1, 2, 1], divisor: 1 },
  emboss: { weights: [-2, -1, 0, -1, 1, 1, 0, 1, 2], divisor: 1 },
  shift: { weights: [0, 0, 0, 1, 0, 0, 0, 0, 0], divisor: 1 },
};

/** Type guard: whether a text names a kernel. */
export function isKernelName(text: string): text is KernelName {
  return KERNEL_NAMES.some((name) => name === text);
}

/** The weights of a square, cropped or bordered with zeros to another side. */
function fitSquare(weights: readonly number[], from: number, to: number): readonly number[] {
  const shift = Math.floor((to - 1) / 2) - Math.floor((from - 1) / 2);
  return Array.from({ length: to * to }, (_, i) => {
    const row = Math.floor(i / to) - shift;
    const column = (i % to) - shift;
    const inside = row >= 0 && column >= 0 && row < from && column < from;
    return inside ? (weights[row * from + column] ?? 0) : 0;
  });
}

/** A named kernel at side k over `channels` input channels, the same weights on each. Those of side 3 are cropped or bordered. */
export function namedKernel(name: KernelName, k: number, channels: number): Kernel {
  const { weights, divisor } =
    name === 'identity'
      ? { weights: fitSquare([1], 1, k), divisor: 1 }
      : name === 'box'
        ? { weights: new Array<number>(k * k).fill(1), divisor: k * k }
        : { weights: fitSquare(THREE[name].weights, 3, k), divisor: THREE[name].divisor };
  return { weights: Array.from({ length: channels }, () => weights).flat(), divisor };
}

const SIGNS = '0123456789';
const MINUS = '_abcdefghi';

/** A kernel made by hand as text: a digit a weight, a–i for −1…−9, then `~` and the divisor: `a0b~2`. */
export function printKernel({ weights, divisor }: Kernel): string {
  const letters = weights.map((weight) => (weight < 0 ? MINUS[-weight] : SIGNS[weight]) ?? '0');
  return `${letters.join('')}~${divisor}`;
}

/** The form of {@link printKernel}. */
export const HAND_MADE = /^[0-9a-i]{1,75}~[1-9]\d?$/;

/** The kernel of a text: a name or what {@link printKernel} wrote. */
export function readKernel(text: string, k: number, channels: number): Kernel {
  if (isKernelName(text)) return namedKernel(text, k, channels);
  const [letters = '', divisor = '1'] = text.split('~');
  return {
    weights: [...letters].map((letter) => (MINUS.includes(letter) ? -MINUS.indexOf(letter) : Number(letter))),
    divisor: Number(divisor),
  };
}

/** The text of a kernel brought to another side or number of input channels; a new channel repeats the first. */
export function fitKernel(
  text: string,
  from: { readonly k: number; readonly channels: number },
  to: { readonly k: number; readonly channels: number },
): string {
  if (isKernelName(text)) return text;
  const { weights, divisor } = readKernel(text, from.k, from.channels);
  const square = (channel: number): readonly number[] =>
    weights.slice(channel * from.k * from.k, (channel + 1) * from.k * from.k);
  const fitted = Array.from({ length: to.channels }, (_, channel) =>
    fitSquare(square(channel < from.channels ? channel : 0), from.k, to.k),
  );
  return printKernel({ weights: fitted.flat(), divisor });
}
