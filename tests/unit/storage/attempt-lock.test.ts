import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireAttempt, type LockResult } from '#storage/attempt-lock.ts';

function held(result: LockResult): Extract<LockResult, { kind: 'held' }> {
  if (result.kind !== 'held') throw new Error('The attempt is taken.');
  return result;
}

/** Whether a promise is settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const waiting = Symbol('waiting');
  return (await Promise.race([promise, Promise.resolve(waiting)])) !== waiting;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the Web Lock of an attempt', () => {
  it('is held by one at a time, and free for the next after its release', async () => {
    const first = held(await acquireAttempt('one', false));
    expect(await acquireAttempt('one', false)).toEqual({ kind: 'taken' });
    held(await acquireAttempt('another', false)).release();
    first.release();
    held(await acquireAttempt('one', false)).release();
    expect(await isSettled(first.lost)).toBe(false);
  });

  it('waits for the page it replaces to go', async () => {
    const first = held(await acquireAttempt('reload', false));
    setTimeout(() => first.release(), 100);
    held(await acquireAttempt('reload', false)).release();
  });

  it('tells the one that had it when another takes over', async () => {
    const first = held(await acquireAttempt('two', false));
    const second = held(await acquireAttempt('two', true));
    await first.lost;
    first.release();
    expect(await isSettled(second.lost)).toBe(false);
    second.release();
  });
});

describe('the lease of an attempt, without Web Locks', () => {
  /** A browser without locks; every page of a test shares its storage. */
  function old(): { readonly items: Map<string, string>; leave(): void } {
    const items = new Map<string, string>();
    const leaving: (() => void)[] = [];
    vi.useFakeTimers();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('addEventListener', (_: string, listener: () => void) => leaving.push(listener));
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    });
    return { items, leave: () => leaving[0]?.() };
  }

  it('is held for as long as it is renewed, and free after its release', async () => {
    old();
    const first = held(await acquireAttempt('one', false));
    vi.advanceTimersByTime(60_000);
    expect(await acquireAttempt('one', false)).toEqual({ kind: 'taken' });
    first.release();
    held(await acquireAttempt('one', false)).release();
  });

  it('is given back by a page that goes, and leaves nothing behind', async () => {
    const { items, leave } = old();
    await acquireAttempt('one', false);
    expect(items.size).toBe(1);
    leave();
    expect(items.size).toBe(0);
  });

  it('runs out where a page went without a word', async () => {
    const { items } = old();
    items.set('aca.exam.lease.one', JSON.stringify({ owner: 'gone', until: Date.now() + 6000 }));
    expect(await acquireAttempt('one', false)).toEqual({ kind: 'taken' });
    vi.advanceTimersByTime(6001);
    held(await acquireAttempt('one', false)).release();
  });

  it('tells the one that had it when another takes over, and is not given back by the loser', async () => {
    const { items } = old();
    const first = held(await acquireAttempt('one', false));
    const second = held(await acquireAttempt('one', true));
    vi.advanceTimersByTime(2001);
    await first.lost;
    first.release();
    expect(items.size).toBe(1);
    second.release();
    expect(items.size).toBe(0);
  });

  it('is no hindrance where nothing can be stored', async () => {
    old();
    vi.stubGlobal('localStorage', undefined);
    held(await acquireAttempt('one', false)).release();
  });

  it.each([false, true])('stands in for Web Locks that the browser refuses; steal: %s', async (steal) => {
    const { items } = old();
    const refuse = (): Promise<never> => Promise.reject(new DOMException('site data is blocked', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request: refuse } });
    const first = held(await acquireAttempt('one', steal));
    expect(items.size).toBe(1);
    expect(await acquireAttempt('one', false)).toEqual({ kind: 'taken' });
    first.release();
    vi.stubGlobal('localStorage', undefined);
    held(await acquireAttempt('one', steal)).release();
  });
});
