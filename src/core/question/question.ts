/**
 * What a question is, once every mistake has been ruled out.
 *
 * Authors write the loose form (`schema.ts`); one converter (`parse.ts`) makes this strict form; graders, papers,
 * pages and exports know no other. Everything here is plain JSON, so a question travels unchanged through bank shards,
 * IndexedDB and exports.
 */

/** The two languages every text of the bank exists in. */
export type Language = 'zh' | 'en';

/** One text in both languages; inline Markdown and `$…$` formulas are allowed. */
export type Bilingual = Readonly<Record<Language, string>>;

/** File name of the item, for ever: `[a-z0-9-]{3,48}`; a template's variant is `<id>~<params>`. */
export type QuestionId = string & { readonly __brand: 'QuestionId' };

/** One letter, the option's identity in attempts, proofs and exports. */
export type OptionId = string & { readonly __brand: 'OptionId' };

/** Cognitive level, easiest first. */
export type Level = 'recall' | 'understand' | 'apply' | 'analyse';

/** 1 (most candidates know it) to 3 (a few do). */
export type Difficulty = 1 | 2 | 3;

/** An option of a `single` or `multiple` question. */
export interface Option {
  readonly id: OptionId;
  /** What the reader sees; for a `value` option, the number as written. */
  readonly text: Bilingual;
  /** The exact decimal string of a numeric option, or null. */
  readonly value: string | null;
  readonly key: boolean;
  /** Label of the mistake the option rests on (`misconception.<name>` in strings); null on keys. */
  readonly misconception: string | null;
  readonly why: Bilingual;
}

/** How far an answer may lie from the value; bounds are inclusive. */
export type Tolerance =
  | { readonly kind: 'exact' }
  | { readonly kind: 'abs'; readonly by: string }
  | { readonly kind: 'rel'; readonly by: string };

/** The notations a numeric answer may be typed in. */
export type NumberForm = 'decimal' | 'scientific' | 'grouped' | 'percent' | 'fraction' | 'wan';

/** A wrong value that names its mistake. */
export interface Trap {
  readonly value: string;
  readonly misconception: string;
  readonly why: Bilingual;
}

/** The unit of a numeric answer: how it is shown and what may be typed for it. */
export interface Unit {
  readonly text: Bilingual;
  readonly accept: readonly string[];
}

/** A drawing that belongs to the stem. */
export interface QuestionFigure {
  readonly src: string;
  readonly alt: Bilingual;
  readonly credit: string;
}

interface Common {
  readonly id: QuestionId;
  /** The template this is a variant of, or null. A template counts as one candidate. */
  readonly template: QuestionId | null;
  /** `chapter/section` slugs without numbers. */
  readonly section: string;
  /** Heading id within the section, or null. */
  readonly heading: string | null;
  readonly level: Level;
  readonly difficulty: Difficulty;
  /** ISO date on which every claim was last checked. */
  readonly verified: string;
  readonly refs: readonly string[];
  readonly stem: Bilingual;
  /** One glossary id, or null. */
  readonly concept: string | null;
  readonly figure: QuestionFigure | null;
  readonly negative: boolean;
  readonly scenario: boolean;
  /** ISO date since which the item is never drawn, or null. */
  readonly retired: string | null;
  /** Ids that may never share a paper with this one; symmetric and transitive, itself excluded, sorted. */
  readonly enemies: readonly QuestionId[];
  /** Source of a runnable proof (JavaScript, only `tf` in scope), or null. */
  readonly proof: string | null;
  /** SHA-256 of the canonical item, 12 hex digits. */
  readonly itemHash: string;
  /** The same over kind, key, value and tolerance only: a typo fix leaves it unchanged. */
  readonly keyHash: string;
}

/** Exactly one option is right. */
export interface SingleQuestion extends Common {
  readonly kind: 'single';
  readonly order: 'shuffle' | 'sorted';
  readonly options: readonly Option[];
}

/** Two or more options are right, and at least one is not. */
export interface MultipleQuestion extends Common {
  readonly kind: 'multiple';
  readonly order: 'shuffle' | 'sorted';
  readonly options: readonly Option[];
}

/** A claim, right or wrong. */
export interface TrueFalseQuestion extends Common {
  readonly kind: 'truefalse';
  readonly answer: boolean;
  readonly why: { readonly t: Bilingual; readonly f: Bilingual };
}

/** A number the reader types. */
export interface NumericQuestion extends Common {
  readonly kind: 'numeric';
  /** Exact decimal strings; any one of them is right. */
  readonly values: readonly string[];
  readonly unit: Unit | null;
  readonly tolerance: Tolerance;
  /** Decimal places the stem asks for, or null. */
  readonly places: number | null;
  readonly accept: readonly NumberForm[];
  readonly why: Bilingual;
  readonly traps: readonly Trap[];
}

/** A question as the program trusts it: parsed, checked, its fields by kind. */
export type Question = SingleQuestion | MultipleQuestion | TrueFalseQuestion | NumericQuestion;
/** How a question is asked, and so how it is graded. */
export type QuestionKind = Question['kind'];

/** What a reader answered: option ids as a set, a truth value, or the raw text typed. `null` is blank. */
export type Answer =
  | { readonly kind: 'options'; readonly ids: readonly OptionId[] }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'text'; readonly raw: string }
  | null;
