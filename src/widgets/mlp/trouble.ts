import type { CodeOf } from '#core/failures.ts';
import type { Reading } from './run-frame.ts';
import type { LossName, Recipe } from './settings.ts';

/** What most likely did it: something that was set, or a number changed by hand (`edit`). */
export const CAUSES = ['penalty', 'inputs', 'rate', 'edit'] as const;

/** A training that has come to nothing. */
export interface Trouble {
  readonly code: Exclude<CodeOf<'mlp'>, 'mlp-end'>;
  readonly cause: (typeof CAUSES)[number];
}

/** Loss of an output that is 0 everywhere. */
export const GUESSING: Readonly<Record<LossName, number>> = { square: 0.5, log: Math.LN2 };
/** A parameter beyond this has run away. */
export const RUNAWAY = 10_000;
/** Epochs a training is given before it must beat guessing, and by how much it may miss. */
export const PATIENCE = 10;
const MARGIN = 1.1;

/**
 * What is wrong, or null; its cause is sought among the settings. Numbers that are none, or far too large, are told at once; a loss that after ten epochs is above
 * both guessing and its own beginning counts too, since a squashed output hides divergence behind a bounded loss.
 *
 * @param size largest parameter in size, NaN when one is not finite
 */
export function troubleOf(
  training: Recipe,
  epoch: number,
  size: number,
  first: Reading | undefined,
  now: Reading | null,
): Trouble | null {
  const code = codeOf(training, epoch, size, first, now);
  return code === null ? null : { code, cause: causeOf(training) };
}

function codeOf(
  { loss }: Recipe,
  epoch: number,
  size: number,
  first: Reading | undefined,
  now: Reading | null,
): Trouble['code'] | null {
  if (!Number.isFinite(size) || (now !== null && !Number.isFinite(now.trainLoss))) return 'mlp-not-finite';
  if (size > RUNAWAY) return 'mlp-runaway';
  if (now === null || first === undefined || epoch < PATIENCE) return null;
  return now.trainLoss > MARGIN * GUESSING[loss] && now.trainLoss >= first.trainLoss ? 'mlp-worse-than-guessing' : null;
}

function causeOf({ penalty, strength, rate, optimizer, features }: Recipe): Trouble['cause'] {
  // w ← (1 − ηλ)w grows once ηλ > 2; momentum reaches that at 0.1 of it.
  const pull = penalty === 'l2' ? Number(rate) * Number(strength) * (optimizer === 'momentum' ? 10 : 1) : 0;
  if (pull > 2 && optimizer !== 'adam') return 'penalty';
  return features.some((feature) => ['xx', 'yy', 'xy'].includes(feature)) && Number(rate) <= 1 ? 'inputs' : 'rate';
}
