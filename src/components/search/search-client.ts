import { isSearchDictionary, type ResultKind, type SearchDictionary } from '#core/search/dictionary.ts';
import { type ExcerptPart, markNames, readExcerpt, trimExcerpt } from '#core/search/excerpt.ts';
import type { SearchFailure } from '#core/search/failure.ts';
import { createSearcher, type Searcher, type SearchResult } from '#core/search/search.ts';
import { PAGEFIND_OPTIONS } from './pagefind-options.ts';

/** The part of Pagefind's API that we use (pagefind.app, version 1.5). */
interface Pagefind {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (term: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
  /** Ends its worker. */
  readonly destroy: () => Promise<void>;
}
interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindData>;
}
interface PagefindPart {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly weight: number }[];
}
interface PagefindData extends PagefindPart {
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindPart[];
}

/** A result with everything that is shown of it. */
export interface SearchCard {
  readonly id: string;
  readonly url: string;
  readonly title: readonly ExcerptPart[];
  /** Heading inside the page that the address leads to, or the other names of a term; '' when there is none. */
  readonly place: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** A search over one language, ready for use. */
export interface SearchClient extends Searcher {
  readonly dictionary: SearchDictionary;
  /** Loads what is shown of a result. */
  readonly describe: (result: SearchResult, kind: ResultKind, names: readonly string[]) => Promise<SearchCard>;
  readonly close: () => Promise<void>;
}

/** A search that is ready, or why there is none. */
export type OpenedSearch =
  | { readonly kind: 'open'; readonly client: SearchClient }
  | { readonly kind: 'failed'; readonly failure: SearchFailure };

/** Words of an excerpt, a Han character being one; more than two lines hold, for the lines are cut on screen. */
const EXCERPT = { zh: 90, en: 45 };

function clean(text: string): string {
  return readExcerpt(text)
    .map((part) => part.text)
    .join('');
}

/** The part of a page to send the reader to: the heading under which the phrase stands most, or the page itself. */
function bestPart(data: PagefindData): PagefindPart {
  const weight = (part: PagefindPart): number => part.weighted_locations.reduce((sum, at) => sum + at.weight, 0);
  return [...data.sub_results].sort((a, b) => weight(b) - weight(a))[0] ?? data;
}

function toCard(id: string, data: PagefindData, kind: ResultKind, names: readonly string[]): SearchCard {
  const title = clean(data.meta['title'] ?? '');
  const marked = markNames(title, names);
  if (kind === 'term') {
    const definition = markNames(data.meta['definition'] ?? '', names);
    return { id, url: data.url, title: marked, place: data.meta['names'] ?? '', excerpt: definition };
  }
  const titled = marked.some((part) => part.marked);
  const part = kind === 'section' && !titled ? bestPart(data) : data;
  const place = part.url.includes('#') ? clean(part.title) : '';
  return { id, url: part.url, title: marked, place, excerpt: trimExcerpt(readExcerpt(part.excerpt), [title, place]) };
}

async function connect(base: string, locale: string, attempt: number): Promise<SearchClient> {
  const folder = `${base.replace(/\/*$/, '/')}pagefind/`;
  const [pagefind, answer]: [Pagefind, Response] = await Promise.all([
    // A browser keeps a module that failed to load as failed, so that each attempt needs an address of its own.
    import(/* @vite-ignore */ `${folder}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`),
    fetch(`${folder}dictionary.${locale}.json`),
  ]);
  const dictionary: unknown = answer.ok ? await answer.json() : null;
  if (!isSearchDictionary(dictionary)) throw new Error(`dictionary.${locale}.json is not a dictionary of this version`);
  await pagefind.options({ ...PAGEFIND_OPTIONS, excerptLength: EXCERPT[dictionary.language] });
  await pagefind.init();
  const asked = new Map<string, Promise<readonly PagefindResult[]>>();
  const ask = (term: string): Promise<readonly PagefindResult[]> => {
    const results = asked.get(term) ?? pagefind.search(term).then((found) => found.results);
    asked.set(term, results);
    results.catch(() => asked.delete(term));
    return results;
  };
  const find = (phrase: string, mode: 'exact' | 'ranked'): Promise<readonly PagefindResult[]> =>
    ask(mode === 'exact' ? `"${phrase}"` : phrase);
  const searcher = createSearcher(dictionary, { find });
  return {
    ...searcher,
    dictionary,
    describe: async (result, kind, names) => {
      // An exact search knows one place of the phrase; for a single word the ranked one knows all, and code counts least.
      const found = await find(result.phrase, result.phrase.includes(' ') ? 'exact' : 'ranked');
      const hit = found.find(({ id }) => id === result.id);
      if (hit === undefined) throw new Error(`${result.id} is not among the results of “${result.phrase}”`);
      return toCard(result.id, await hit.data(), kind, names);
    },
    close: pagefind.destroy,
  };
}

let opened: Promise<OpenedSearch> | null = null;
let live: SearchClient | null = null;
let attempts = 0;

function forget(): void {
  opened = null;
  live = null;
  attempts += 1;
}

/**
 * Fetches Pagefind, its index and the dictionary, once a page; a failed attempt is forgotten so that it can be repeated.
 *
 * @param base where the site stands, e.g. `/aca/`
 */
export function openSearch(base: string, locale: string): Promise<OpenedSearch> {
  opened ??= connect(base, locale, attempts).then(
    (client) => {
      live = client;
      return { kind: 'open', client };
    },
    () => {
      forget();
      return { kind: 'failed', failure: import.meta.env.DEV ? 'search-unbuilt' : 'search-unreachable' };
    },
  );
  return opened;
}

/**
 * Gives up a client whose search failed: Pagefind goes on taking a part that did not arrive once for lost, so that the next
 * {@link openSearch} starts from nothing. Searches still under way with it are ended, and fail.
 *
 * @returns false when another search has given it up already
 */
export function dropSearch(client: SearchClient): boolean {
  if (client !== live) return false;
  forget();
  client.close().catch(() => undefined);
  return true;
}
