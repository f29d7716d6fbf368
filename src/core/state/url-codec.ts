import type { CodeOf } from '#core/failures.ts';
import { type Field, namesOf, readInto } from './fields.ts';

/** A widget's state as a declared table: each property with its key in the URL and its kind of value. */
export type Fields<State> = {
  readonly [Name in keyof State]: { readonly key: string; readonly field: Field<State[Name]> };
};

/** One complaint about a hash, with what would have been valid. */
export interface HashProblem {
  readonly code: CodeOf<'lab-hash'>;
  readonly key: string;
  readonly value: string;
  readonly valid: string;
}

/**
 * The state as the text after `#`: `v=1&x=1.5&f=relu`. Properties equal to their initial value are left out, the version
 * never is: a change of an initial value takes a new version.
 */
export function encodeState<State extends object>(
  version: number,
  fields: Fields<State>,
  initial: State,
  state: State,
): string {
  const parts = [`v=${version}`];
  for (const name of namesOf(fields)) {
    const { key, field } = fields[name];
    const text = field.print(state[name]);
    if (text !== field.print(initial[name])) parts.push(`${key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  }
  return parts.join('&');
}

/**
 * Reads a hash, with or without `#`. What is missing or wrong keeps its initial value, and each wrong part is reported;
 * nothing is thrown away in silence. An empty hash is the initial state.
 */
export function decodeState<State extends object>(
  version: number,
  fields: Fields<State>,
  initial: State,
  hash: string,
): { readonly state: State; readonly problems: readonly HashProblem[] } {
  const state = { ...initial };
  const problems: HashProblem[] = [];
  const names = namesOf(fields);
  const keys = ['v', ...names.map((name) => fields[name].key)];
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    if (key === 'v') {
      if (value !== String(version)) problems.push({ code: 'lab-hash-version', key, value, valid: String(version) });
      continue;
    }
    const name = names.find((candidate) => fields[candidate].key === key);
    if (name === undefined) problems.push({ code: 'lab-hash-key', key, value, valid: keys.join(', ') });
    else if (!readInto(state, name, fields[name].field, value))
      problems.push({ code: 'lab-hash-value', key, value, valid: fields[name].field.valid });
  }
  return { state, problems };
}
