/** What a paper is made of, once every mistake has been ruled out. `parse-blueprint.ts` makes it from an author's file. */
import type { Bilingual, Difficulty, QuestionKind } from '#core/question/question.ts';

/** In an exam nothing is revealed before submission; in practice each question can be checked at once. */
export type PaperMode = 'exam' | 'practice';

/** A part of an axis and its weight, an integer ≥ 0. */
export interface Share<Name> {
  readonly name: Name;
  readonly weight: number;
}

/** A chapter (`cnn`) or a section (`cnn/pooling-layer`). */
export type Topic = string;

/** How many questions of one description a paper holds; null means any. */
export interface Cell {
  readonly topic: Topic | null;
  readonly kind: QuestionKind | null;
  readonly difficulty: Difficulty | null;
  readonly count: number;
}

/** How the questions are spread: by weights on up to three axes (an empty axis means any), or cell by cell. */
export type Spread =
  | {
      readonly kind: 'weights';
      readonly topics: readonly Share<Topic>[];
      readonly kinds: readonly Share<QuestionKind>[];
      readonly difficulty: readonly Share<Difficulty>[];
    }
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] };

/** A kind of paper; its texts are plain. */
export interface Blueprint {
  /** File name without ending, `[a-z0-9-]{1,48}`. */
  readonly id: string;
  readonly title: Bilingual;
  /** Says who set the paper; shown at the start, on paper and on the report. */
  readonly note: Bilingual;
  readonly mode: PaperMode;
  /** Number of questions, 1 … 200. */
  readonly questions: number;
  /** Time allowed, or null for untimed. */
  readonly minutes: number | null;
  /** Full marks. */
  readonly points: number;
  /** Marks that pass, or null where nothing is to be passed. */
  readonly pass: number | null;
  readonly spread: Spread;
  /** Kinds in the order of the paper's parts; empty: one part with everything mixed. */
  readonly order: readonly QuestionKind[];
  /** How many disjoint papers one seed must yield, 1 … 20. */
  readonly mocks: number;
}

/** Whether a section (`cnn/pooling-layer`) belongs to a topic, itself or its chapter. */
export function isInTopic(section: string, topic: Topic): boolean {
  return section === topic || section.startsWith(`${topic}/`);
}
