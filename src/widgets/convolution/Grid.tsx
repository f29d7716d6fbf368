import { useState } from 'preact/hooks';
import { useNewest } from '#widgets/use-newest.ts';
import { type DrawingProps, GridDrawing, type Place } from './GridDrawing.tsx';

/** What a reader can do with the cells of a grid. */
export interface GridHands {
  /** What the grid is and which keys it takes. */
  readonly label: string;
  /** The cell under the cursor, as it is read out. */
  reading(place: Place): string;
  /** The cell the reader chose, when it is in this grid: marked, and where the cursor is. Absent: the grid keeps its own. */
  readonly at?: Place | undefined;
  /** Arrows. */
  onMove?: ((place: Place) => void) | undefined;
  /** Enter, Space, a click or a tap. */
  onPick(place: Place): void;
  /** A digit or a change of sign, where cells hold what the reader writes. */
  onType?: ((place: Place, typed: number | 'negate') => void) | undefined;
  /** Drawing: every cell that the pointer passes is picked. */
  readonly draws?: boolean | undefined;
}

interface GridProps extends Omit<DrawingProps, 'cursor'> {
  readonly hands?: GridHands | undefined;
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A grid that is worked by pointer and by arrows; without hands, one that only shows. */
export function Grid({ hands, ...shown }: GridProps) {
  const { side, ring = 0 } = shown;
  const [own, setOwn] = useState<Place>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const chosen = hands?.at ?? own;
  const at: Place = { row: Math.min(chosen.row, side - 1), column: Math.min(chosen.column, side - 1) };
  const newest = useNewest(at);
  const wide = side + 2 * ring;
  const size = wide > 8 ? 'grid dense' : 'grid';
  const drawing = <GridDrawing {...shown} cursor={focused || hands?.at !== undefined ? at : undefined} />;
  if (hands === undefined) return <div class={size}>{drawing}</div>;
  const pick = (place: Place): void => {
    setOwn(place);
    hands.onPick(place);
  };
  const onPointer = (event: PointerEvent): void => {
    const svg = event.currentTarget instanceof Element ? event.currentTarget.querySelector('svg') : null;
    if (svg === null) return;
    if (event.type === 'pointermove' && (hands.draws !== true || event.buttons === 0)) return;
    const box = svg.getBoundingClientRect();
    const place = {
      row: Math.floor(((event.clientY - box.top) / box.height) * wide) - ring,
      column: Math.floor(((event.clientX - box.left) / box.width) * wide) - ring,
    };
    if (place.row < 0 || place.column < 0 || place.row >= side || place.column >= side) return;
    if (event.type === 'pointermove' && place.row === at.row && place.column === at.column) return;
    pick(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = MOVES[event.key];
    const typed = /^\d$/.test(event.key) ? Number(event.key) : event.key === '-' ? 'negate' : null;
    if (move !== undefined) {
      const keep = (value: number): number => Math.min(side - 1, Math.max(0, value));
      const from = newest.current;
      const next = { row: keep(from.row + move[0]), column: keep(from.column + move[1]) };
      newest.current = next;
      setOwn(next);
      hands.onMove?.(next);
    } else if (event.key === 'Enter' || event.key === ' ') pick(newest.current);
    else if (typed !== null && hands.onType !== undefined) hands.onType(newest.current, typed);
    else return;
    // The lab's own keys are not meant while a grid is walked.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      <div
        class={`${size} worked${hands.draws === true ? ' draws' : ''}`}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the grid is walked by arrows
        tabIndex={0}
        aria-label={hands.label}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {drawing}
      </div>
      <p class="cursor-reading" role="status">
        {focused ? hands.reading(at) : ''}
      </p>
    </div>
  );
}
