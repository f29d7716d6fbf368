/**
 * Of several things that open a view one after the other, the last one counts.
 *
 * @returns begins a turn; what that returns says, after any wait, whether no later turn has begun
 */
export function makeTurns(): () => () => boolean {
  let last = 0;
  return () => {
    const mine = ++last;
    return () => mine === last;
  };
}
