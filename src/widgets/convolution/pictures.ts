import { DIGIT, PHOTO } from './photo-data.ts';

/** The pictures there are; `blank` is a sheet to draw on, `own` the reader's file. */
export const PICTURES = ['cross', 'edge', 'diagonal', 'checker', 'ramp', 'digit', 'photo', 'blank', 'own'] as const;

/** A picture of the widget. */
export type PictureName = (typeof PICTURES)[number];

/** Brightest value of a pixel; the darkest is 0. */
export const BRIGHTEST = 9;

type Shade = (row: number, column: number, n: number) => number;

const between = (at: number, n: number): boolean => Math.abs(at - (n - 1) / 2) <= (n > 6 ? 1 : 0.5);

const SHADES: Readonly<Record<Exclude<PictureName, 'digit' | 'photo'>, Shade>> = {
  cross: (row, column, n) => (between(row, n) || between(column, n) ? 9 : 1),
  edge: (_row, column, n) => (column < n / 2 ? 0 : 9),
  diagonal: (row, column) => (row === column ? 9 : Math.abs(row - column) === 1 ? 4 : 0),
  checker: (row, column) => ((row + column) % 2 === 0 ? 9 : 0),
  ramp: (_row, column, n) => Math.round((column / (n - 1)) * 9),
  blank: () => 0,
  own: () => 0,
};

/**
 * A picture as whole numbers 0–9, channel by channel, row by row, n·n a channel. The first channel is the picture; the
 * second is it mirrored and the third it turned upside down, so that channels differ and can still be told by eye.
 */
export function drawPicture(name: PictureName, n: number, channels: number): readonly number[] {
  const stored = name === 'digit' ? DIGIT[n] : name === 'photo' ? PHOTO[n] : undefined;
  const shade: Shade =
    name === 'digit' || name === 'photo' ? (row, column) => Number(stored?.[row * n + column] ?? 0) : SHADES[name];
  return Array.from({ length: channels * n * n }, (_, i) => {
    const channel = Math.floor(i / (n * n));
    const row = Math.floor(i / n) % n;
    const column = i % n;
    return shade(channel === 2 ? n - 1 - row : row, channel === 1 ? n - 1 - column : column, n);
  });
}

/** Pixels as one digit each. */
export function printPixels(pixels: readonly number[]): string {
  return pixels.join('');
}

/** Digits back to pixels. */
export function readPixels(text: string): readonly number[] {
  return [...text].map(Number);
}

/**
 * Fits a picture of another size or number of channels: what overlaps stays where it is, new pixels are dark, a new
 * channel repeats the first.
 */
export function fitPixels(
  pixels: readonly number[],
  from: { readonly n: number; readonly channels: number },
  to: { readonly n: number; readonly channels: number },
): readonly number[] {
  return Array.from({ length: to.channels * to.n * to.n }, (_, i) => {
    const channel = Math.floor(i / (to.n * to.n));
    const row = Math.floor(i / to.n) % to.n;
    const column = i % to.n;
    const source = channel < from.channels ? channel : 0;
    return row < from.n && column < from.n ? (pixels[(source * from.n + row) * from.n + column] ?? 0) : 0;
  });
}
