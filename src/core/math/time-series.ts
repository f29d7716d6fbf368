/** The series that chapter 04 forecasts, and what the dullest forecast of it costs by how the test set is cut off. */

/** How many moments the series has. */
const MOMENTS = 100;

/** Value of the series at moment t: it sways and slowly climbs. */
function valueAt(t: number): number {
  return Math.sin(0.3 * t) + 0.05 * t;
}

/**
 * Mean absolute error, 1/n·Σ|ŷ_t − y_t|, over the n test moments among 0…99, where ŷ_t is the value of the training moment
 * nearest in time, the earlier of two that are equally near.
 *
 * @param isTest whether a moment is held back for testing; true of at least one and not of all
 */
export function copyingError(isTest: (t: number) => boolean): number {
  const moments = Array.from({ length: MOMENTS }, (_, t) => t);
  const train = moments.filter((t) => !isTest(t));
  const test = moments.filter(isTest);
  const nearest = (t: number): number => train.reduce((a, b) => (Math.abs(b - t) < Math.abs(a - t) ? b : a));
  return test.reduce((sum, t) => sum + Math.abs(valueAt(nearest(t)) - valueAt(t)), 0) / test.length;
}
