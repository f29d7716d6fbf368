import { describe, expect, test } from 'vitest';
import { distributionOf, drawPoints } from '#widgets/gan/distributions.ts';
import { BINS, SAMPLE } from '#widgets/gan/metrics.ts';
import { TRAINING } from '#widgets/gan/settings.ts';
import { type GanState, INITIAL } from '#widgets/gan/state.ts';
import { countsFrom, halfOf, type Reading } from '#widgets/gan/verdicts.ts';
import { byDepth } from '../../../depth.ts';
import { histogram, jensenShannon, meanDistance } from './oracle.ts';
import { openSession } from './session.ts';

const near = { js: 0.06, energy: 0.02 };
const made = (tick: number, change: Partial<Reading> = {}): Reading => ({
  tick,
  updatesG: tick,
  lossD: 1,
  lossG: 1,
  dReal: 0.5,
  dFake: 0.5,
  range: 0.4,
  covered: 8,
  good: 1,
  spread: 1,
  js: 0.3,
  energy: 0.3,
  ...change,
});

describe('D at 50 %', () => {
  const away = { dReal: 0.9, dFake: 0.2 };
  const story = [
    ...[0, 1, 2].map((tick) => made(tick, away)),
    ...[3, 4].map((tick) => made(tick)),
    made(5, away),
    ...[6, 7, 8, 9].map((tick) => made(tick)),
    ...[10, 11, 12, 13].map((tick) => made(tick, { js: 0.05, energy: 0.01 })),
    ...[14, 15].map((tick) => made(tick, away)),
    ...[16, 17, 18].map((tick) => made(tick, { range: 0.001 })),
  ];
  const seenAt = (count: number) => {
    const record = story.slice(0, count);
    const now = record.at(-1);
    return now === undefined ? null : halfOf(record, now, near, 8);
  };

  test('is found once, three readings in a row, and never moves however much follows', () => {
    expect(story.map((_, i) => seenAt(i + 1)?.first ?? null)).toEqual([
      ...Array.from({ length: 8 }, () => null),
      ...Array.from({ length: 11 }, () => 6),
    ]);
    expect(story.map((_, i) => seenAt(i + 1)?.balance ?? null).slice(11)).toEqual([null, ...Array(7).fill(10)]);
    expect(seenAt(19)).toMatchObject({ first: 6, balance: 10, blind: 16 });
  });

  test('counts from the third recorded reading on', () => {
    expect([6, 126, 127, 128, 256, 512].map(countsFrom)).toEqual([8, 128, 130, 132, 264, 528]);
    for (const [count, since] of [
      [8, null],
      [9, 6],
    ] as const)
      expect(seenAt(count)?.first ?? null).toBe(since);
  });

  test('is told apart: average, balance not yet counted, balance, gone, blind, collapsed', () => {
    expect([9, 12, 13, 16, 19].map((count) => seenAt(count)?.kind)).toEqual([
      'average',
      'brief',
      'balance',
      'gone',
      'blind',
    ]);
    const record = [6, 7, 8].map((tick) => made(tick, { spread: 0.05 }));
    expect(halfOf(record, made(8, { spread: 0.05 }), near, 8)?.kind).toBe('collapsed');
  });

  test('takes both distances for balance', () => {
    const one = [1, 2, 3].map((tick) => made(tick, { js: 0.05 }));
    expect(halfOf(one, made(3, { js: 0.05 }), near, 8)?.kind).toBe('average');
  });
});

const pairs = (flat: Float32Array): (readonly [number, number])[] =>
  Array.from({ length: flat.length / 3 }, (_, i) => [flat[3 * i] ?? 0, flat[3 * i + 1] ?? 0]);
/** Twice the furthest of 20 real samples, in f64. */
function oracleNear(name: GanState['data'], seed: number) {
  const data = distributionOf(name, []);
  const draw = (count: number, ...labels: readonly (string | number)[]) =>
    pairs(drawPoints(data, count, seed, ...labels));
  const real = draw(SAMPLE, 'view-data');
  const reference = histogram(draw(8192, 'reference'), BINS);
  const within = meanDistance(real, real);
  const others = Array.from({ length: 20 }, (_, i) => draw(SAMPLE, 'floor', i));
  return {
    js: 2 * Math.max(...others.map((other) => jensenShannon(reference, histogram(other, BINS)))),
    energy: 2 * Math.max(...others.map((o) => 2 * meanDistance(real, o) - within - meanDistance(o, o))),
  };
}

test('the bounds of balance are those of real data, in f64 too', async () => {
  const session = await openSession();
  for (const data of ['ring', 'two'] as const) {
    const frame = session.show({ data });
    const oracle = oracleNear(data, INITIAL.seed);
    expect(Math.abs(frame.near.js - oracle.js)).toBeLessThan(1e-4);
    expect(Math.abs(frame.near.energy - oracle.energy)).toBeLessThan(1e-4);
    expect(frame.near.js).toBeGreaterThan(2 * frame.floor.js);
  }
  session.dispose();
});

test('the ticks said are the first ones at which it was so, wherever one looks on 4 data sets', async () => {
  const session = await openSession();
  let found = 0;
  const looks = [110, 128, 200, 256, 300];
  for (const data of ['line', 'two', 'ring', 'eight'] as const)
    for (let seed = 1; seed <= byDepth(2, 6); seed++) {
      const a = { ...TRAINING, rateD: '0.01', rateG: '0.002' } as const;
      const frames = looks.map((at) => session.show({ data, seed, a, path: [{ move: 'b', count: 400 }], at }));
      // Every reading on record at these ticks: all up to 128, every second up to 256, every fourth up to 512.
      const record = new Map(frames.flatMap(({ runs }) => (runs[0]?.series ?? []).map((r) => [r.tick, r] as const)));
      const readings = [...record.values()]
        .filter(({ tick }) => tick <= 128 || tick % (tick <= 256 ? 2 : 4) === 0)
        .toSorted((x, y) => x.tick - y.tick);
      const bounds = frames[0]?.near ?? near;
      const isHalf = (r: Reading) => r.tick > 0 && Math.abs(r.dReal - 0.5) <= 0.03 && Math.abs(r.dFake - 0.5) <= 0.03;
      const isNear = (r: Reading) => isHalf(r) && r.js <= bounds.js && r.energy <= bounds.energy;
      for (const [i, at] of looks.entries()) {
        const past = readings.filter(({ tick }) => tick <= at);
        const firstOf = (holds: (r: Reading) => boolean): number | null =>
          past.find((_, k) => past.slice(k, k + 3).filter(holds).length === 3)?.tick ?? null;
        const half = frames[i]?.runs[0]?.half ?? null;
        expect([half?.first ?? null, half?.balance ?? null]).toEqual([firstOf(isHalf), firstOf(isNear)]);
        if (half !== null) found += 1;
      }
    }
  session.dispose();
  expect(found).toBeGreaterThan(byDepth(10, 30));
});
