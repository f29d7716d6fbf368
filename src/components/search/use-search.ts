import { useEffect, useState } from 'preact/hooks';
import type { ResultKind } from '#core/search/dictionary.ts';
import type { SearchFailure } from '#core/search/failure.ts';
import type { SearchAnswer } from '#core/search/search.ts';
import { type SearchFilter, selectResults, type VisibleResults } from '#core/search/visible-results.ts';
import { dropSearch, openSearch, type SearchCard, type SearchClient } from './search-client.ts';

/** What is asked: the words, whether slips may be put right, and what is to be seen of the answer. */
export interface SearchRequest {
  readonly query: string;
  readonly correct: boolean;
  readonly filter: SearchFilter;
  readonly unfolded: readonly ResultKind[];
  /** Counts attempts after a failure. */
  readonly attempt: number;
}

/** Where a search stands. An answer stays on screen until the next one is there. */
export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: SearchFailure }
  | {
      readonly kind: 'answered';
      readonly query: string;
      readonly answer: SearchAnswer;
      readonly visible: VisibleResults;
      readonly cards: ReadonlyMap<string, SearchCard>;
      readonly chapters: readonly string[];
    };

/** Long enough that a word typed at ease is one search. */
const PAUSE = 110;

async function answer(client: SearchClient, request: SearchRequest): Promise<SearchState> {
  const found = await client.search(request.query, request.correct);
  const names = found.plan.units.flatMap((unit) => unit.aliases.map(({ text }) => text));
  const visible = selectResults(found, request.filter, request.unfolded);
  const cards = await Promise.all(
    visible.groups.flatMap(({ kind, shown }) => shown.map((result) => client.describe(result, kind, names))),
  );
  return {
    kind: 'answered',
    query: request.query,
    answer: found,
    visible,
    cards: new Map(cards.map((card) => [card.id, card])),
    chapters: [...new Set(client.dictionary.sections.map(({ key }) => key.split('/')[0] ?? ''))],
  };
}

/** Searches once; never rejects. After a failure the next request fetches everything anew. */
export async function runSearch(request: SearchRequest, base: string, locale: string): Promise<SearchState> {
  const opened = await openSearch(base, locale);
  if (opened.kind === 'failed') return opened;
  try {
    return await answer(opened.client, request);
  } catch {
    const own = dropSearch(opened.client);
    return own ? { kind: 'failed', failure: 'search-unreachable' } : runSearch(request, base, locale);
  }
}

/**
 * Searches as the request changes. Nothing is fetched while the query is empty; an answer that a later request has
 * overtaken is dropped.
 */
export function useSearch(request: SearchRequest, base: string, locale: string): SearchState {
  const [state, setState] = useState<SearchState>({ kind: 'idle' });
  const { query, correct, filter, unfolded, attempt } = request;
  useEffect(() => {
    if (query.trim() === '') {
      setState({ kind: 'idle' });
      return;
    }
    let overtaken = false;
    setState((before) => (before.kind === 'answered' ? before : { kind: 'loading' }));
    const timer = setTimeout(async () => {
      const next = await runSearch(request, base, locale);
      if (!overtaken) setState(next);
    }, PAUSE);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [query, correct, filter, unfolded, attempt, base, locale]);
  return state;
}
