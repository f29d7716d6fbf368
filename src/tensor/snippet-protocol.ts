import type { SourceOutcome } from './run-source.ts';

/** To the snippet worker: once. */
export interface ToSnippet {
  readonly code: string;
}

/** From the snippet worker: `started` first, then lines in order, then the outcome, after which it is terminated. */
export type FromSnippet =
  | { readonly kind: 'started' }
  | { readonly kind: 'log'; readonly line: string | null }
  | { readonly kind: 'outcome'; readonly outcome: SourceOutcome; readonly ms: number };

/** What became of a run, seen from the page. */
export type SnippetOutcome =
  | (SourceOutcome & { readonly ms: number })
  | { readonly kind: 'stopped' }
  | { readonly kind: 'timed-out'; readonly code: 'snippet-timeout'; readonly seconds: number }
  | { readonly kind: 'unavailable'; readonly code: 'snippet-unavailable'; readonly detail: string };
