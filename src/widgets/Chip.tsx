import type { ComponentChildren } from 'preact';

interface ChipProps {
  readonly checked: boolean;
  readonly disabled: boolean;
  onChange(on: boolean): void;
  readonly children: ComponentChildren;
}

/** A checkbox with its words, as high as a thumb. */
export function Chip({ checked, disabled, onChange, children }: ChipProps) {
  return (
    <label class="chip">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
