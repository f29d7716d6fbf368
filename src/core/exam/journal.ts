/**
 * The journal of an attempt: what happened, in order, never changed. The state of a sitting is a fold over it
 * (`session.ts`), so whatever survives a crash is a state the reader has seen.
 */
import type { Answer } from '#core/question/question.ts';

/** How much more time a reader gets; `off` lifts the limit. */
export type TimeFactor = 1 | 1.25 | 1.5 | 2 | 'off';

/** What can happen. Questions are named by their index on the paper, answers by option id or raw text. */
export type Deed =
  | { readonly kind: 'start'; readonly factor: TimeFactor; readonly language: string }
  | { readonly kind: 'answer' | 'change'; readonly question: number; readonly answer: Exclude<Answer, null> }
  | { readonly kind: 'clear'; readonly question: number }
  | { readonly kind: 'flag'; readonly question: number; readonly on: boolean }
  | { readonly kind: 'next'; readonly to: number }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'time'; readonly factor: TimeFactor; readonly hidden: boolean }
  /** The wall clock ran ahead by `ahead` ms (sleep); `counted` null asks, true and false are the reader's answer. */
  | { readonly kind: 'clock'; readonly ahead: number; readonly counted: boolean | null }
  | { readonly kind: 'check'; readonly question: number }
  | { readonly kind: 'submit-open' }
  | { readonly kind: 'submit'; readonly by: 'reader' | 'time' }
  | { readonly kind: 'review' }
  /** A second tab went on from here; later events of earlier epochs are refused. */
  | { readonly kind: 'takeover' };

/** Names of deeds. */
export type DeedKind = Deed['kind'];

/** Every kind of deed, frozen; a stored event of another kind comes from a newer version. */
export const DEED_KINDS: readonly DeedKind[] = Object.freeze([
  'start',
  'answer',
  'change',
  'clear',
  'flag',
  'next',
  'jump',
  'pause',
  'resume',
  'language',
  'time',
  'clock',
  'check',
  'submit-open',
  'submit',
  'review',
  'takeover',
]);

/** A deed with its place in the journal. */
export type JournalEvent = Deed & {
  /** Attempt id. */
  readonly attempt: string;
  /** Counts up from 0 over the whole journal. */
  readonly seq: number;
  /** Raised by each takeover, from 0. */
  readonly epoch: number;
  /** Wall clock, milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds of the sitting used so far; never falls. */
  readonly elapsed: number;
};

/**
 * Brings copies of a journal into one: duplicates by (epoch, seq) fall away, events that an old tab wrote after it had been
 * taken over are refused, the rest stands in order.
 */
export function mergeJournals(...journals: readonly (readonly JournalEvent[])[]): JournalEvent[] {
  const events = new Map<string, JournalEvent>();
  for (const event of journals.flat()) events.set(`${event.epoch}.${event.seq}`, event);
  const all = [...events.values()].sort((x, y) => x.epoch - y.epoch || x.seq - y.seq);
  return all.filter((event) => all.every((later) => later.epoch <= event.epoch || event.seq < later.seq));
}
