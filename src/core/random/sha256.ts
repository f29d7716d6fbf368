/** SHA-256 (FIPS 180-4), pure and synchronous: hashes of items, banks and papers are the same in Node and browsers. */

/** The first 32 bits of the fractional part of an nth root, by bisection over integers: no table to mistype. */
function fractionBits(prime: number, root: 2n | 3n): number {
  const scaled = BigInt(prime) << (32n * root);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= scaled) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const PRIMES = Array.from({ length: 310 }, (_, i) => i + 2).filter((n) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
});
const K = PRIMES.slice(0, 64).map((prime) => fractionBits(prime, 3n));
const H0 = PRIMES.slice(0, 8).map((prime) => fractionBits(prime, 2n));

const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
const at = (words: ArrayLike<number>, i: number): number => words[i] ?? 0;

function compress(state: Uint32Array, w: Uint32Array): void {
  for (let t = 16; t < 64; t++) {
    const s0 = rotr(at(w, t - 15), 7) ^ rotr(at(w, t - 15), 18) ^ (at(w, t - 15) >>> 3);
    const s1 = rotr(at(w, t - 2), 17) ^ rotr(at(w, t - 2), 19) ^ (at(w, t - 2) >>> 10);
    w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const t1 = (h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + at(K, t) + at(w, t)) | 0;
    const t2 = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word;
}

/** The SHA-256 of a text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const padded = new DataView(new ArrayBuffer(blocks * 64));
  for (const [i, byte] of bytes.entries()) padded.setUint8(i, byte);
  padded.setUint8(bytes.length, 0x80);
  padded.setBigUint64(blocks * 64 - 8, BigInt(bytes.length) * 8n);
  const state = Uint32Array.from(H0);
  const w = new Uint32Array(64);
  for (let block = 0; block < blocks; block++) {
    for (let t = 0; t < 16; t++) w[t] = padded.getUint32(block * 64 + t * 4);
    compress(state, w);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The first 12 hexadecimal digits of the SHA-256: how items, banks and papers are named. */
export function shortHash(text: string): string {
  return sha256Hex(text).slice(0, 12);
}
