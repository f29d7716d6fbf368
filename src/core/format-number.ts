/** Numbers as figures and tables show them: few digits, true minus, powers of ten set as such. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in superscript digits: −12 → ⁻¹². */
export function superscript(value: number): string {
  return [...String(value)].map((digit) => (digit === '-' ? '⁻' : (SUPERSCRIPTS[Number(digit)] ?? ''))).join('');
}

/** A number with a true minus sign and at most `places` decimals, trailing zeros cut: −0.25, 3. */
export function shortNumber(value: number, places = 2): string {
  return String(Number(value.toFixed(places)) + 0).replace('-', '−');
}

/**
 * A reading: four decimals, or, below 0.001, three digits and a power of ten: 0.2500, 2.06×10⁻⁹, 0. `NaN` and infinities
 * show themselves by name.
 */
export function readingText(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 0.001) return value.toFixed(4).replace('-', '−');
  return scientific(value.toExponential(2));
}

/** 10^exponent as a reading, also where no number can hold it: −66.4 → 3.98×10⁻⁶⁷, −∞ → 0. */
export function powerOfTenText(exponent: number): string {
  if (exponent === Number.NEGATIVE_INFINITY) return '0';
  if (exponent >= -3) return readingText(10 ** exponent);
  const whole = Math.floor(exponent);
  const digits = (10 ** (exponent - whole)).toFixed(2);
  return digits === '10.00' ? scientific(`1.00e${whole + 1}`) : scientific(`${digits}e${whole}`);
}

function scientific(text: string): string {
  const [digits = '', exponent = '0'] = text.split('e');
  return `${digits.replace('-', '−')}×10${superscript(Number(exponent))}`;
}

/** A share as a percentage with at most one decimal: 0.125 → 12.5%. */
export function percentText(share: number): string {
  return `${shortNumber(share * 100, 1)}%`;
}
