/** When play stops by itself. */
import type { AtHalf } from './verdicts.ts';

/** When play stops by itself: where D comes to 50 % and where that turns out to be balance or blindness; at the alarm; at a tick. */
export const STOPS = ['never', 'marks', 'alarm', 't100', 't300', 't800', 't1000', 't2000'] as const;
/** A reason to stop. */
export type Stop = (typeof STOPS)[number];

/** What of a run a stop can depend on. */
export interface Sighting {
  readonly half: Pick<AtHalf, 'first' | 'balance' | 'blind'> | null;
  readonly collapsed: number | null;
}

/** Whether a stop is due at a tick, between what was and what now is seen of the runs. */
export function isDue(stop: Stop, tick: number, before: readonly Sighting[], now: readonly Sighting[]): boolean {
  switch (stop) {
    case 'never':
      return false;
    case 'marks':
      return now.some(({ half }, i) => half !== null && marksOf(half) > marksOf(before[i]?.half ?? null));
    case 'alarm':
      return now.some(({ collapsed }, i) => collapsed !== null && before[i]?.collapsed === null);
    default:
      return tick === Number(stop.slice(1));
  }
}

const marksOf = (half: Sighting['half']): number =>
  half === null ? 0 : [half.first, half.balance, half.blind].filter((mark) => mark !== null).length;
