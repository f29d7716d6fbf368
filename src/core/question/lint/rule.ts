/** What a lint rule is: a pure function from one item (or the bank) to drafts of findings. */
import type { ItemPath, Severity } from '../finding.ts';
import type { Bilingual, Language, Question } from '../question.ts';
import type { WordsOf } from './words.ts';

/** What rules may ask about the rest of the course; everything they know beyond the item comes through here. */
export interface LintContext {
  /** Content words of a text; knows the glossary's terms. */
  readonly words: WordsOf;
  /** Names and definitions of the glossary, as one text. */
  readonly glossaryText: string;
  /** Ids of glossary terms. */
  readonly glossaryIds: ReadonlySet<string>;
  /** Whether the course has such a section, `chapter/section`. */
  readonly hasSection: (section: string) => boolean;
  /** The section's text in a language, or null while it is not written. */
  readonly sectionText: (section: string, language: Language) => string | null;
  /** Heading ids of a section, or null while it is not written. */
  readonly headings: (section: string) => ReadonlySet<string> | null;
}

/** An item as rules see it. */
export interface LintItem {
  readonly question: Question;
  /** Chapter slug of the folder the file lies in. */
  readonly chapter: string;
}

/** A finding before it knows its rule and item. */
export interface Draft {
  readonly path: ItemPath;
  readonly language: Language | null;
  readonly found: Bilingual;
  readonly todo: Bilingual;
  /** Only where a rule has both severities. */
  readonly severity?: Severity;
}

/** A rule judged on one item alone. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly check: (item: LintItem, context: LintContext) => readonly Draft[];
}

/** A rule or gate judged on the bank; `item` names who the draft is about, or null for the bank as a whole. */
export interface BankRule {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly check: (
    items: readonly LintItem[],
    context: LintContext,
  ) => readonly (Draft & { readonly item: string | null })[];
}
