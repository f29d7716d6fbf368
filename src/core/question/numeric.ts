/**
 * Reads what a candidate types as a number. Total: every text gives a value or a code, nothing throws.
 *
 * The value is exact, so tolerances are compared without rounding; the echo ("read as 0.5") is again a text that reads
 * as the same value.
 */
import type { CodeOf } from '#core/failures.ts';
import { type Fraction, fraction, multiply, parseDecimal, powerOfTen, toDecimal } from '#core/math/fraction.ts';
import type { NumberForm, Unit } from './question.ts';

/** Why a text is no number. */
export type NumberCode = CodeOf<'number'>;

/** A number read, or why not. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: Fraction; readonly echo: string }
  | { readonly kind: 'unreadable'; readonly code: NumberCode };

/** What may be typed for an item: `accept` of its forms, and its unit. */
export interface NumberRules {
  readonly accept: readonly NumberForm[];
  readonly unit: Unit | null;
}

/** A number in each form, as a hint shows what may be typed. */
export const FORM_EXAMPLES: Readonly<Record<NumberForm, string>> = {
  decimal: '0.5',
  scientific: '5e-1',
  grouped: '1,000',
  percent: '50%',
  fraction: '1/2',
  wan: '1.2万',
};

const MAX_LENGTH = 64;
const MAX_EXPONENT = 30;

const VULGAR: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅐': '1/7',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
  '⅑': '1/9',
  '⅒': '1/10',
  '↉': '0/3',
};

/** `1½` → `3/2`, `½` → `1/2`; NFKC would glue the digits to `11⁄2`. Digits may still be full-width here. */
function spellVulgar(text: string): string {
  return text.replace(/([0-9０-９]*)\s*([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉])/gu, (all, whole: string, sign: string) => {
    const [n = '', d = ''] = (VULGAR[sign] ?? '').split('/');
    if (n === '' || d === '') return all;
    return `${BigInt(whole.normalize('NFKC') || '0') * BigInt(d) + BigInt(n)}/${d}`;
  });
}

/** `10⁻⁸` → `10^-8`; NFKC would make it `10-8`. */
function spellSuperscripts(text: string): string {
  return text.replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (run) => `^${run.normalize('NFKC').replace(/[−–]/g, '-')}`);
}

