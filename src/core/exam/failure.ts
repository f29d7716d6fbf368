/**
 * What can go wrong with a paper. Texts stand in `content/strings` under `error.<code>`; `values` fill their gaps.
 */
export const EXAM_FAILURE_CODES = Object.freeze([
  'exam-link-empty',
  'exam-link-format',
  'exam-link-bank',
  'exam-link-paper',
  'exam-link-seed',
  'exam-link-mock',
  'exam-link-form',
  'exam-bank-unknown',
  'exam-bank-unreachable',
  'exam-blueprint-unknown',
  'exam-paper-short',
  'exam-attempt-unknown',
  'exam-attempt-damaged',
  'exam-attempt-future',
] as const);

/** One of {@link EXAM_FAILURE_CODES}. */
export type ExamFailureCode = (typeof EXAM_FAILURE_CODES)[number];

/** An expected failure, as a value. */
export interface ExamFailure {
  readonly code: ExamFailureCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What was asked for, or why there is none. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Failed;

/** The failed half of an {@link Outcome}. */
export interface Failed {
  readonly kind: 'failed';
  readonly failure: ExamFailure;
}

/** Wraps a result. */
export function done<T>(value: T): Outcome<T> {
  return { kind: 'done', value };
}

/** Wraps a failure. */
export function failed(code: ExamFailureCode, values: ExamFailure['values'] = {}): Failed {
  return { kind: 'failed', failure: { code, values } };
}
