/**
 * The one table of expected failures: every code, and the names of the values its sentence shows. The sentences stand in
 * `content/strings` under `error.<code>`; a test holds their gaps to this table, in both languages.
 */
export const FAILURES = Object.freeze({
  'search-unreachable': [],
  'search-unbuilt': [],
  'exam-link-empty': [],
  'exam-link-format': ['found'],
  'exam-link-bank': ['found'],
  'exam-link-paper': ['found'],
  'exam-link-seed': ['found'],
  'exam-link-mock': ['found'],
  'exam-link-form': ['found'],
  'exam-bank-unknown': ['bank'],
  'exam-bank-unreachable': ['detail'],
  'exam-blueprint-unknown': ['found'],
  'exam-mock-unknown': ['found', 'most'],
  'exam-paper-short': ['cell', 'need', 'supply'],
  'exam-attempt-unknown': ['id'],
  'exam-attempt-damaged': ['id'],
  'exam-attempt-future': ['id'],
  'number-empty': [],
  'number-too-long': [],
  'number-unreadable': ['forms'],
  'number-ambiguous-comma': [],
  'number-unknown-unit': [],
  'number-form-not-accepted': ['forms'],
  'number-zero-denominator': [],
  'number-exponent-range': [],
  'convolution-kernel-too-big': ['k', 'dilation', 'span', 'room', 'needed', 'largest'],
  'convolution-kernel-far-too-big': ['k', 'dilation', 'span', 'room', 'largest'],
  'convolution-window-too-big': ['k', 'room', 'largest'],
  'convolution-pool-padding': ['padding', 'k', 'needed'],
  'convolution-image-unreadable': [],
  'gan-diverged': ['tick'],
  'gan-path-full': [],
  'gan-path-end': [],
  'lab-hash-key': ['key', 'valid'],
  'lab-hash-value': ['key', 'value', 'valid'],
  'lab-hash-version': ['value', 'valid'],
  'tensor-model-failed': ['detail'],
  'tensor-unreachable': [],
  'tensor-worker-lost': ['detail'],
  'snippet-import': ['line'],
  'snippet-timeout': ['seconds'],
  'snippet-unavailable': [],
  'mlp-not-finite': ['run', 'epoch'],
  'mlp-runaway': ['run', 'epoch'],
  'mlp-worse-than-guessing': ['run', 'epoch', 'loss', 'guess'],
  'mlp-end': ['n'],
} as const);

/** A code of {@link FAILURES}. */
export type FailureCode = keyof typeof FAILURES;

/** The codes of one part of the site: `CodeOf<'exam'>` is every `exam-…`. */
export type CodeOf<Part extends string> = Extract<FailureCode, `${Part}-${string}`>;

/** What the sentence of a code is filled with: no value missing. Of several codes, what any of them needs. */
export type ValuesOf<Code extends FailureCode> = {
  readonly [Name in (typeof FAILURES)[Code][number]]: string | number;
};

/**
 * The sentence of a failure, from the message function at hand. The code may be one of several: values that the sentence
 * at hand does not show are passed over.
 */
export function sayFailure<Code extends FailureCode>(
  t: (key: `error.${NoInfer<Code>}`, values: ValuesOf<NoInfer<Code>>) => string,
  code: Code,
  values: ValuesOf<Code>,
): string {
  return t(`error.${code}`, values);
}
