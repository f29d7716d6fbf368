/**
 * What IndexedDB does not have yet, in localStorage: written in the click's own task, so that a tab killed right after
 * loses nothing. Keys: `aca.exam.attempt.<id>` and `aca.exam.event.<id>.<epoch>.<seq>`, values JSON of sealed records.
 */
import type { EventKey, Keyed } from './exam-database.ts';
import type { SealedRecord } from './sealed-record.ts';

const ATTEMPT = 'aca.exam.attempt.';
const EVENT = 'aca.exam.event.';

/** How a write went; `full` is the browser's quota. */
export type MirrorWrite = 'written' | 'full' | 'refused';

/** The mirror; every method works on any state of the storage and never throws. */
export interface ExamMirror {
  writeAttempt(id: string, record: SealedRecord): MirrorWrite;
  writeEvent(key: EventKey, record: SealedRecord): MirrorWrite;
  dropAttempt(id: string): void;
  dropEvent(key: EventKey): void;
  attempts(): readonly Keyed<string>[];
  events(attempt: string): readonly Keyed<EventKey>[];
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}

function eventName([attempt, epoch, seq]: EventKey): string {
  return `${EVENT}${attempt}.${epoch}.${seq}`;
}

/** Whether a write failed for want of room. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED');
}

/** The mirror in a storage; null for a browser without one. */
export function openExamMirror(storage: Storage | null): ExamMirror {
  const write = (key: string, record: SealedRecord): MirrorWrite => {
    if (storage === null) return 'refused';
    try {
      storage.setItem(key, JSON.stringify(record));
      return 'written';
    } catch (error) {
      return isQuotaError(error) ? 'full' : 'refused';
    }
  };
  const drop = (key: string): void => {
    try {
      storage?.removeItem(key);
    } catch {
      // A copy too many does no harm: reading merges.
    }
  };
  const keys = (prefix: string): string[] => {
    try {
      if (storage === null) return [];
      return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
        key.startsWith(prefix),
      );
    } catch {
      return [];
    }
  };
  const read = (key: string): unknown => {
    try {
      return parse(storage?.getItem(key) ?? null);
    } catch {
      return null;
    }
  };
  return {
    writeAttempt: (id, record) => write(ATTEMPT + id, record),
    writeEvent: (key, record) => write(eventName(key), record),
    dropAttempt: (id) => drop(ATTEMPT + id),
    dropEvent: (key) => drop(eventName(key)),
    attempts: () => keys(ATTEMPT).map((key) => ({ key: key.slice(ATTEMPT.length), record: read(key) })),
    events: (attempt) =>
      keys(`${EVENT}${attempt}.`).map((key) => {
        const [epoch, seq] = key
          .slice(EVENT.length + attempt.length + 1)
          .split('.')
          .map(Number);
        return { key: [attempt, epoch ?? 0, seq ?? 0], record: read(key) };
      }),
  };
}
