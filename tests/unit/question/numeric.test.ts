import { expect, test } from 'vitest';
import { FAILURES } from '#core/failures.ts';
import { compare, toDecimal } from '#core/math/fraction.ts';
import { FORM_EXAMPLES, type NumberRules, readNumber } from '#core/question/numeric.ts';
import { stream } from '#core/random/stream.ts';

const ALL: NumberRules = { accept: ['decimal', 'scientific', 'grouped', 'percent', 'fraction', 'wan'], unit: null };
const DEFAULT: NumberRules = { accept: ['decimal', 'scientific', 'grouped'], unit: null };
const METRES: NumberRules = { accept: ALL.accept, unit: { text: { zh: '米', en: 'm' }, accept: ['metres'] } };
const PERCENT: NumberRules = { accept: ALL.accept, unit: { text: { zh: '%', en: '%' }, accept: [] } };

/** The value as a decimal or n/d, or the code. */
function read(text: string, rules: NumberRules = ALL): string {
  const reading = readNumber(text, rules);
  if (reading.kind === 'unreadable') return reading.code;
  return toDecimal(reading.value) ?? `${reading.value.n}/${reading.value.d}`;
}

/** ASCII as it comes out of a Chinese input method. */
function fullWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replace(/ /g, '\u3000');
}

