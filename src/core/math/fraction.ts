/** Exact rational arithmetic: marks and numeric answers are compared without rounding. */

/** n/d in lowest terms, d > 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction n/d in lowest terms; throws RangeError when d is 0. */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const by = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
}

/** x + y. */
export function add(x: Fraction, y: Fraction): Fraction {
  return fraction(x.n * y.d + y.n * x.d, x.d * y.d);
}

/** x − y. */
export function subtract(x: Fraction, y: Fraction): Fraction {
  return fraction(x.n * y.d - y.n * x.d, x.d * y.d);
}

/** x·y. */
export function multiply(x: Fraction, y: Fraction): Fraction {
  return fraction(x.n * y.n, x.d * y.d);
}

/** |x|. */
export function absolute(x: Fraction): Fraction {
  return x.n < 0n ? { n: -x.n, d: x.d } : x;
}

/** Negative, zero or positive as x is below, equal to or above y. */
export function compare(x: Fraction, y: Fraction): number {
  const difference = x.n * y.d - y.n * x.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** 10^e for an integer e, exactly. */
export function powerOfTen(e: number): Fraction {
  const power = 10n ** BigInt(Math.abs(e));
  return e < 0 ? { n: 1n, d: power } : { n: power, d: 1n };
}

/** The number a decimal spells: `-0.25`, `5.`, `.5`, `1e-7`; null for anything else, or an exponent beyond ±400. */
export function parseDecimal(text: string): Fraction | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', part = '', exponent = '0'] = match;
  if (whole + part === '' || Math.abs(Number(exponent)) > 400) return null;
  const digits = BigInt(whole + part);
  return multiply(fraction(sign === '-' ? -digits : digits, 1n), powerOfTen(Number(exponent) - part.length));
}

/** The nearest double. */
export function toNumber(x: Fraction): number {
  const whole = x.n / x.d;
  const rest = x.n % x.d;
  // 25 digits of the remainder are more than a double can hold.
  return Number(whole) + Number((rest * 10n ** 25n) / x.d) / 1e25;
}

/** The finite decimal expansion, e.g. `-0.25`, or null when there is none (1/3). */
export function toDecimal(x: Fraction): string | null {
  let d = x.d;
  let twos = 0;
  let fives = 0;
  for (; d % 2n === 0n; d /= 2n) twos++;
  for (; d % 5n === 0n; d /= 5n) fives++;
  if (d !== 1n) return null;
  const places = Math.max(twos, fives);
  const digits = ((x.n < 0n ? -x.n : x.n) * 10n ** BigInt(places)) / x.d;
  const padded = digits.toString().padStart(places + 1, '0');
  const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  return x.n < 0n ? `-${text}` : text;
}

/** The decimal with exactly so many places (≥ 0), halves rounded away from zero: (1/8, 2) → `0.13`. */
export function roundDecimal(x: Fraction, places: number): string {
  const scaled = (x.n < 0n ? -x.n : x.n) * 10n ** BigInt(places);
  const digits = ((2n * scaled + x.d) / (2n * x.d)).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return x.n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}
