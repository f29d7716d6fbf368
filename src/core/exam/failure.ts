import type { CodeOf, ValuesOf } from '#core/failures.ts';

/** What can go wrong with a paper. */
export type ExamFailureCode = CodeOf<'exam'>;

/** An expected failure, as a value, made by {@link failed}: `values` are those its code's sentence shows. */
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
export function failed<Code extends ExamFailureCode>(code: Code, values: ValuesOf<Code>): Failed {
  return { kind: 'failed', failure: { code, values } };
}
