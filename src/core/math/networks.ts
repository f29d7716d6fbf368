/** Sums over whole layers: what a dense network holds and what its last layer says. */

/**
 * Parameters of a fully connected network, biases counted: Σ (n_in + 1)·n_out.
 *
 * @param widths layer widths from input to output, positive integers, e.g. [784, 128, 10] → 101770
 */
export function denseParameters(widths: readonly number[]): number {
  let sum = 0;
  for (const [i, width] of widths.entries()) {
    const next = widths[i + 1];
    if (next !== undefined) sum += (width + 1) * next;
  }
  return sum;
}

/** Softmax p_i = e^(z_i − max z) / Σ e^(z_j − max z): positive, sums to 1, unchanged when all z move alike. */
export function softmax(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
}
