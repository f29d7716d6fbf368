/** The kinds of value a widget's state is made of, each with its one way into a URL and back. */

/** A value as text and back. */
export interface Field<Value> {
  /** The value of a text, or null when it is not valid. `parse(print(v))` equals v. */
  parse(text: string): Value | null;
  print(value: Value): string;
  /** What would be valid, for the message about what is not; the same in every language: `-5 … 5`, `relu, tanh`. */
  readonly valid: string;
}

/** A decimal number in [min, max] with at most `places` decimals. */
export function decimalField(min: number, max: number, places: number): Field<number> {
  const form = places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+(\\.\\d{1,${places}})?$`);
  return {
    parse(text) {
      const value = Number(text) + 0;
      return form.test(text) && value >= min && value <= max ? value : null;
    },
    print: String,
    valid: `${min} … ${max}`,
  };
}

/** One of a list of words. */
export function choiceField<Choice extends string>(choices: readonly Choice[]): Field<Choice> {
  return {
    parse: (text) => choices.find((choice) => choice === text) ?? null,
    print: (choice) => choice,
    valid: choices.join(', '),
  };
}

/** One to `most` different words of a list, in the order given. */
export function listField<Choice extends string>(choices: readonly Choice[], most: number): Field<readonly Choice[]> {
  const one = choiceField(choices);
  return {
    parse(text) {
      const items = text.split(',').map((word) => one.parse(word));
      const known = items.filter((item) => item !== null);
      return known.length === items.length && known.length <= most && new Set(known).size === known.length
        ? known
        : null;
    },
    print: (items) => items.join(','),
    valid: `1 … ${most} × ${one.valid}`,
  };
}

/** Nothing, or a value. Nothing is what such a property begins with, so its empty text never stands in a URL, nor is valid. */
export function orNone<Value>(field: Field<Value>): Field<Value | null> {
  return { ...field, print: (value) => (value === null ? '' : field.print(value)) };
}

/** A field for each property of a record. */
export type FieldsOf<Value> = { readonly [Name in keyof Value]: Field<Value[Name]> };

/**
 * A record as the texts of its properties in the order of `fields`, underscores between; no such text may hold one.
 *
 * @param pattern any record of the kind
 */
export function recordField<Value extends object>(fields: FieldsOf<Value>, pattern: Value): Field<Value> {
  const names = namesOf(fields);
  return {
    parse(text) {
      const parts = text.split('_');
      const value = { ...pattern };
      const good = names.every((name, i) => readInto(value, name, fields[name], parts[i] ?? ''));
      return good && parts.length === names.length ? value : null;
    },
    print: (value) => names.map((name) => fields[name].print(value[name])).join('_'),
    valid: names.map((name) => `(${fields[name].valid})`).join('_'),
  };
}

/** Names of a table's properties, in order. */
export function namesOf<Table extends object>(table: Table): (keyof Table)[] {
  // A table written out has the keys of its type and no other; `Object.keys` cannot know.
  return Object.keys(table) as (keyof Table)[];
}

/** Sets a property to what a text says; false, and nothing set, when the text is not valid. */
export function readInto<Value extends object, Name extends keyof Value>(
  into: Value,
  name: Name,
  field: Field<Value[Name]>,
  text: string,
): boolean {
  const value = field.parse(text);
  if (value === null) return false;
  into[name] = value;
  return true;
}

/** A value brought into [min, max] and to `places` decimals; never −0. Not for NaN. */
export function quantize(value: number, min: number, max: number, places: number): number {
  return Number(Math.min(max, Math.max(min, value)).toFixed(places)) + 0;
}
