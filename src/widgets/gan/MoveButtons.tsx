import { Chip } from '#widgets/Chip.tsx';
import type { ControlsProps } from '#widgets/controls-props.ts';
import type { GanAction, GanState } from './state.ts';

/** Ticks of “train D to the end”. */
const TO_THE_END = 500;

/** Who moves next: D, G, or both; D to the end; and the slow walk through one tick. */
export function MoveButtons({ state, disabled, t, dispatch }: ControlsProps<GanState, GanAction>) {
  return (
    <fieldset class="moves" disabled={disabled} aria-label={t('gan.moves')}>
      <button type="button" onClick={() => dispatch({ kind: 'move', move: 'd', count: 1 })}>
        {t('gan.move.d')}
      </button>
      <button type="button" onClick={() => dispatch({ kind: 'move', move: 'g', count: 1 })}>
        {t('gan.move.g')}
      </button>
      <button type="button" onClick={() => dispatch({ kind: 'move', move: 'b', count: 1 })}>
        {t('gan.move.b')}
      </button>
      <button type="button" onClick={() => dispatch({ kind: 'move', move: 'd', count: TO_THE_END })}>
        {t('gan.move.end', { n: TO_THE_END })}
      </button>
      <Chip checked={state.slow} disabled={disabled} onChange={(on) => dispatch({ kind: 'slow', on })}>
        {t('gan.slow')}
      </Chip>
    </fieldset>
  );
}
