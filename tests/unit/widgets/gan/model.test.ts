import { expect, test } from 'vitest';
import type { GanFrame } from '#widgets/gan/model.ts';
import { LESSONS } from '#widgets/gan/presets.ts';
import { TRAINING } from '#widgets/gan/settings.ts';
import { INITIAL, reduce } from '#widgets/gan/state.ts';
import { countsFrom } from '#widgets/gan/verdicts.ts';
import { openSession } from './session.ts';

const both = (count: number) => ({ path: [{ move: 'b', count }] as const, at: count });
const hashes = (frame: GanFrame): (string | null)[] => frame.runs.map(({ hash }) => hash);

test('the same state gives the same parameters: 500 steps twice, and in a fresh session', async () => {
  const one = await openSession();
  const first = hashes(one.show(both(500)));
  one.show({ seed: 9, ...both(3) });
  expect(hashes(one.show(both(500)))).toEqual(first);
  one.dispose();
  const other = await openSession();
  expect(hashes(other.show(both(500)))).toEqual(first);
  expect(first[0]).toMatch(/^[0-9a-f]{8}$/);
  other.dispose();
  expect(other.tf.memory().numTensors).toBe(0);
});

test('n steps forward and n back give equal frames, through every phase of the slow walk', async () => {
  const session = await openSession();
  const path = [
    { move: 'b', count: 40 },
    { move: 'd', count: 3 },
    { move: 'g', count: 2 },
  ] as const;
  for (const slow of [false, true]) {
    let state = { ...INITIAL, path, at: 30, slow, b: { ...TRAINING, loss: 'gp' as const } };
    const show = (): object => ({ ...session.show(state), state: null });
    const frames = [show()];
    for (let i = 0; i < 20; i++) {
      state = reduce(state, { kind: 'step', by: 1 }) as typeof state;
      frames.push(show());
    }
    for (let i = 20; i-- > 0; ) {
      state = reduce(state, { kind: 'step', by: -1 }) as typeof state;
      expect(show()).toEqual(frames[i]);
    }
  }
  session.dispose();
});

test('play step by step ends where the condition comes true, and a step by hand does not', async () => {
  const session = await openSession();
  const at = (tick: number) => ({ stop: 't100' as const, ...both(tick) });
  session.show(at(98));
  expect([session.step(at(99)).stopped, session.step(at(100)).stopped]).toEqual([null, 't100']);
  expect([session.show(at(100)).stopped, session.step(at(101)).stopped]).toEqual([null, null]);
  session.dispose();
});

test('play ends where the alarm goes off, at any speed, and goes on from there', async () => {
  const session = await openSession();
  const at = (tick: number) => ({ ...LESSONS.collapse, stop: 'alarm' as const, ...both(tick) });
  const played = session.playOut(at(0));
  const end = played.tick;
  expect(end).toBeLessThan(300);
  expect([played.stopped, countsFrom(played.runs[0]?.collapsed ?? 0)]).toEqual(['alarm', end]);
  session.show(at(end - 2));
  expect([session.step(at(end - 1)).stopped, session.step(at(end)).stopped, session.step(at(end + 1)).stopped]).toEqual(
    [null, 'alarm', null],
  );
  // The run beside it may raise it, too.
  const beside = session.playOut({ ...at(0), a: TRAINING, b: LESSONS.collapse.a });
  expect([beside.tick, beside.stopped, beside.runs[0]?.collapsed]).toEqual([end, 'alarm', null]);
  session.dispose();
});

test('a path that branches off earlier is followed from where it branches', async () => {
  const session = await openSession();
  const long = hashes(
    session.show({
      path: [
        { move: 'b', count: 30 },
        { move: 'd', count: 10 },
      ],
      at: 40,
    }),
  );
  session.show({
    path: [
      { move: 'b', count: 25 },
      { move: 'g', count: 60 },
    ],
    at: 85,
  });
  expect(
    hashes(
      session.show({
        path: [
          { move: 'b', count: 30 },
          { move: 'd', count: 10 },
        ],
        at: 40,
      }),
    ),
  ).toEqual(long);
  session.dispose();
});

test('leaves no tensor after 1,000 steps, 20 resets and 20 sessions', async () => {
  const session = await openSession();
  session.show({});
  const { numTensors } = session.tf.memory();
  session.show(both(1000));
  for (let i = 0; i < 20; i++) session.show({ ...both(i), at: 0 });
  session.show({});
  expect(session.tf.memory().numTensors).toBe(numTensors);
  session.dispose();
  expect(session.tf.memory().numTensors).toBe(0);
  for (let i = 0; i < 20; i++) {
    const each = await openSession();
    each.show({ seed: i, at: 2, path: [{ move: 'b', count: 2 }] });
    each.dispose();
  }
  expect(session.tf.memory().numTensors).toBe(0);
});

test('play goes on by the path and then with both, and ends where it is withdrawn', async () => {
  const session = await openSession();
  const played = session.play({ ...INITIAL, path: [{ move: 'd', count: 5 }] }, 50);
  expect(played?.tick).toBeGreaterThan(40);
  const tick = played?.tick ?? 0;
  const shown = session.show({
    path: [
      { move: 'd', count: 5 },
      { move: 'b', count: tick - 5 },
    ],
    at: tick,
  });
  expect(shown.runs[0]?.reading).toEqual(played?.runs[0]?.reading);
  expect(shown.runs[0]?.updatesG).toBe(tick - 5);
  session.dispose();
});

test('numbers that leave the finite stop the work, and it says which run', async () => {
  const session = await openSession();
  const frame = session.show({
    data: 'eight',
    seed: 2,
    b: { ...TRAINING, optimizer: 'momentum', rateD: '0.1', rateG: '0.1' },
    ...both(2000),
  });
  expect(frame.lost).toBe(1);
  expect(frame.tick).toBeLessThan(2000);
  expect(session.show({ ...both(2000), at: 0 }).lost).toBe(null);
  session.dispose();
});
