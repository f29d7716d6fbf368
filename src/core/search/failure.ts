import type { CodeOf } from '#core/failures.ts';

/** Why a search could not be opened. */
export type SearchFailure = CodeOf<'search'>;
