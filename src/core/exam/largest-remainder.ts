/**
 * Divides `total` in proportion to integer weights, exactly: quotas are rounded down, what is left goes one by one to the
 * largest remainders, ties in the order given (Hamilton's method).
 *
 * @param weights integers ≥ 0, at least one above 0
 * @param total integer ≥ 0
 * @returns integers ≥ 0 that sum to `total`; a weight of 0 gets 0
 * @throws RangeError when every weight is 0
 */
export function divideByWeights(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((x, y) => x + y, 0);
  if (sum <= 0) throw new RangeError('at least one weight must be above 0');
  const shares = weights.map((weight, at) => ({
    at,
    whole: Math.floor((weight * total) / sum),
    remainder: (weight * total) % sum,
  }));
  const left = total - shares.reduce((x, share) => x + share.whole, 0);
  const raised = new Set(
    [...shares]
      .sort((x, y) => y.remainder - x.remainder || x.at - y.at)
      .slice(0, left)
      .map((share) => share.at),
  );
  return shares.map((share) => share.whole + (raised.has(share.at) ? 1 : 0));
}
