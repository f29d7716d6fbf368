import type { Stream } from './stream.ts';

/** A new array with the items in an order drawn from the stream: Fisher–Yates, every order equally likely. */
export function shuffle<Item>(items: readonly Item[], from: Stream): Item[] {
  const rest = [...items];
  const drawn: Item[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(from.below(rest.length), 1));
  return drawn;
}
