import { useRef, useState } from 'preact/hooks';
import { shortNumber } from '#core/format-number.ts';
import { arrowOf, placeUnder } from '#widgets/plane-pad.ts';
import type { Translator } from '#widgets/translator.ts';
import { useNewest } from '#widgets/use-newest.ts';
import { HALF } from './distributions.ts';
import { CELLS, dab, MAX_SPOTS, type Refusal, refusalOf, type Spot, snap } from './drawn.ts';
import { crosses, SIDE, toX, toY } from './geometry.ts';
import type { GanAction } from './state.ts';

interface DrawPadProps {
  readonly spots: readonly Spot[];
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: GanAction): void;
}

const STEP = (2 * HALF) / CELLS;

/** Draws a distribution: by mouse, pen or touch, or with the arrow keys and Space. */
export function DrawPad({ spots, disabled, t, dispatch }: DrawPadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const [erasing, setErasing] = useState(false);
  const drawing = useRef(false);
  const [cursor, setCursor] = useState<Spot>(snap(0, 0));
  const newest = useNewest(cursor);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const moveTo = (spot: Spot): void => {
    newest.current = spot;
    setCursor(spot);
  };
  const put = (spot: Spot, erase: boolean): void => {
    moveTo(spot);
    const refused = refusalOf(spots, spot, erase);
    // What a drag does not change leaves standing what was said.
    if (refused !== null || dab(spots, spot, erase) !== spots) setRefusal(refused);
    dispatch({ kind: 'draw', spot, erase });
  };
  const pointed = (event: PointerEvent): void => {
    if (pad.current === null) return;
    const { x, y } = placeUnder(event, pad.current, HALF);
    put(snap(x, y), erasing);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = arrowOf(event.key);
    if (move === undefined && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const here = newest.current;
    if (move !== undefined) moveTo(snap(here.x + move.x * STEP, here.y + move.y * STEP));
    else
      put(
        here,
        spots.some(({ x, y }) => x === here.x && y === here.y),
      );
  };
  return (
    <div class="draw">
      <p class="fact">{t('gan.draw.how', { most: MAX_SPOTS })}</p>
      <div
        ref={pad}
        class="pad"
        role="application"
        aria-label={t('gan.draw.pad', { x: shortNumber(cursor.x), y: shortNumber(cursor.y), n: spots.length })}
        tabIndex={disabled ? -1 : 0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (disabled) return;
          pad.current?.setPointerCapture(event.pointerId);
          drawing.current = true;
          pointed(event);
        }}
        onPointerMove={(event) => drawing.current && pointed(event)}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onPointerCancel={() => {
          drawing.current = false;
        }}
      >
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          <path
            class="crosses"
            d={crosses(
              spots.flatMap(({ x, y }) => [x, y]),
              2,
              4,
            )}
          />
          <circle class="cursor" cx={toX(cursor.x)} cy={toY(cursor.y)} r="8" />
        </svg>
      </div>
      <p class="pad-line">
        <button type="button" disabled={disabled} aria-pressed={erasing} onClick={() => setErasing(!erasing)}>
          {t('gan.draw.erase')}
        </button>
        <button
          type="button"
          disabled={disabled || spots.length === 0}
          onClick={() => {
            setRefusal(null);
            dispatch({ kind: 'clear-drawing' });
          }}
        >
          {t('gan.draw.clear')}
        </button>
        <span role="status">
          {t('gan.draw.count', { n: spots.length, most: MAX_SPOTS })} {refusal !== null && t(`gan.draw.${refusal}`)}
        </span>
      </p>
    </div>
  );
}
