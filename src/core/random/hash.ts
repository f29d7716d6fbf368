/**
 * A hash of labelled strings, the only source of chance in papers.
 *
 * Integers in two 32-bit lanes, so every engine computes the same bits; not for security. Changing anything here
 * changes every paper, which is why known values are pinned by a test.
 */

/** Two unsigned 32-bit lanes; compare with {@link compareHashes}. */
export interface Hash {
  readonly hi: number;
  readonly lo: number;
}

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit. */
function avalanche(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Hashes a list of labels, e.g. `hashLabels(seed, 'pick', id)`.
 *
 * Each label is preceded by its length, so `('ab', 'c')` and `('a', 'bc')` differ; a number stands for its decimal text.
 */
export function hashLabels(...labels: readonly (string | number)[]): Hash {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const absorb = (unit: number): void => {
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    a ^= a >>> 15;
    b ^= b >>> 13;
  };
  for (const label of labels) {
    const text = String(label);
    absorb(text.length);
    for (let i = 0; i < text.length; i++) absorb(text.charCodeAt(i));
  }
  const hi = avalanche(a ^ Math.imul(b, 0x27d4eb2f));
  const lo = avalanche(b ^ Math.imul(hi, 0x165667b1));
  return { hi, lo };
}

/** Orders hashes as 64-bit numbers: negative when `x` is the lesser. */
export function compareHashes(x: Hash, y: Hash): number {
  return x.hi - y.hi || x.lo - y.lo;
}

/** A hash as 16 lower-case hexadecimal digits. */
export function hashHex(hash: Hash): string {
  return hash.hi.toString(16).padStart(8, '0') + hash.lo.toString(16).padStart(8, '0');
}
