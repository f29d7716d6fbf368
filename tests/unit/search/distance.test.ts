import { describe, expect, it } from 'vitest';
import { hashLabels } from '#core/random/hash.ts';
import { streamOf } from '#core/random/stream.ts';
import { editDistance } from '#core/search/distance.ts';

/** Independent oracle: the recursive definition, without tables. */
function slow(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.at(-1) === b.at(-1) ? 0 : 1;
  let best = Math.min(
    slow(a.slice(0, -1), b) + 1,
    slow(a, b.slice(0, -1)) + 1,
    slow(a.slice(0, -1), b.slice(0, -1)) + cost,
  );
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    best = Math.min(best, slow(a.slice(0, -2), b.slice(0, -2)) + 1);
  return best;
}

describe('editDistance', () => {
  it('counts a transposition as one edit', () => {
    expect(editDistance('sigmiod', 'sigmoid', 2)).toBe(1);
    expect(editDistance('pytroch', 'pytorch', 2)).toBe(1);
  });

  it('stops beyond the limit', () => {
    expect(editDistance('relu', 'tanh', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('agrees with the recursive definition on 300 short words', () => {
    const stream = streamOf(hashLabels('edit-distance'));
    const word = (): string => Array.from({ length: stream.below(6) }, () => 'abc'[stream.below(3)]).join('');
    for (let i = 0; i < 300; i++) {
      const [a, b] = [word(), word()];
      expect(editDistance(a, b, 9), `${a} ${b}`).toBe(slow(a, b));
    }
  });
});
