import { useRef, useState } from 'preact/hooks';
import { shortNumber } from '#core/format-number.ts';
import { Picker } from '#widgets/Picker.tsx';
import { arrowOf, placeUnder } from '#widgets/plane-pad.ts';
import { Stepper } from '#widgets/Stepper.tsx';
import type { Translator } from '#widgets/translator.ts';
import { useNewest } from '#widgets/use-newest.ts';
import { HALF } from './data.ts';
import { GRID, MAX_OWN, MIN_OWN, type OwnPoint, putPoint, STEPS, snap } from './own-points.ts';
import type { MlpAction } from './state.ts';

interface PointPadProps {
  readonly points: readonly OwnPoint[];
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: MlpAction): void;
}

/** What a press does, by the digits 1 to 3: puts down a point of a class, or takes one away. */
const BRUSHES = ['plus', 'minus', 'erase'] as const;
const TARGETS = { plus: 1, minus: -1, erase: null } as const;
const SIDE = 300;
const toX = (x: number): number => ((x + HALF) / (2 * HALF)) * SIDE;
const toY = (y: number): number => ((HALF - y) / (2 * HALF)) * SIDE;

/** Puts points down and takes them away: by mouse, pen or touch, by buttons, or with the arrow keys, Space and the digits 1 to 3. */
export function PointPad({ points, disabled, t, dispatch }: PointPadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const [brush, setBrush] = useState<(typeof BRUSHES)[number]>('plus');
  const [cursor, setCursor] = useState({ x: 0, y: 0 });
  const newest = useNewest({ brush, cursor });
  const [refused, setRefused] = useState(false);
  const painted = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const moveTo = (place: typeof cursor): void => {
    newest.current = { ...newest.current, cursor: place };
    setCursor(place);
  };
  const choose = (next: typeof brush): void => {
    newest.current = { ...newest.current, brush: next };
    setBrush(next);
  };
  const put = (place: { readonly x: number; readonly y: number }): void => {
    const target = TARGETS[newest.current.brush];
    const known = points.find(({ x, y }) => x === place.x && y === place.y);
    const changes = target === null ? known !== undefined : known?.target !== target;
    setRefused(changes && putPoint(points, place, target) === points);
    if (changes) dispatch({ kind: 'put', ...place, target });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = arrowOf(event.key);
    const chosen = BRUSHES[Number(event.key) - 1];
    if (move === undefined && chosen === undefined && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 5 : 1;
    const { x, y } = newest.current.cursor;
    if (chosen !== undefined) choose(chosen);
    else if (move !== undefined) moveTo(snap(x + move.x * GRID * far, y + move.y * GRID * far));
    else put({ x, y });
  };
  const paint = (event: PointerEvent): void => {
    if (disabled || pad.current === null) return;
    const { x, y } = placeUnder(event, pad.current, HALF);
    const place = snap(x, y);
    // A drag puts a row of points, one a place.
    if (painted.current?.x === place.x && painted.current.y === place.y) return;
    painted.current = place;
    moveTo(place);
    put(place);
  };
  return (
    <div class="own">
      <p class="fact">{t('mlp.own.how')}</p>
      <Picker
        legend={t('mlp.own.brush')}
        choices={BRUSHES}
        chosen={brush}
        disabled={disabled}
        text={(name) => t(`mlp.own.${name}`)}
        onChoose={choose}
      >
        <button type="button" disabled={disabled} onClick={() => dispatch({ kind: 'clear-points' })}>
          {t('mlp.own.clear')}
        </button>
      </Picker>
      <div
        ref={pad}
        class="pad"
        role="application"
        aria-label={t('mlp.own.pad', { x: shortNumber(cursor.x), y: shortNumber(cursor.y) })}
        tabIndex={disabled ? -1 : 0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          painted.current = null;
          event.currentTarget.setPointerCapture(event.pointerId);
          paint(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons % 2 === 1) paint(event);
        }}
      >
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          <path class="line soft hair" d={`M0 ${SIDE / 2}H${SIDE}M${SIDE / 2} 0V${SIDE}`} />
          {points.map(({ x, y, target }) => (
            <path
              key={`${x} ${y}`}
              class={target > 0 ? 'dots' : 'crosses'}
              d={target > 0 ? `M${toX(x)} ${toY(y)}h0` : `M${toX(x) - 4} ${toY(y) - 4}l8 8m0 -8l-8 8`}
            />
          ))}
          <circle class="cursor" cx={toX(cursor.x)} cy={toY(cursor.y)} r="9" />
        </svg>
      </div>
      <div class="put">
        {(['x', 'y'] as const).map((axis) => (
          <Stepper
            key={axis}
            label={axis}
            value={Math.round(cursor[axis] / GRID)}
            min={-STEPS}
            max={STEPS}
            text={(steps) => shortNumber(steps * GRID)}
            disabled={disabled}
            t={t}
            onChange={(steps) => {
              const place = steps * GRID;
              moveTo(axis === 'x' ? snap(place, cursor.y) : snap(cursor.x, place));
            }}
          />
        ))}
        <button type="button" disabled={disabled} onClick={() => put(cursor)}>
          {t(brush === 'erase' ? 'mlp.own.eraseHere' : 'mlp.own.putHere')}
        </button>
      </div>
      <p class="fact" role="status">
        {t('mlp.own.count', {
          plus: points.filter(({ target }) => target > 0).length,
          minus: points.filter(({ target }) => target < 0).length,
          most: MAX_OWN,
        })}{' '}
        {refused && t(brush === 'erase' && points.length <= MIN_OWN ? 'mlp.own.tooFew' : 'mlp.own.tooMany')}
      </p>
    </div>
  );
}
