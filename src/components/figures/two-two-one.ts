/** Where the neurons of the 2-2-1 network stand, shared by its drawing forwards and its drawing backwards. */
import type { Point } from './plot.ts';

/** Centres of inputs, hidden neurons and output. */
export const PLACES = {
  inputs: [
    { x: 44, y: 74 },
    { x: 44, y: 196 },
  ],
  hidden: [
    { x: 196, y: 74 },
    { x: 196, y: 196 },
  ],
  output: { x: 322, y: 135 },
} as const;

/** A link of the network with its ends cut back to the rims, and a place for its number. */
export interface Link {
  readonly from: Point;
  readonly to: Point;
  readonly label: Point;
}

/**
 * The link between two centres.
 *
 * @param share how far along the label stands, 0 at `a`, 1 at `b`
 * @param lift how far above the line, in units; negative is below
 */
export function link(a: Point, b: Point, share: number, lift: number): Link {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const cut = 23 / length;
  return {
    from: { x: a.x + dx * cut, y: a.y + dy * cut },
    to: { x: b.x - dx * cut, y: b.y - dy * cut },
    label: { x: a.x + dx * share, y: a.y + dy * share - lift },
  };
}

/** The six links in the order w₁₁, w₁₂, w₂₁, w₂₂, v₁, v₂. */
export const LINKS: readonly Link[] = [
  link(PLACES.inputs[0], PLACES.hidden[0], 0.5, 8),
  link(PLACES.inputs[1], PLACES.hidden[0], 0.24, 12),
  link(PLACES.inputs[0], PLACES.hidden[1], 0.24, -22),
  link(PLACES.inputs[1], PLACES.hidden[1], 0.5, -18),
  link(PLACES.hidden[0], PLACES.output, 0.5, 12),
  link(PLACES.hidden[1], PLACES.output, 0.5, -22),
];
