import { decimalField, type Field } from '#core/state/fields.ts';
import type { RunName } from '#widgets/training-state.ts';

/** A weight or bias set by hand. */
export interface Edit {
  readonly run: RunName;
  /** Updates made when it was set. */
  readonly at: number;
  /** Place in the parameter matrix; see `layout.ts`. */
  readonly index: number;
  readonly value: number;
}

/** Largest size of a number set by hand. */
export const MAX_VALUE = 99;
/** Decimals of a number set by hand. */
export const PLACES = 3;
/** Most edits kept, so that they fit into an address. */
export const MAX_EDITS = 40;
/** Most updates: 20,000 epochs of 500 samples, one at a time. */
export const MAX_UPDATES = 10_000_000;

const at = decimalField(0, MAX_UPDATES, 0);
const index = decimalField(0, 999, 0);
const value = decimalField(-MAX_VALUE, MAX_VALUE, PLACES);

function parseOne(text: string): Edit | null {
  const [run, when = '', where = '', what = '', ...more] = text.split('~');
  if ((run !== 'a' && run !== 'b') || more.length > 0) return null;
  const edit = { at: at.parse(when), index: index.parse(where), value: value.parse(what) };
  return edit.at === null || edit.index === null || edit.value === null
    ? null
    : { run, at: edit.at, index: edit.index, value: edit.value };
}

/** Edits in the URL: `a~120~5~-0.25`, commas between. */
export const editsField: Field<readonly Edit[]> = {
  parse(text) {
    if (text === '') return [];
    const edits = text.split(',').map(parseOne);
    const good = edits.filter((edit) => edit !== null);
    return good.length === edits.length && good.length <= MAX_EDITS ? good : null;
  },
  print: (edits) => edits.map((edit) => [edit.run, edit.at, edit.index, edit.value].join('~')).join(','),
  valid: `(a|b)~update~place~(${value.valid}), ≤ ${MAX_EDITS}`,
};

/**
 * Adds an edit: what its run was told later is forgotten, since the reader has gone another way; the same number set twice
 * at one update counts once. A full list takes no more.
 */
export function addEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const rest = edits.filter(
    (other) => other.run !== edit.run || (other.at <= edit.at && (other.at !== edit.at || other.index !== edit.index)),
  );
  return rest.length >= MAX_EDITS ? edits : [...rest, edit];
}

/** Updates a run had made when it was last changed by hand, of what it has come to since; null when it was not. */
export function lastEdited(edits: readonly Edit[], run: RunName, updates: number): number | null {
  const made = edits.filter((edit) => edit.run === run && edit.at <= updates).map(({ at }) => at);
  return made.length === 0 ? null : Math.max(...made);
}
