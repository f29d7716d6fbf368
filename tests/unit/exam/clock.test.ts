import { describe, expect, it } from 'vitest';
import {
  allowance,
  anchorOnLoad,
  announcement,
  deadlineOf,
  elapsedAt,
  formatDuration,
  remainingAt,
  sleptSince,
} from '#core/exam/clock.ts';
import { initialState } from '#core/exam/session.ts';
import { attemptOf, blueprint, question } from './bank.ts';

const MINUTE = 60_000;
const EXAM = blueprint({ minutes: 40 });
const DRILL = blueprint({ minutes: null, mode: 'practice' });
const READY = initialState(attemptOf([question({ id: 'one' })]));
const RUNNING = { ...READY, phase: 'running' as const, elapsed: 10 * MINUTE, at: 5_000_000 };

describe('the clock of a sitting', () => {
  it('stretches the time by the reader’s factor, and lifts it', () => {
    expect([1, 1.25, 1.5, 2].map((factor) => allowance(EXAM, factor as 1))).toEqual(
      [40, 50, 60, 80].map((m) => m * MINUTE),
    );
    expect(allowance(EXAM, 'off')).toBeNull();
    expect(allowance(DRILL, 1)).toBeNull();
  });

  it('counts the time no page was open on a timed paper, and not on an untimed or paused one', () => {
    const now = { wall: 5_000_000 + 3 * MINUTE, mono: 70 };
    expect(anchorOnLoad(RUNNING, EXAM, now).elapsed).toBe(13 * MINUTE);
    expect(anchorOnLoad(RUNNING, DRILL, now).elapsed).toBe(10 * MINUTE);
    expect(anchorOnLoad({ ...RUNNING, phase: 'paused' }, EXAM, now).elapsed).toBe(10 * MINUTE);
  });

  it('never gives time back when the wall clock is set back', () => {
    expect(anchorOnLoad(RUNNING, EXAM, { wall: 5_000_000 - 60 * MINUTE, mono: 0 }).elapsed).toBe(10 * MINUTE);
  });

  it('M07: reads 30 minutes in a throttled tab from the clocks, whatever ticks were missed', () => {
    const anchor = { wall: 0, mono: 100, elapsed: 0 };
    expect(elapsedAt(anchor, true, { wall: 30 * MINUTE, mono: 100 + 30 * MINUTE })).toBe(30 * MINUTE);
    expect(elapsedAt(anchor, false, { wall: 30 * MINUTE, mono: 100 + 30 * MINUTE })).toBe(0);
    expect(remainingAt(40 * MINUTE, 30 * MINUTE)).toBe(10 * MINUTE);
    expect(remainingAt(40 * MINUTE, 41 * MINUTE)).toBe(0);
    expect(remainingAt(null, 30 * MINUTE)).toBeNull();
  });

  it('knows by the wall clock when a running paper ends', () => {
    expect(deadlineOf(RUNNING, EXAM)).toBe(5_000_000 + 30 * MINUTE);
    expect(deadlineOf({ ...RUNNING, factor: 2 }, EXAM)).toBe(5_000_000 + 70 * MINUTE);
    expect(deadlineOf(RUNNING, DRILL)).toBeNull();
    for (const phase of ['ready', 'paused', 'submitted'] as const)
      expect(deadlineOf({ ...RUNNING, phase }, EXAM)).toBeNull();
  });

  it('notices a sleep by the wall clock running ahead by more than two seconds', () => {
    const anchor = { wall: 1000, mono: 0, elapsed: 0 };
    expect(sleptSince(anchor, { wall: 1000 + 12 * MINUTE, mono: 2 * MINUTE })).toBe(10 * MINUTE);
    expect(sleptSince(anchor, { wall: 1000 + MINUTE + 2000, mono: MINUTE })).toBe(0);
    expect(sleptSince(anchor, { wall: 0, mono: MINUTE })).toBe(0);
  });

  it('announces 10, 5 and 1 minutes once each, and after a jump only the latest', () => {
    const said: number[] = [];
    for (let left = 40 * MINUTE; left > 0; left -= 500) {
      const minutes = announcement(left, left - 500);
      if (minutes !== null) said.push(minutes);
    }
    expect(said).toEqual([10, 5, 1]);
    expect(announcement(20 * MINUTE, 4 * MINUTE)).toBe(5);
    expect(announcement(null, 4 * MINUTE)).toBeNull();
    expect(announcement(2 * MINUTE, 0)).toBeNull();
  });

  it('reads as people write it', () => {
    expect([0, 1, 59_000, 60_000, 2_345_000, 3_600_000].map(formatDuration)).toEqual([
      '0:00',
      '0:01',
      '0:59',
      '1:00',
      '39:05',
      '1:00:00',
    ]);
  });
});
