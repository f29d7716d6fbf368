/** How safe answers are, for as long as a page is open. */

/**
 * `durable`; `mirror` (no IndexedDB, localStorage only); `full` (the quota is used up, some answers are only in memory and
 * mirror); `memory` (some are gone when the tab closes).
 */
export type StorageStatus = 'durable' | 'mirror' | 'full' | 'memory';

/** Whether what was written can be read again after the page is gone. */
export function isKept(status: StorageStatus): boolean {
  return status === 'durable' || status === 'mirror';
}

/** A status that tells its listeners when it changes. */
export interface WatchedStatus {
  get(): StorageStatus;
  set(next: StorageStatus): void;
  /** Returns what ends the subscription. */
  subscribe(listener: (status: StorageStatus) => void): () => void;
}

/** A status, `durable` to begin with. */
export function watchStatus(): WatchedStatus {
  let status: StorageStatus = 'durable';
  const listeners = new Set<(status: StorageStatus) => void>();
  return {
    get: () => status,
    set(next) {
      if (next === status) return;
      status = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
