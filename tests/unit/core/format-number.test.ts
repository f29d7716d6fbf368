import { expect, test } from 'vitest';
import { percentText, powerOfTenText, readingText, shortNumber, superscript } from '#core/format-number.ts';

test('readings have four decimals, small ones three digits and a power of ten', () => {
  expect([0, 0.25, -0.5, 0.001, 0.00099951, -2.0611e-9, 123.45678, Number.NaN].map(readingText)).toEqual([
    '0',
    '0.2500',
    '−0.5000',
    '0.0010',
    '1.00×10⁻³',
    '−2.06×10⁻⁹',
    '123.4568',
    'NaN',
  ]);
});

test('a power of ten may be smaller than any number', () => {
  expect([-66.4, -651.3, Number.NEGATIVE_INFINITY, 0, -6.0206, -7.0001e-9, 1.58].map(powerOfTenText)).toEqual([
    '3.98×10⁻⁶⁷',
    '5.01×10⁻⁶⁵²',
    '0',
    '1.0000',
    '9.54×10⁻⁷',
    '1.0000',
    '38.0189',
  ]);
  expect(powerOfTenText(-9.0000001)).toBe('1.00×10⁻⁹');
});

test('short numbers, shares, exponents', () => {
  expect([1.1, -0.001, -2.5, 3].map((value) => shortNumber(value))).toEqual(['1.1', '0', '−2.5', '3']);
  expect([0.125, 1, 0.0004].map(percentText)).toEqual(['12.5%', '100%', '0%']);
  expect(superscript(-12)).toBe('⁻¹²');
});
