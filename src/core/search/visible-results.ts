import { RESULT_KINDS, type ResultKind } from './dictionary.ts';
import type { SearchAnswer, SearchResult } from './search.ts';

/** What the reader wants to see of an answer; '' is everything. */
export interface SearchFilter {
  readonly kind: ResultKind | '';
  readonly chapter: string;
}

/** A group as it is shown: the first few results, and how many there are in all. */
export interface VisibleGroup {
  readonly kind: ResultKind;
  readonly shown: readonly SearchResult[];
  readonly total: number;
}

/** What is left of an answer under a filter. */
export interface VisibleResults {
  readonly groups: readonly VisibleGroup[];
  /** Results of each kind within the chosen chapter, whatever kind is chosen. */
  readonly counts: Readonly<Record<ResultKind, number>>;
  /** Results outside the filter. */
  readonly hidden: number;
}

/** How many results of a kind are shown beside other kinds, and alone or after “more”. */
const FEW: Readonly<Record<ResultKind, number>> = { section: 5, question: 4, term: 3 };
const MANY = 20;

/**
 * Applies kind and chapter to an answer and cuts each group to what is shown at first.
 *
 * @param unfolded kinds of which the reader asked for more
 */
export function selectResults(
  answer: SearchAnswer,
  filter: SearchFilter,
  unfolded: readonly ResultKind[],
): VisibleResults {
  const within = (kind: ResultKind): readonly SearchResult[] =>
    answer.groups[kind].filter(({ chapter }) => filter.chapter === '' || chapter === filter.chapter);
  const counts = {
    section: within('section').length,
    question: within('question').length,
    term: within('term').length,
  };
  const all = RESULT_KINDS.reduce((sum, kind) => sum + answer.groups[kind].length, 0);
  const groups = RESULT_KINDS.filter((kind) => (filter.kind === '' || filter.kind === kind) && counts[kind] > 0).map(
    (kind) => {
      const limit = filter.kind === kind || unfolded.includes(kind) ? MANY : FEW[kind];
      return { kind, shown: within(kind).slice(0, limit), total: counts[kind] };
    },
  );
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return { groups, counts, hidden: all - total };
}
