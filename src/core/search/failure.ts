/** Why a search could not be opened; texts are `error.<code>`. */
export const SEARCH_FAILURES = ['search-unreachable', 'search-unbuilt'] as const;
export type SearchFailure = (typeof SEARCH_FAILURES)[number];
