/**
 * Marks one answer, in integers.
 *
 * An item has 60 units: lcm(k, n − k) divides 60 for n ≤ 7 options and 2 ≤ k < n keys, so partial marks are whole.
 */
import { absolute, compare, type Fraction, multiply, parseDecimal, subtract } from '#core/math/fraction.ts';
import { type NumberCode, readNumber } from './numeric.ts';
import type { Answer, MultipleQuestion, NumericQuestion, Option, Question, Tolerance, Trap } from './question.ts';

/** Units of a fully right answer. */
export const UNITS = 60;

/** Exam: all or nothing. Practice: partial marks on `multiple`, and what is no number is not marked. */
export type GradingMode = 'exam' | 'practice';

/** The mark of one answer. */
export type Grade =
  | {
      readonly kind: 'graded';
      /** 0 … 60, an integer. */
      readonly units: number;
      /** The trap a wrong number fell into, or null. */
      readonly trap: Trap | null;
    }
  | { readonly kind: 'unreadable'; readonly code: NumberCode };

/** What the mark stands for: full, none, or the partial mark of practice. */
export function isFull(grade: Grade): boolean {
  return grade.kind === 'graded' && grade.units === UNITS;
}

/** How many options a candidate is to tick; the count beside the stem. */
export function keyCount(options: readonly Option[]): number {
  return options.filter((option) => option.key).length;
}

/**
 * Whether x lies within tolerance of the value; bounds are inclusive. Both are exact, and so is the comparison.
 */
export function isWithin(x: Fraction, value: Fraction, tolerance: Tolerance): boolean {
  switch (tolerance.kind) {
    case 'exact':
      return compare(x, value) === 0;
    case 'abs':
    case 'rel': {
      const by = parseDecimal(tolerance.by);
      if (by === null) return false;
      const bound = tolerance.kind === 'abs' ? by : multiply(by, absolute(value));
      return compare(absolute(subtract(x, value)), bound) <= 0;
    }
  }
}

/** max(0, h·60/k − w·60/(n − k)) for h keys and w others ticked, of n options with k keys. */
function partialUnits(n: number, k: number, h: number, w: number): number {
  return Math.max(0, (h * UNITS) / k - (w * UNITS) / (n - k));
}

function gradeMultiple(question: MultipleQuestion, ticked: ReadonlySet<string>, mode: GradingMode): number {
  const n = question.options.length;
  const k = keyCount(question.options);
  const h = question.options.filter((option) => option.key && ticked.has(option.id)).length;
  const w = question.options.filter((option) => !option.key && ticked.has(option.id)).length;
  if (mode === 'practice') return partialUnits(n, k, h, w);
  return h === k && w === 0 ? UNITS : 0;
}

/** What marking a typed number takes of its question. */
export type NumberKey = Pick<NumericQuestion, 'values' | 'tolerance' | 'accept' | 'unit' | 'traps'>;

/** Marks a typed number. */
export function gradeNumber(question: NumberKey, raw: string, mode: GradingMode): Grade {
  const reading = readNumber(raw, question);
  if (reading.kind === 'unreadable') {
    return mode === 'exam' ? { kind: 'graded', units: 0, trap: null } : { kind: 'unreadable', code: reading.code };
  }
  const matches = (text: string): boolean => {
    const value = parseDecimal(text);
    return value !== null && isWithin(reading.value, value, question.tolerance);
  };
  if (question.values.some(matches)) return { kind: 'graded', units: UNITS, trap: null };
  return { kind: 'graded', units: 0, trap: question.traps.find((trap) => matches(trap.value)) ?? null };
}

/** Marks an answer. A blank one, and one of another question's kind, has 0 units; so has an unreadable number in an exam. */
export function gradeAnswer(question: Question, answer: Answer, mode: GradingMode): Grade {
  const graded = (units: number): Grade => ({ kind: 'graded', units, trap: null });
  if (answer === null) return graded(0);
  switch (question.kind) {
    case 'single': {
      if (answer.kind !== 'options') return graded(0);
      const ticked = new Set(answer.ids);
      return graded(
        ticked.size === 1 && question.options.some((option) => option.key && ticked.has(option.id)) ? UNITS : 0,
      );
    }
    case 'multiple':
      return graded(answer.kind === 'options' ? gradeMultiple(question, new Set(answer.ids), mode) : 0);
    case 'truefalse':
      return graded(answer.kind === 'truth' && answer.value === question.answer ? UNITS : 0);
    case 'numeric':
      return answer.kind === 'text' ? gradeNumber(question, answer.raw, mode) : graded(0);
  }
}