const FORMS: readonly (readonly [string, string])[] = [
  ['-0.5', '-0.5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['+5', '5'],
  ['007', '7'],
  ['-0', '0'],
  ['5e-1', '0.5'],
  ['5E-1', '0.5'],
  ['5×10^-1', '0.5'],
  ['5x10^-1', '0.5'],
  ['5*10**-1', '0.5'],
  ['5 × 10^-1', '0.5'],
  ['10^-8', '0.00000001'],
  ['-10^2', '-100'],
  ['1e30', `1${'0'.repeat(30)}`],
  ['1,000', '1000'],
  ['1 000', '1000'],
  ["1'000", '1000'],
  ['-12,345,678.5', '-12345678.5'],
  ['50%', '0.5'],
  ['50 %', '0.5'],
  ['1,000%', '10'],
  ['0.1%', '0.001'],
  ['1/2', '0.5'],
  ['-2/6', '-1/3'],
  ['1 / 3', '1/3'],
  ['1.2万', '12000'],
  ['-3 万', '-30000'],
];

test('each form is read, and so is its full-width twin', () => {
  for (const [text, value] of FORMS) {
    expect([text, read(text)]).toEqual([text, value]);
    expect([text, read(fullWidth(text))]).toEqual([text, value]);
    expect([text, read(`  ${text}\n`)]).toEqual([text, value]);
  }
});

test('superscripts and vulgar fractions are spelled out before NFKC could glue them to the digits', () => {
  expect(read('10⁻⁸')).toBe('0.00000001');
  expect(read('5×10⁻¹')).toBe('0.5');
  expect(read('１½')).toBe('1.5');
  expect(read('-1½')).toBe('-1.5');
  expect(read('¾')).toBe('0.75');
  expect(read('⅓')).toBe('1/3');
  expect(read('2³')).toBe('number-unreadable');
});

test('minus signs, dashes and the Chinese full stop between digits count as what was meant', () => {
  expect(['\u22120.5', '\u20130.5', '０。５', '－０．５'].map((text) => read(text))).toEqual([
    '-0.5',
    '-0.5',
    '0.5',
    '-0.5',
  ]);
});

test('what is not sure is not guessed', () => {
  expect(['3,14', '1,0000', '1,000 000'].map((text) => read(text))).toEqual(Array(3).fill('number-ambiguous-comma'));
  expect(
    ['1 00', '--5', '5-', '1..2', '.', '-', 'e5', '1e', '3/-4', '1/2/3', '1e2.5', '5^2', '5 5'].map((text) =>
      read(text),
    ),
  ).toEqual(Array(13).fill('number-unreadable'));
});

test('NaN, Infinity, hexadecimal and letters are refused', () => {
  for (const text of ['NaN', 'Infinity', '-∞', '0x1F', '0b1', 'abc', '五', '1e5e5'])
    expect([text, read(text)]).toEqual([text, 'number-unreadable']);
});

test('other refusals say why', () => {
  expect(read('')).toBe('number-empty');
  expect(read(' \u3000 ')).toBe('number-empty');
  expect(read('1'.repeat(65))).toBe('number-too-long');
  expect(read('1/0')).toBe('number-zero-denominator');
  expect(read('1e31')).toBe('number-exponent-range');
  expect(read('1e-999999999999')).toBe('number-exponent-range');
  expect(read('50%', DEFAULT)).toBe('number-form-not-accepted');
  // Where no groups are taken, advice on how to group would lead astray.
  expect(read('3,14', { ...DEFAULT, accept: ['decimal'] })).toBe('number-form-not-accepted');
  expect(read('1/2', DEFAULT)).toBe('number-form-not-accepted');
  expect(read('1.2万', DEFAULT)).toBe('number-form-not-accepted');
});

test('an accepted unit may be typed; another one is no wrong number', () => {
  for (const text of ['3', '3m', '3 m', '3米', '３ｍ', '3 metres'])
    expect([text, read(text, METRES)]).toEqual([text, '3']);
  for (const text of ['3km', '3 s', '3 tonne', '3厘米', '3 µm'])
    expect([text, read(text, METRES)]).toEqual([text, 'number-unknown-unit']);
  expect(read('3m', ALL)).toBe('number-unknown-unit');
});

test('with the unit % the sign may stand or not', () => {
  expect([read('50', PERCENT), read('50%', PERCENT), read('５０％', PERCENT)]).toEqual(['50', '50', '50']);
});

test('every echo reads as the same value', () => {
  const texts = [
    ...FORMS.map(([text]) => text),
    '1½',
    '10⁻⁸',
    `${'9'.repeat(60)}e30`,
    `0.${'0'.repeat(55)}123%`,
    `${'9'.repeat(63)}万`,
    `-${'123'.repeat(19)}e-30`,
  ];
  for (const text of texts) {
    const reading = readNumber(text, ALL);
    if (reading.kind !== 'number') expect.fail(`${text}: ${reading.code}`);
    const again = readNumber(reading.echo, ALL);
    if (again.kind !== 'number') expect.fail(`${text} → ${reading.echo}: ${again.code}`);
    expect(compare(again.value, reading.value)).toBe(0);
  }
  expect(readNumber('５０％', ALL)).toMatchObject({ echo: '0.5' });
  expect(readNumber('2e-7', ALL)).toMatchObject({ echo: '0.0000002' });
  expect(readNumber('1/3', ALL)).toMatchObject({ echo: '1/3' });
});

test('twenty thousand strings of every kind of character: no throw, and every echo reads back', () => {
  const draw = stream('numeric', 'fuzz', 1);
  const alphabet = [
    ..."0123456789012345678901234567890123456789..,,--++eE/%%万 \u3000'x×*^⁻¹²³½⅓。，．％－０５１mka米∞￥\u0000\ud800😀(){}",
  ];
  const rules = [ALL, DEFAULT, METRES, PERCENT];
  let numbers = 0;
  for (let i = 0; i < 20_000; i++) {
    const text = Array.from({ length: draw.below(14) }, () => alphabet[draw.below(alphabet.length)]).join('');
    const rule = rules[i % rules.length] ?? ALL;
    const reading = readNumber(text, rule);
    if (reading.kind === 'unreadable') {
      expect(Object.keys(FAILURES)).toContain(reading.code);
      continue;
    }
    numbers++;
    const again = readNumber(reading.echo, rule);
    if (again.kind !== 'number' || compare(again.value, reading.value) !== 0)
      expect.fail(`${JSON.stringify(text)} → ${reading.echo}`);
  }
  expect(numbers).toBeGreaterThan(500);
});

test('shows for each form an example that reads in that form and in no other', () => {
  for (const [form, example] of Object.entries(FORM_EXAMPLES))
    for (const only of ALL.accept) {
      const { kind } = readNumber(example, { accept: [only], unit: null });
      expect([example, only, kind]).toEqual([example, only, only === form ? 'number' : 'unreadable']);
    }
});
