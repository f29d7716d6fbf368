import { Stepper } from '#widgets/Stepper.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { OutputCell } from './cells.ts';

interface PlaceSteppersProps {
  readonly place: OutputCell;
  /** Cells in a row, and channels there are. */
  readonly side: number;
  readonly depth: number;
  readonly disabled: boolean;
  readonly t: Translator;
  onPlace(place: OutputCell): void;
}

/** Row, column and channel of a cell, by buttons: for fingers that a cell is too small for. */
export function PlaceSteppers({ place, side, depth, disabled, t, onPlace }: PlaceSteppersProps) {
  const steps = [
    ['row', side],
    ['column', side],
    ['channel', depth],
  ] as const;
  return steps
    .filter(([name, count]) => name !== 'channel' || count > 1)
    .map(([name, count]) => (
      <Stepper
        key={name}
        label={t(`convolution.${name}`)}
        value={place[name] + 1}
        min={1}
        max={count}
        disabled={disabled}
        t={t}
        onChange={(value) => onPlace({ ...place, [name]: value - 1 })}
      />
    ));
}
