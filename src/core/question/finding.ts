/** What a check has to say about an item: a value, printed elsewhere. */
import type { Bilingual, Language } from './question.ts';

/** Errors fail the build and cannot be waived; warnings can, with a reason. */
export type Severity = 'error' | 'warning';

/** A place in the author's form of an item, e.g. `['options', 2, 'text', 'zh']`; `[]` is the whole item. */
export type ItemPath = readonly (string | number)[];

/** One thing wrong with one item, or with the bank as a whole (`item` null). */
export interface Finding {
  /** `L06`, `G02`, `schema`, `template`, `proof` or `waiver`. */
  readonly rule: string;
  /** The rule's name in words, e.g. `length-cue`; equal to `rule` where there is no number. */
  readonly name: string;
  readonly severity: Severity;
  /** The language the finding is about, or null when it concerns both or neither. */
  readonly language: Language | null;
  /** Id of the item, template or variant. */
  readonly item: string | null;
  readonly path: ItemPath;
  /** What is there, with the value that is wrong and what would be valid. */
  readonly found: Bilingual;
  /** What the author can do. */
  readonly todo: Bilingual;
}

/** Whether any of the findings fails the build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
