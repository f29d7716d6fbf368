import { type Hash, hashLabels } from './hash.ts';

/** An endless, reproducible sequence of unsigned 32-bit integers. */
export interface Stream {
  /** The next integer in [0, 2³²). */
  next(): number;
  /** The next integer in [0, n), each equally likely; throws RangeError unless n is an integer in 1 … 2³². */
  below(n: number): number;
}

const RANGE = 0x1_0000_0000;

/** The stream of a hash: Chris Doty-Humphrey's sfc32, its counter lane kept, the first 15 outputs dropped. */
export function streamOf(hash: Hash): Stream {
  let a = hash.hi | 0;
  let b = hash.lo | 0;
  let c = 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return {
    next,
    below(n) {
      if (!Number.isInteger(n) || n < 1 || n > RANGE)
        throw new RangeError(`below(n) takes an integer in 1 … 2^32, not ${n}`);
      // Draws above the last whole multiple of n are thrown away; keeping them would favour small results.
      const limit = RANGE - (RANGE % n);
      let draw = next();
      while (draw >= limit) draw = next();
      return draw % n;
    },
  };
}

/** The stream of a list of labels, e.g. `stream(seed, form, 'options', id)`. */
export function stream(...labels: readonly (string | number)[]): Stream {
  return streamOf(hashLabels(...labels));
}
