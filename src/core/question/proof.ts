/** What a proof's return value must be for the item's claim to stand. */
import { parseDecimal, toNumber } from '#core/math/fraction.ts';
import type {
  Bilingual,
  MultipleQuestion,
  NumericQuestion,
  Option,
  Question,
  SingleQuestion,
  Tolerance,
  TrueFalseQuestion,
} from './question.ts';

/** Lines a proof may have. */
export const MAX_PROOF_LINES = 25;
/** Milliseconds a proof may take. */
export const MAX_PROOF_MS = 2_000;

type ClaimedOption = Pick<Option, 'id' | 'key' | 'value'>;

/** The part of an item that a proof is held against; a whole question is one. */
export type Claim =
  | (Pick<SingleQuestion | MultipleQuestion, 'kind'> & { readonly options: readonly ClaimedOption[] })
  | Pick<TrueFalseQuestion, 'kind' | 'answer'>
  | Pick<NumericQuestion, 'kind' | 'values' | 'tolerance'>;

/** The claim of a question without the rest, for pages that run its proof. */
export function claimOf(question: Question): Claim {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { kind: question.kind, options: question.options.map(({ id, key, value }) => ({ id, key, value })) };
    case 'truefalse':
      return { kind: question.kind, answer: question.answer };
    case 'numeric':
      return { kind: question.kind, values: question.values, tolerance: question.tolerance };
  }
}

/** Whether the claim stands; when not, what was claimed and what came back. */
export type Verdict =
  | { readonly kind: 'proved' }
  | { readonly kind: 'refuted'; readonly claimed: Bilingual; readonly returned: string };

const RELATIVE = 1e-5;
/** Around 0 a relative bound is none; float32 sums of numbers near 1 are off by less than this. */
const NEAR_ZERO = 1e-7;

function numberOf(text: string): number {
  const exact = parseDecimal(text);
  return exact === null ? Number.NaN : toNumber(exact);
}

/** Whether a returned number agrees with a claimed one, within max(tolerance, 1e-5 relative). */
function agrees(returned: number, claimed: string, tolerance: Tolerance): boolean {
  const value = numberOf(claimed);
  const own =
    tolerance.kind === 'exact' ? 0 : numberOf(tolerance.by) * (tolerance.kind === 'rel' ? Math.abs(value) : 1);
  return Math.abs(returned - value) <= Math.max(own, RELATIVE * Math.abs(value), NEAR_ZERO);
}

const EXACT: Tolerance = { kind: 'exact' };

/** Which options a returned number or id stands for. */
function optionsMeant(options: readonly ClaimedOption[], returned: unknown): readonly ClaimedOption[] {
  return options.filter((option) => {
    if (typeof returned === 'string') return option.id === returned;
    return typeof returned === 'number' && option.value !== null && agrees(returned, option.value, EXACT);
  });
}

function checkOptions(options: readonly ClaimedOption[], returned: unknown): boolean {
  const parts: readonly unknown[] =
    returned instanceof Set ? [...returned] : Array.isArray(returned) ? returned : [returned];
  const meant = parts.map((part) => optionsMeant(options, part));
  // A number that fits two options proves neither.
  if (meant.some((each) => each.length !== 1)) return false;
  const ids = new Set(meant.flat().map((option) => option.id));
  return options.every((option) => option.key === ids.has(option.id));
}

function show(value: unknown): string {
  if (value instanceof Set) return show([...value]);
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
}

/**
 * Compares what a proof returned with what the item claims: a number for `numeric` and for options with values (the key's
 * and no other's), a boolean for `truefalse`, otherwise an option id, or a list or set of ids equal to the keys.
 */
export function judgeProof(question: Claim, returned: unknown): Verdict {
  const same = (text: string): Bilingual => ({ zh: text, en: text });
  const verdict = (proved: boolean, claimed: Bilingual): Verdict =>
    proved ? { kind: 'proved' } : { kind: 'refuted', claimed, returned: show(returned) };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const keys = question.options.filter((option) => option.key);
      const claim = keys
        .map((option) => (option.value === null ? option.id : `${option.id} (${option.value})`))
        .join(', ');
      return verdict(checkOptions(question.options, returned), same(claim));
    }
    case 'truefalse':
      return verdict(returned === question.answer, same(String(question.answer)));
    case 'numeric':
      return verdict(
        typeof returned === 'number' && question.values.some((value) => agrees(returned, value, question.tolerance)),
        same(question.values.join(' | ')),
      );
  }
}