/** The text in one spelling: half-width, ASCII signs, one space at most. */
function normalise(text: string): string {
  return spellSuperscripts(spellVulgar(text))
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

type Form = { readonly form: NumberForm; readonly value: Fraction } | { readonly code: NumberCode };

const DECIMAL = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)`;
const GROUPED = String.raw`[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?|[+-]?\d{1,3}(?:'\d{3})+(?:\.\d+)?`;
const PATTERNS = {
  decimal: new RegExp(`^(${DECIMAL})$`),
  scientific: new RegExp(`^(${DECIMAL})(?:[eE]| ?[×xX*] ?10 ?(?:\\^|\\*\\*) ?)([+-]?\\d+)$`),
  power: /^([+-]?)10 ?(?:\^|\*\*) ?([+-]?\d+)$/,
  grouped: new RegExp(`^(${GROUPED})$`),
  percent: new RegExp(`^(${DECIMAL}|${GROUPED}) ?%$`),
  fraction: /^([+-]?\d+) ?\/ ?(\d+)$/,
  wan: new RegExp(`^(${DECIMAL}) ?万$`),
} as const;

function scientific(mantissa: string, exponent: string): Form {
  const e = Number(exponent);
  const value = parseDecimal(mantissa);
  if (value === null) return { code: 'number-unreadable' };
  if (Math.abs(e) > MAX_EXPONENT) return { code: 'number-exponent-range' };
  return { form: 'scientific', value: multiply(value, powerOfTen(e)) };
}

const ungroup = (text: string): string => text.replace(/[, ']/g, '');

/** The number a normalised text spells as a whole, whatever forms are accepted; null when it spells none. */
function readForm(text: string): Form | null {
  const plain = PATTERNS.decimal.test(text) ? parseDecimal(text) : null;
  if (plain !== null) return { form: 'decimal', value: plain };
  const sci = PATTERNS.scientific.exec(text);
  if (sci !== null) return scientific(sci[1] ?? '', sci[2] ?? '');
  const power = PATTERNS.power.exec(text);
  if (power !== null) return scientific(`${power[1] ?? ''}1`, power[2] ?? '');
  if (PATTERNS.grouped.test(text)) {
    const value = parseDecimal(ungroup(text));
    return value === null ? null : { form: 'grouped', value };
  }
  const scaled = (form: 'percent' | 'wan', by: number): Form | null => {
    const digits = PATTERNS[form].exec(text)?.[1];
    const value = digits === undefined ? null : parseDecimal(ungroup(digits));
    return value === null ? null : { form, value: multiply(value, powerOfTen(by)) };
  };
  const parts = PATTERNS.fraction.exec(text);
  if (parts !== null) {
    const d = BigInt(parts[2] ?? '0');
    return d === 0n
      ? { code: 'number-zero-denominator' }
      : { form: 'fraction', value: fraction(BigInt(parts[1] ?? '0'), d) };
  }
  return scaled('percent', -2) ?? scaled('wan', 4);
}

/** The text without an accepted unit at its end; the longest one counts. */
function withoutUnit(text: string, unit: Unit | null): string {
  if (unit === null) return text;
  const names = [unit.text.zh, unit.text.en, ...unit.accept].map(normalise).filter((name) => name !== '');
  names.sort((x, y) => y.length - x.length);
  const name = names.find((each) => text.endsWith(each));
  return name === undefined ? text : text.slice(0, -name.length).trim();
}

/** Why a text that spells no number is refused. */
function refusal(text: string, accept: readonly NumberForm[]): NumberCode {
  if (/^[+-]?\d+,\d/.test(text))
    return accept.includes('grouped') ? 'number-ambiguous-comma' : 'number-form-not-accepted';
  // A number, then letters: a unit we do not know; not hexadecimal, not an exponent half typed.
  const rest = /^([+-]?[\d.,' ]*\d\.?(?:e[+-]?\d+)?) ?([^\d\s.,'+*/^-].*)$/iu.exec(text);
  if (rest !== null && !/^[+-]?0[xbo]|\de[+-]?\d*$/i.test(text) && /^[\p{L}%°℃µΩ/·²³^\d -]+$/u.test(rest[2] ?? '')) {
    return readForm((rest[1] ?? '').trim()) === null ? 'number-unreadable' : 'number-unknown-unit';
  }
  return 'number-unreadable';
}

/** The shortest plain spelling of a value that {@link readNumber} reads back. */
function spell(value: Fraction): string {
  const decimal = toDecimal(value);
  if (decimal === null) return `${value.n}/${value.d}`;
  if (decimal.length <= 24) return decimal;
  const [whole = '', part = ''] = decimal.replace('-', '').split('.');
  const lead = whole.replace(/^0+/, '');
  const magnitude = lead === '' ? part.replace(/^0+/, '').length - part.length - 1 : lead.length - 1;
  // Exponents beyond ±30 are refused; what is left over stays in the mantissa.
  const exponent = Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, magnitude));
  return `${toDecimal(multiply(value, powerOfTen(-exponent)))}e${exponent}`;
}

/**
 * Reads a typed number.
 *
 * @param text at most 64 characters, of any kind
 * @param rules accepted forms and unit of the item; with the unit `%`, `50` and `50%` are alike
 */
export function readNumber(text: string, rules: NumberRules): NumberReading {
  const unreadable = (code: NumberCode): NumberReading => ({ kind: 'unreadable', code });
  const typed = text.trim();
  if (typed === '') return unreadable('number-empty');
  if (typed.length > MAX_LENGTH) return unreadable('number-too-long');
  const clean = normalise(typed);
  if (clean.length > MAX_LENGTH) return unreadable('number-too-long');
  const body = withoutUnit(clean, rules.unit);
  // `1.2万` is a number; a unit that happens to be 万 has been taken off by then.
  const form = readForm(body) ?? (body === clean ? null : readForm(clean));
  if (form === null) return unreadable(refusal(clean, rules.accept));
  if ('code' in form) return unreadable(form.code);
  if (!rules.accept.includes(form.form)) return unreadable('number-form-not-accepted');
  return { kind: 'number', value: form.value, echo: echoOf(form.value, clean, rules) };
}

/** The plain spelling where the item accepts it, else the text as normalised, which reads as itself. */
function echoOf(value: Fraction, clean: string, rules: NumberRules): string {
  const plain = spell(value);
  const form = plain.length <= MAX_LENGTH ? readForm(plain) : null;
  return form !== null && 'form' in form && rules.accept.includes(form.form) && plain === withoutUnit(plain, rules.unit)
    ? plain
    : clean;
}
