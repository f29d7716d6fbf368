interface SelectProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly choices: readonly Choice[];
  readonly disabled: boolean;
  text(choice: Choice): string;
  onChoose(choice: Choice): void;
}

/** One of many: a list to unfold. */
export function Select<Choice extends string>({
  label,
  value,
  choices,
  disabled,
  text,
  onChoose,
}: SelectProps<Choice>) {
  return (
    <label class="select">
      <span>{label}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {text(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
