import { useState } from 'preact/hooks';

/** A place in a grid; outside of it, on the padding, numbers are negative or beyond the side. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

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

/** The cells a window reads: its corner, its side, and how far apart they stand. */
export interface GridWindow {
  readonly at: Place;
  readonly k: number;
  readonly dilation: number;
}

interface GridProps {
  readonly side: number;
  /** Rings of padding around the cells. */
  readonly ring?: number;
  /** Row by row; null where nothing is yet. */
  readonly values: readonly (number | null)[];
  /** Value of the strongest tint. */
  readonly strongest: number;
  /** Grey for pixels, vermilion and indigo for what has a sign. */
  readonly tone: 'grey' | 'signed';
  text(value: number): string;
  /** What the drawing shows, for those who do not see it. */
  readonly alt: string;
  /** Cells that are read now, and the outline around them. */
  readonly window?: GridWindow | undefined;
  readonly current?: Place | undefined;
  /** Cells with a ring: where the largest values stood. */
  readonly rings?: readonly Place[] | undefined;
  /** Cells with a tick. */
  readonly ticks?: readonly boolean[] | undefined;
  readonly hands?: GridHands | undefined;
}

const CELL = 30;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Width of a cell on screen: smaller where there are many, never too small to read or hit. */
function cellWidth(cells: number): number {
  return cells <= 5 ? 36 : cells <= 8 ? 32 : 23;
}

/** Numbers on squared paper: tinted, with the window that is read, worked by pointer and by arrows. */
export function Grid(props: GridProps) {
  const { side, ring = 0, values, tone, strongest, text, alt, hands } = props;
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const chosen = hands?.at ?? cursor;
  const at: Place = { row: Math.min(chosen.row, side - 1), column: Math.min(chosen.column, side - 1) };
  const wide = side + 2 * ring;
  const spots = Array.from({ length: wide * wide }, (_, i) => ({
    row: Math.floor(i / wide) - ring,
    column: (i % wide) - ring,
  }));
  const x = (column: number): number => (column + ring) * CELL;
  const read = props.window;
  const isRead = ({ row, column }: Place): boolean => {
    if (read === undefined) return false;
    const [down, right] = [row - read.at.row, column - read.at.column];
    const end = read.dilation * (read.k - 1);
    return (
      down >= 0 &&
      right >= 0 &&
      down <= end &&
      right <= end &&
      down % read.dilation === 0 &&
      right % read.dilation === 0
    );
  };
  const outline = read === undefined ? 0 : (read.dilation * (read.k - 1) + 1) * CELL;
  const drawing = (
    <svg
      viewBox={`-2 -2 ${wide * CELL + 4} ${wide * CELL + 4}`}
      width={wide * cellWidth(wide)}
      height={wide * cellWidth(wide)}
      role="img"
      aria-label={alt}
    >
      {spots.map((spot) => {
        const inside = spot.row >= 0 && spot.column >= 0 && spot.row < side && spot.column < side;
        const value = inside ? (values[spot.row * side + spot.column] ?? null) : null;
        const strength = value === null ? 0 : Math.min(1, Math.abs(value) / Math.max(strongest, 1e-9));
        const kind = !inside ? 'pad' : value === null ? 'empty' : tone === 'grey' ? 'grey' : value < 0 ? 'neg' : 'pos';
        return (
          <g key={`${spot.row},${spot.column}`} class={`cell ${kind}${isRead(spot) ? ' read' : ''}`}>
            <rect class="ground" x={x(spot.column)} y={x(spot.row)} width={CELL} height={CELL} />
            {value !== null && strength > 0 && (
              <rect
                class="tint"
                x={x(spot.column)}
                y={x(spot.row)}
                width={CELL}
                height={CELL}
                fill-opacity={0.5 * strength}
              />
            )}
            {(value !== null || !inside) && (
              <text
                class={value !== null && text(value).length > 3 ? 'long' : undefined}
                x={x(spot.column) + CELL / 2}
                y={x(spot.row) + CELL / 2 + 5}
                text-anchor="middle"
              >
                {value === null ? '0' : text(value)}
              </text>
            )}
            {inside && props.ticks?.[spot.row * side + spot.column] === true && (
              <path class="tick" d={`M${x(spot.column) + CELL - 9} ${x(spot.row) + 5}l2.5 2.5 4.5-5`} />
            )}
          </g>
        );
      })}
      {props.rings?.map((place, i) => (
        <circle key={i} class="winner" cx={x(place.column) + CELL / 2} cy={x(place.row) + CELL / 2} r={CELL / 2 - 3} />
      ))}
      {read && <rect class="window" x={x(read.at.column)} y={x(read.at.row)} width={outline} height={outline} />}
      {props.current && (
        <rect class="window" x={x(props.current.column)} y={x(props.current.row)} width={CELL} height={CELL} />
      )}
      {(focused || hands?.at !== undefined) && (
        <rect class="cursor" x={x(at.column) + 3} y={x(at.row) + 3} width={CELL - 6} height={CELL - 6} />
      )}
    </svg>
  );
  const size = wide > 8 ? 'grid dense' : 'grid';
  if (hands === undefined) return <div class={size}>{drawing}</div>;
  const pick = (place: Place): void => {
    setCursor(place);
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
      const next = { row: keep(at.row + move[0]), column: keep(at.column + move[1]) };
      setCursor(next);
      hands.onMove?.(next);
    } else if (event.key === 'Enter' || event.key === ' ') pick(at);
    else if (typed !== null && hands.onType !== undefined) hands.onType(at, typed);
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
