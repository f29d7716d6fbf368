/** Which of the two moves at a tick: D, G, or first D, then G. */
export type Move = 'd' | 'g' | 'b';

/** Places at which the slow walk through one tick may stop. */
export const PHASES = ['noise', 'fake', 'judge', 'learn', 'pull'] as const;
/** A place in the slow walk. */
export type Phase = (typeof PHASES)[number];

/** The stops of a tick: D alone feels no pull on G, G alone does not touch D. */
export function phasesOf(move: Move): readonly Phase[] {
  switch (move) {
    case 'b':
      return PHASES;
    case 'd':
      return ['noise', 'fake', 'judge', 'learn'];
    case 'g':
      return ['noise', 'fake', 'pull'];
  }
}
