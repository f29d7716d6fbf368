/** How attempts and journal events are stored: the converters between sealed records and what the engine trusts. */
import { ATTEMPT_SCHEMA, type Attempt } from '#core/exam/attempt.ts';
import { DEED_KINDS, type JournalEvent } from '#core/exam/journal.ts';
import { type SealedRecord, seal, type Unsealed, unseal } from './sealed-record.ts';

/** Raised when events change their form. */
const EVENT_SCHEMA = 1;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function toAttempt(value: unknown): Attempt | null {
  if (!isObject(value) || typeof value['id'] !== 'string' || !Array.isArray(value['questions'])) return null;
  return value as unknown as Attempt;
}

function toEvent(value: unknown): JournalEvent | null {
  if (!isObject(value) || typeof value['attempt'] !== 'string') return null;
  for (const field of ['seq', 'epoch', 'at', 'elapsed']) if (!Number.isFinite(value[field])) return null;
  return DEED_KINDS.some((kind) => kind === value['kind']) ? (value as unknown as JournalEvent) : null;
}

/** An attempt for storage. */
export function sealAttempt(attempt: Attempt): SealedRecord {
  return seal(attempt, ATTEMPT_SCHEMA);
}

/** An attempt from storage. */
export function unsealAttempt(record: unknown): Unsealed<Attempt> {
  return unseal(record, ATTEMPT_SCHEMA, toAttempt);
}

/** An event for storage. */
export function sealEvent(event: JournalEvent): SealedRecord {
  return seal(event, EVENT_SCHEMA);
}

/** An event from storage. */
export function unsealEvent(record: unknown): Unsealed<JournalEvent> {
  return unseal(record, EVENT_SCHEMA, toEvent);
}
