import { Chip } from '#widgets/Chip.tsx';
import type { ControlsProps } from '#widgets/controls-props.ts';
import { cutAt, hasRoom } from './path.ts';
import { MOST_ALONE } from './settings.ts';
import type { GanAction, GanState } from './state.ts';

interface MoveButtonsProps extends ControlsProps<GanState, GanAction> {
  /** Ticks the first run's D alone takes to converge from here, as tried out; null before it was tried, or where it has converged. */
  readonly toTheEnd: number | null;
}

/** Who moves next: D, G, or both; D to the end; and the slow walk through one tick. */
export function MoveButtons({ state, disabled, t, dispatch, toTheEnd }: MoveButtonsProps) {
  const path = cutAt(state.path, state.at);
  const end = toTheEnd ?? MOST_ALONE;
  return (
    <fieldset class="moves" disabled={disabled} aria-label={t('gan.moves')}>
      {(['d', 'g', 'b'] as const).map((move) => (
        <button
          key={move}
          type="button"
          disabled={!hasRoom(path, move)}
          onClick={() => dispatch({ kind: 'move', move, count: 1 })}
        >
          {t(`gan.move.${move}`)}
        </button>
      ))}
      <button
        type="button"
        disabled={!hasRoom(path, 'd', end)}
        onClick={() => dispatch({ kind: 'move', move: 'd', count: end })}
      >
        {t(toTheEnd !== null && state.b !== null ? 'gan.move.endOfA' : 'gan.move.end', { n: end })}
      </button>
      <Chip checked={state.slow} disabled={disabled} onChange={(on) => dispatch({ kind: 'slow', on })}>
        {t('gan.slow')}
      </Chip>
    </fieldset>
  );
}
