/** Convolution and pooling once more, by plain loops over whole numbers: the oracle of the widget's tests. */

/** A stack of square pictures: [channel][row][column]. */
export type Stack = readonly (readonly (readonly number[])[])[];

/** Cuts a flat list into channels of side × side. */
export function toStack(flat: readonly number[], side: number): Stack {
  const rows = Array.from({ length: flat.length / side }, (_, i) => flat.slice(i * side, (i + 1) * side));
  return Array.from({ length: rows.length / side }, (_, i) => rows.slice(i * side, (i + 1) * side));
}

/** Settings of a sliding window. */
export interface Window {
  readonly k: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** How often the window fits, by walking it. */
export function countPlaces(n: number, { k, stride, padding, dilation }: Window): number {
  let places = 0;
  for (let at = -padding; at + dilation * (k - 1) < n + padding; at += stride) places += 1;
  return places;
}

const pixel = (picture: Stack, channel: number, row: number, column: number): number =>
  picture[channel]?.[row]?.[column] ?? 0;

/** Sums of products before division and bias: kernel [out][in·k·k], result flat, channel by channel. */
export function correlate(picture: Stack, kernels: readonly (readonly number[])[], window: Window): number[] {
  const n = picture[0]?.length ?? 0;
  const { k, stride, padding, dilation } = window;
  const side = countPlaces(n, window);
  const out: number[] = [];
  for (const kernel of kernels)
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        let sum = 0;
        for (let channel = 0; channel < picture.length; channel++)
          for (let i = 0; i < k; i++)
            for (let j = 0; j < k; j++)
              sum +=
                (kernel[(channel * k + i) * k + j] ?? 0) *
                pixel(
                  picture,
                  channel,
                  row * stride - padding + i * dilation,
                  column * stride - padding + j * dilation,
                );
        out.push(sum + 0);
      }
  return out;
}

/** The same by unfolding the picture into a matrix of windows and multiplying. */
export function multiplyUnfolded(picture: Stack, kernels: readonly (readonly number[])[], window: Window): number[] {
  const n = picture[0]?.length ?? 0;
  const { k, stride, padding, dilation } = window;
  const side = countPlaces(n, window);
  const matrix = Array.from({ length: side * side }, (_, place) =>
    Array.from({ length: picture.length * k * k }, (_unused, at) => {
      const row = Math.floor(place / side) * stride - padding + (Math.floor(at / k) % k) * dilation;
      const column = (place % side) * stride - padding + (at % k) * dilation;
      return pixel(picture, Math.floor(at / (k * k)), row, column);
    }),
  );
  return kernels.flatMap((kernel) =>
    matrix.map((line) => line.reduce((sum, value, i) => sum + value * (kernel[i] ?? 0), 0) + 0),
  );
}

/** Values inside the picture of each window of each channel. */
export function poolWindows(picture: Stack, window: Window): number[][] {
  const n = picture[0]?.length ?? 0;
  const { k, stride, padding } = window;
  const side = countPlaces(n, window);
  return picture.flatMap((channel) =>
    Array.from({ length: side * side }, (_, place) => {
      const values: number[] = [];
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++) {
          const value =
            channel[Math.floor(place / side) * stride - padding + i]?.[(place % side) * stride - padding + j];
          if (value !== undefined) values.push(value);
        }
      return values;
    }),
  );
}
