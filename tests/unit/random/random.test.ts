import { expect, test } from 'vitest';
import { compareHashes, hashHex, hashLabels } from '#core/random/hash.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { stream } from '#core/random/stream.ts';

test('known hashes never change, or every published paper would', () => {
  expect(hashHex(hashLabels())).toMatchInlineSnapshot(`"5cd4f52b2578d3d3"`);
  expect(hashHex(hashLabels('seed', 'pick', 'dl-relu-01'))).toMatchInlineSnapshot(`"3d666a53c132b4c2"`);
  expect(hashHex(hashLabels('班级三', 'options', 7))).toMatchInlineSnapshot(`"dddfc6b3cf38d022"`);
});

test('labels do not run into each other', () => {
  const texts = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc']].map((labels) =>
    hashHex(hashLabels(...labels)),
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('a hundred thousand neighbouring labels give distinct hashes', () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, i) => hashHex(hashLabels('s', 'pick', `q-${i}`))));
  expect(seen.size).toBe(100_000);
});

test('each of the 64 bits is set in half of the hashes', () => {
  const counts = Array.from({ length: 64 }, () => 0);
  for (let i = 0; i < 10_000; i++) {
    const { hi, lo } = hashLabels(i);
    for (let bit = 0; bit < 32; bit++) {
      counts[bit] = (counts[bit] ?? 0) + ((hi >>> bit) & 1);
      counts[bit + 32] = (counts[bit + 32] ?? 0) + ((lo >>> bit) & 1);
    }
  }
  // Binomial(10 000, ½) has SD 50; five of them leave one false alarm in 30 000 runs of this fixed test.
  for (const count of counts) expect(Math.abs(count - 5_000)).toBeLessThan(250);
});

test('hashes order by the high lane, then the low one', () => {
  expect(compareHashes({ hi: 1, lo: 9 }, { hi: 2, lo: 0 })).toBeLessThan(0);
  expect(compareHashes({ hi: 2, lo: 9 }, { hi: 2, lo: 0 })).toBeGreaterThan(0);
  expect(compareHashes({ hi: 4_000_000_000, lo: 0 }, { hi: 1, lo: 0 })).toBeGreaterThan(0);
  expect(compareHashes({ hi: 2, lo: 7 }, { hi: 2, lo: 7 })).toBe(0);
});

test('a stream repeats itself from the same labels and stays within 32 bits', () => {
  const first = stream('seed', 'A');
  const values = Array.from({ length: 5 }, () => first.next());
  expect(values).toMatchInlineSnapshot(`
    [
      2447203895,
      2972368255,
      1923302065,
      2283772356,
      1071994365,
    ]
  `);
  const again = stream('seed', 'A');
  expect(Array.from({ length: 5 }, () => again.next())).toEqual(values);
});

test('draws below n are uniform (chi-square under its 99.9 % point)', () => {
  for (const [n, limit] of [
    [3, 13.82],
    [7, 22.46],
    [10, 27.88],
  ] as const) {
    const draws = stream('uniform', n);
    const counts = Array.from({ length: n }, () => 0);
    for (let i = 0; i < 30_000; i++) {
      const draw = draws.below(n);
      counts[draw] = (counts[draw] ?? 0) + 1;
    }
    const expected = 30_000 / n;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(limit);
  }
});

test('a range that is no positive integer is refused', () => {
  for (const n of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1]) expect(() => stream('x').below(n)).toThrow(RangeError);
});

test('a shuffle keeps the items, leaves the input alone, and reaches all 24 orders of four equally', () => {
  const items = ['a', 'b', 'c', 'd'] as const;
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 24_000; seed++) {
    const order = shuffle(items, stream(seed, 'options', 'q')).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(items.join('')).toBe('abcd');
  expect(counts.size).toBe(24);
  // 23 degrees of freedom, 99.9 % point.
  expect([...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(49.73);
});
