/**
 * Error that remains after n examples, e(n) = floor + gain·n^(−exponent): a power law above a floor no data can remove.
 * Source of the shape: Hestness et al. 2017, arXiv:1712.00409. The numbers put into it here are for sketches.
 *
 * @param n number of examples, > 0
 * @returns an error in the unit of `floor` and `gain`, falling as n grows
 */
export function learningCurve(
  n: number,
  curve: { readonly floor: number; readonly gain: number; readonly exponent: number },
): number {
  return curve.floor + curve.gain * n ** -curve.exponent;
}
