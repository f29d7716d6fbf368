/** What the field for a paper's seed makes of what stands in it. */
import { toSeed } from '#core/exam/link.ts';

/** The seed that papers get, and what to say of it. */
export interface SeedReading {
  /** Empty only where nothing was proposed either: at build. */
  readonly seed: string;
  /** `as-is`: what was typed; `becomes`: another spelling of it; `unusable`: nothing in it can be part of a seed. */
  readonly kind: 'as-is' | 'becomes' | 'unusable';
}

/**
 * Reads the field.
 *
 * @param typed as it stands there
 * @param proposed what is used where `typed` gives no seed
 */
export function readSeedField(typed: string, proposed: string): SeedReading {
  const seed = toSeed(typed);
  if (seed !== '') return { seed, kind: seed === typed ? 'as-is' : 'becomes' };
  return { seed: proposed, kind: typed === '' ? 'as-is' : 'unusable' };
}
