/** What of an attempt cannot be read: kept as it was until the reader discards it. */
import type { EventKey, ExamDatabase, Keyed, Quarantined } from './exam-database.ts';
import type { ExamMirror } from './exam-mirror.ts';

/** A record as text. */
export function rawOf(record: unknown): string {
  return typeof record === 'string' ? record : (JSON.stringify(record) ?? 'undefined');
}

/** The quarantine of a store; its methods never reject. */
export interface ExamQuarantine {
  /** Moves an attempt with its journal there; where that fails it stays where it is, unreadable but unharmed. */
  takeAttempt(id: string, raw: string): Promise<void>;
  /**
   * Moves events there.
   *
   * @returns raw texts of what lies there of their attempt then, and of what could not be moved
   */
  takeEvents(id: string, events: readonly Keyed<EventKey>[]): Promise<string[]>;
  /** What lies there, one item an attempt, the newest first. */
  list(): Promise<readonly Quarantined[]>;
  /** Removes what lies there of an attempt. */
  discard(attempt: string): Promise<void>;
}

/**
 * Opens the quarantine.
 *
 * @param database null where there is none: then nothing can be moved
 * @param onFailure called when the database refuses to read or to discard
 * @param now milliseconds since the epoch
 */
export function openExamQuarantine(
  database: Promise<ExamDatabase | null>,
  mirror: ExamMirror,
  onFailure: () => void,
  now: () => number,
): ExamQuarantine {
  const take = async (id: string, raw: string, keys: readonly EventKey[]): Promise<boolean> => {
    const open = await database;
    try {
      if (open === null) return false;
      await open.quarantine({ attempt: id, at: now(), raw }, keys);
    } catch {
      return false;
    }
    if (keys.length === 0) mirror.dropAttempt(id);
    for (const key of keys.length === 0 ? mirror.events(id).map((item) => item.key) : keys) mirror.dropEvent(key);
    return true;
  };
  const items = async (): Promise<readonly Quarantined[]> => {
    const open = await database;
    try {
      return (await open?.quarantined()) ?? [];
    } catch {
      onFailure();
      return [];
    }
  };
  return {
    async takeAttempt(id, raw) {
      await take(id, raw, []);
    },
    async takeEvents(id, events) {
      const left: string[] = [];
      for (const { key, record } of events) if (!(await take(id, rawOf(record), [key]))) left.push(rawOf(record));
      return [...(await items()).filter(({ attempt }) => attempt === id).map(({ raw }) => raw), ...left];
    },
    async list() {
      const found = new Map<string, Quarantined>();
      for (const item of await items()) {
        const before = found.get(item.attempt);
        found.set(item.attempt, before === undefined ? item : { ...item, raw: `${before.raw}\n${item.raw}` });
      }
      return [...found.values()].sort((x, y) => y.at - x.at);
    },
    async discard(attempt) {
      await (await database)?.discard(attempt).catch(onFailure);
    },
  };
}
