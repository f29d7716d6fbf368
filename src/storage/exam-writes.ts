/**
 * Writes on their way into the database: each is mirrored first, and one the database refused is kept in memory and offered
 * again, to mirror and database, with every later write, so that a disk that was full for a moment costs nothing.
 */
import type { EventKey, ExamDatabase } from './exam-database.ts';
import { type ExamMirror, isQuotaError, type MirrorWrite } from './exam-mirror.ts';
import type { SealedRecord } from './sealed-record.ts';
import type { StorageStatus } from './storage-status.ts';

/** The way in for attempts and events; nothing here rejects. */
export interface ExamWrites {
  /** Mirrored before it returns, in the database, or refused by it, when the promise resolves; so for `event`. */
  attempt(id: string, record: SealedRecord): Promise<void>;
  event(key: EventKey, record: SealedRecord): Promise<void>;
  /** Gives up what of an attempt was refused. */
  forget(attempt: string): void;
}

interface Write {
  readonly attempt: string;
  toMirror(): MirrorWrite;
  toDatabase(open: ExamDatabase): Promise<void>;
  leaveMirror(): void;
  /** How the mirror took it. */
  mirrored: MirrorWrite;
  /** Whether the database refused it for want of room. */
  full: boolean;
}

/** How safe answers are while the database lacks these: as safe as the worst of them. */
function statusWithout(refused: Iterable<Write>): StorageStatus {
  const all = [...refused];
  if (all.some(({ mirrored, full }) => full || mirrored === 'full')) return 'full';
  if (all.some(({ mirrored }) => mirrored === 'refused')) return 'memory';
  return all.length > 0 ? 'mirror' : 'durable';
}

/**
 * Opens the way in.
 *
 * @param database null where there is none
 * @param onStatus told after every write how safe all that was written is
 */
export function openExamWrites(
  database: Promise<ExamDatabase | null>,
  mirror: ExamMirror,
  onStatus: (status: StorageStatus) => void,
): ExamWrites {
  /** What the database does not have, the oldest first. */
  const refused = new Set<Write>();

  const save = async (write: Write, open: ExamDatabase | null): Promise<boolean> => {
    try {
      if (open === null) throw new Error('no IndexedDB');
      await write.toDatabase(open);
      write.leaveMirror();
      refused.delete(write);
      return true;
    } catch (error) {
      write.full = isQuotaError(error);
      refused.add(write);
      return false;
    }
  };

  const send = async (write: Write): Promise<void> => {
    // In the order of the journal: where there is room for some, what is read again is a state the reader has seen.
    for (const each of [...refused, write]) if (each.mirrored !== 'written') each.mirrored = each.toMirror();
    const open = await database;
    if (await save(write, open)) for (const each of refused) if (!(await save(each, open))) break;
    onStatus(statusWithout(refused));
  };

  return {
    attempt: (id, record) =>
      send({
        attempt: id,
        toMirror: () => mirror.writeAttempt(id, record),
        toDatabase: (open) => open.putAttempt(id, record),
        leaveMirror: () => mirror.dropAttempt(id),
        mirrored: 'refused',
        full: false,
      }),
    event: (key, record) =>
      send({
        attempt: key[0],
        toMirror: () => mirror.writeEvent(key, record),
        toDatabase: (open) => open.putEvents([{ key, record }]),
        leaveMirror: () => mirror.dropEvent(key),
        mirrored: 'refused',
        full: false,
      }),
    forget(attempt) {
      for (const write of refused) if (write.attempt === attempt) refused.delete(write);
    },
  };
}
