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

/** A value brought into [min, max] and to `places` decimals; never −0. Not for NaN. */
export function quantize(value: number, min: number, max: number, places: number): number {
  return Number(Math.min(max, Math.max(min, value)).toFixed(places)) + 0;
}
