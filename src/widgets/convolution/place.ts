/** Cells by number, channel by channel and row by row, and by place. */
import type { OutputCell } from './cells.ts';

/** A place among channels of side × side cells, from its number, channel by channel, row by row. */
export function placeAt(at: number, side: number): OutputCell {
  return { channel: Math.floor(at / (side * side)), row: Math.floor(at / side) % side, column: at % side };
}

/** The number of a place; the inverse of {@link placeAt}. */
export function numberOf({ channel, row, column }: OutputCell, side: number): number {
  return (channel * side + row) * side + column;
}

/** The place with this number, if it is in the channel. */
export function chosenIn(at: number, channel: number, side: number): OutputCell | undefined {
  const place = placeAt(at, side);
  return place.channel === channel ? place : undefined;
}
