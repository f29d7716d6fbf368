/** The folding map: the smallest layer whose repetition shows what depth buys. */

import { relu } from './activations.ts';

/**
 * t(x) = 2·relu(x) − 4·relu(x − ½): two ReLU units and a weighted sum. On [0, 1] it climbs to 1 at ½ and comes back,
 * so each point of [0, 1) is met twice. Source: Telgarsky 2015, arXiv:1509.08101.
 */
export function tent(x: number): number {
  return 2 * relu(x) - 4 * relu(x - 0.5);
}

/** t applied `depth` times (depth ≥ 0, an integer): on [0, 1] it has 2^depth straight pieces. */
export function foldedTent(x: number, depth: number): number {
  let h = x;
  for (let l = 0; l < depth; l++) h = tent(h);
  return h;
}
