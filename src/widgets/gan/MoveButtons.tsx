import type { Translator } from '#widgets/translator.ts';
import type { GanAction, GanState } from './state.ts';

interface MoveButtonsProps {
  readonly state: GanState;
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: GanAction): void;
}

/** Ticks of “train D to the end”. */
const TO_THE_END = 500;

/** Who moves next: D, G, or both; D to the end; and the slow walk through one tick. */
export function MoveButtons({ state, disabled, t, dispatch }: MoveButtonsProps) {
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
      <label class="chip">
        <input
          type="checkbox"
          checked={state.slow}
          onChange={(event) => dispatch({ kind: 'slow', on: event.currentTarget.checked })}
        />
        <span>{t('gan.slow')}</span>
      </label>
    </fieldset>
  );
}
