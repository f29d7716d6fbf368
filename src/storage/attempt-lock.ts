/**
 * One tab writes an attempt at a time: a Web Lock `attempt:<id>`, or a lease in localStorage where a browser has no locks or
 * refuses them, as it does with site data blocked.
 */

/** The right to write, or the news that another tab has it. */
export type LockResult =
  | {
      readonly kind: 'held';
      release(): void;
      /** Resolves when another tab has taken over. */
      readonly lost: Promise<void>;
    }
  | { readonly kind: 'taken' };

/** How long a page waits for the one it replaces to go, in milliseconds. */
const PATIENCE = 1500;
const LEASE = 6000;
const RENEWAL = 2000;

/**
 * Acquires the lock of an attempt.
 *
 * @param steal take it from the tab that has it
 */
export function acquireAttempt(id: string, steal: boolean): Promise<LockResult> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? leaseAttempt(id, steal) : lockAttempt(locks, id, steal);
}

function lockAttempt(locks: LockManager, id: string, steal: boolean): Promise<LockResult> {
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  return new Promise((resolve) => {
    const options: LockOptions = steal ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE) };
    locks
      .request(`attempt:${id}`, options, () => {
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        resolve({ kind: 'held', release, lost });
        return held;
      })
      .catch((error: unknown) => {
        // Before the lock was ours somebody else keeps it, or there are none to be had; after, that somebody took it.
        resolve(isKeptElsewhere(error) ? { kind: 'taken' } : leaseAttempt(id, steal));
        lose();
      });
  });
}

/** Whether a request failed because another tab has the lock: stolen, or not given up while we waited. */
function isKeptElsewhere(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

interface Lease {
  readonly owner: string;
  readonly until: number;
}

function readLease(key: string): Lease | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null || !('owner' in value) || !('until' in value)) return null;
    return { owner: String(value.owner), until: Number(value.until) };
  } catch {
    return null;
  }
}

function leaseAttempt(id: string, steal: boolean): Promise<LockResult> {
  const key = `aca.exam.lease.${id}`;
  const owner = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('');
  const current = readLease(key);
  if (!steal && current !== null && current.until > Date.now()) return Promise.resolve({ kind: 'taken' });
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const renew = (): void => {
    try {
      localStorage.setItem(key, JSON.stringify({ owner, until: Date.now() + LEASE }));
    } catch {
      // Without storage no other tab can know of this attempt.
    }
  };
  renew();
  const timer = setInterval(() => {
    const held = readLease(key);
    if (held === null || held.owner === owner) renew();
    else {
      clearInterval(timer);
      lose();
    }
  }, RENEWAL);
  const release = (): void => {
    clearInterval(timer);
    try {
      if (readLease(key)?.owner === owner) localStorage.removeItem(key);
    } catch {
      // It runs out by itself.
    }
  };
  addEventListener('pagehide', release, { once: true });
  return Promise.resolve({ kind: 'held', release, lost });
}
