import type { Language } from '#core/question/question.ts';

/** What a search result can be; also the order in which groups are shown. */
export const RESULT_KINDS = ['section', 'question', 'term'] as const;
/** One of {@link RESULT_KINDS}. */
export type ResultKind = (typeof RESULT_KINDS)[number];

/** A section as the search knows it before its text is loaded. */
export interface SectionRecord {
  /** Pagefind's id of the page. */
  readonly id: string;
  /** `chapter/section`, e.g. `deep-learning/relu`. */
  readonly key: string;
  readonly title: string;
  readonly headings: readonly string[];
}

/** A question of the bank: enough to group and filter it. */
export interface QuestionRecord {
  readonly id: string;
  readonly chapter: string;
}

/** A glossary term under all its names, in both languages. */
export interface TermRecord {
  readonly id: string;
  /** The section that teaches it, `chapter/section`. */
  readonly section: string;
  /** The term's own name, then the names that stand somewhere in this language's pages, then the others. */
  readonly names: readonly string[];
  /** How many of the names, from the front, are worth searching for. */
  readonly found: number;
}

/**
 * What a language's queries are read with, written at build time beside the index.
 *
 * Its life is that of the index: both are written together and never separately updated. A file of another shape
 * (an older build from a cache) is refused by {@link isSearchDictionary}.
 */
export interface SearchDictionary {
  readonly version: 1;
  readonly language: Language;
  readonly sections: readonly SectionRecord[];
  readonly questions: readonly QuestionRecord[];
  readonly terms: readonly TermRecord[];
  /** Toneless syllable → every common character read so; Chinese only, and only syllables of names and titles. */
  readonly syllables: Readonly<Record<string, string>>;
  /** Latin words of the pages that a slip of the pen may have meant, most frequent first. */
  readonly words: readonly string[];
}

/** Whether a parsed JSON value is a dictionary of this version. */
export function isSearchDictionary(value: unknown): value is SearchDictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'sections' in value &&
    Array.isArray(value.sections) &&
    'questions' in value &&
    Array.isArray(value.questions) &&
    'terms' in value &&
    Array.isArray(value.terms) &&
    'words' in value &&
    Array.isArray(value.words)
  );
}
