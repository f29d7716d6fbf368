/** What the states of all widgets that train have in common: one run or two on one clock, which is stepped and sought. */

/** The runs there can be, side by side. */
export const RUN_NAMES = ['a', 'b'] as const;
/** Which of two runs. */
export type RunName = (typeof RUN_NAMES)[number];

/** What a reader can do with any training. */
export type TrainingAction<State> =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'seek'; readonly at: number }
  /** Play went on by itself and came so far; never back. */
  | { readonly kind: 'reach'; readonly at: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'new-seed' }
  /** Whether a second run stands beside the first. */
  | { readonly kind: 'compare'; readonly on: boolean }
  | { readonly kind: 'load'; readonly state: State };
