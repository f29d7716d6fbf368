/**
 * A stored value with what it takes to notice damage: its text, a checksum of the text and the number of its form.
 * Only texts are stored, so what cannot be understood can still be kept and handed to the reader as it is.
 */
import { hashHex, hashLabels } from '#core/random/hash.ts';

/** What lies in storage. */
export interface SealedRecord {
  readonly schema: number;
  readonly sum: string;
  /** JSON of the value. */
  readonly body: string;
}

/** What came out of storage. */
export type Unsealed<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'damaged' }
  /** Written by a newer version of this site: to be left alone. */
  | { readonly kind: 'future' };

/** Seals a value of plain JSON. */
export function seal(value: unknown, schema: number): SealedRecord {
  const body = JSON.stringify(value);
  return { schema, body, sum: hashHex(hashLabels(schema, body)) };
}

function isRecord(value: unknown): value is SealedRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    typeof value.schema === 'number' &&
    'sum' in value &&
    'body' in value &&
    typeof value.body === 'string'
  );
}

/**
 * Opens a record.
 *
 * @param known the newest form this version understands; there is none older than 1
 * @param convert makes the strict value of what the body holds, or null when it is none; a true checksum says that we wrote it
 */
export function unseal<T>(record: unknown, known: number, convert: (value: unknown) => T | null): Unsealed<T> {
  if (!isRecord(record)) return { kind: 'damaged' };
  if (record.sum !== hashHex(hashLabels(record.schema, record.body))) return { kind: 'damaged' };
  if (record.schema > known) return { kind: 'future' };
  try {
    const value = convert(JSON.parse(record.body));
    return value === null ? { kind: 'damaged' } : { kind: 'good', value };
  } catch {
    return { kind: 'damaged' };
  }
}
