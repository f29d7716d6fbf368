import { rounded } from '#components/figures/plot.ts';

/** Positive points as dots, negative ones as crosses: the sign is told without colour. `at` gives the place of point i. */
export function marks(
  targets: ArrayLike<number>,
  positive: boolean,
  at: (i: number) => { readonly x: number; readonly y: number },
): string {
  let d = '';
  for (let i = 0; i < targets.length; i++) {
    if ((targets[i] ?? 0) > 0 !== positive) continue;
    const place = at(i);
    const [x, y] = [rounded(place.x, 1), rounded(place.y, 1)];
    d += positive ? `M${x} ${y}h0` : `M${rounded(x - 2, 1)} ${rounded(y - 2, 1)}l4 4m0 -4l-4 4`;
  }
  return d;
}
