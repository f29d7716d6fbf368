/**
 * A paper being sat, as it is stored. Written once at the start and never re-derived: a later edit of a question, of the
 * bank or of this program leaves the attempt as it was. What the reader does stands in the journal (`journal.ts`).
 */
import type { Bilingual, OptionId, Question } from '#core/question/question.ts';
import type { Blueprint } from './blueprint.ts';

/** Raised when the stored form changes; older forms are migrated on reading, newer ones left untouched. */
export const ATTEMPT_SCHEMA = 1;

/** One question of an attempt. */
export interface AttemptQuestion {
  /** Question or template: what counts as one candidate. */
  readonly candidate: string;
  /** The full question in both languages, texts as HTML. */
  readonly question: Question;
  /** Option ids in the order shown, for ever. */
  readonly options: readonly OptionId[];
}

/** A stored attempt. */
export interface Attempt {
  readonly schema: typeof ATTEMPT_SCHEMA;
  /** `[a-z0-9]{16}`. */
  readonly id: string;
  /** The link the paper was made from, with `#`. */
  readonly link: string;
  /** Eight digits, see `Paper`. */
  readonly fingerprint: string;
  readonly blueprint: Blueprint;
  /** Wall clock at creation, milliseconds since the epoch. */
  readonly createdAt: number;
  readonly questions: readonly AttemptQuestion[];
  /** Titles of the sections the questions come from. */
  readonly sections: Readonly<Record<string, Bilingual>>;
  /** What each misconception is called. */
  readonly misconceptions: Readonly<Record<string, Bilingual>>;
}
