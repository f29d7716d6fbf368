import type { ComponentChildren } from 'preact';

interface PickerProps<Choice extends string | number> {
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** The choice that is pressed; anything else where none is. */
  readonly chosen: string | number | null;
  readonly disabled: boolean;
  text(choice: Choice, index: number): string;
  /** Why a choice cannot be had at present; undefined where it can. */
  whyNot?(choice: Choice): string | undefined;
  onChoose(choice: Choice): void;
  /** Buttons that stand in the same line. */
  readonly children?: ComponentChildren;
}

/** One of a few: a line of buttons, of which one is pressed. */
export function Picker<Choice extends string | number>(props: PickerProps<Choice>) {
  const { disabled } = props;
  return (
    <fieldset class="picker" disabled={disabled}>
      <legend>{props.legend}</legend>
      {props.choices.map((choice, i) => {
        const refused = props.whyNot?.(choice);
        return (
          <button
            key={choice}
            type="button"
            aria-pressed={props.chosen === choice}
            disabled={disabled || refused !== undefined}
            title={refused}
            onClick={() => props.onChoose(choice)}
          >
            {props.text(choice, i)}
          </button>
        );
      })}
      {props.children}
    </fieldset>
  );
}
