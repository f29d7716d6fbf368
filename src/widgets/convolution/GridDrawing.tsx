/** A place in a grid; outside of it, on the padding, numbers are negative or beyond the side. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells a window reads: its corner, its side, and how far apart they stand. */
export interface GridWindow {
  readonly at: Place;
  readonly k: number;
  readonly dilation: number;
}

/** What the drawing of a grid shows. */
export interface DrawingProps {
  readonly side: number;
  /** Rings of padding around the cells. */
  readonly ring?: number;
  /** What stands on the padding: the zeros of a convolution; pooling counts nothing there. */
  readonly pad?: string;
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
  /** The cell with a broken outline: the cursor. */
  readonly cursor?: Place | undefined;
}

const CELL = 30;

/** Width of a cell on screen: smaller where there are many, never too small to read or hit. */
function cellWidth(cells: number): number {
  return cells <= 5 ? 36 : cells <= 8 ? 32 : 23;
}

/** Whether a window reads a cell. */
function isRead(read: GridWindow | undefined, { row, column }: Place): boolean {
  if (read === undefined) return false;
  const end = read.dilation * (read.k - 1);
  return [row - read.at.row, column - read.at.column].every(
    (from) => from >= 0 && from <= end && from % read.dilation === 0,
  );
}

/** Numbers on squared paper: tinted, with the window that is read. */
export function GridDrawing(props: DrawingProps) {
  const { side, ring = 0, pad = '0', values, tone, strongest, text, alt } = props;
  const wide = side + 2 * ring;
  const spots = Array.from({ length: wide * wide }, (_, i) => ({
    row: Math.floor(i / wide) - ring,
    column: (i % wide) - ring,
  }));
  const x = (column: number): number => (column + ring) * CELL;
  const read = props.window;
  const outline = read === undefined ? 0 : (read.dilation * (read.k - 1) + 1) * CELL;
  return (
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
          <g key={`${spot.row},${spot.column}`} class={`cell ${kind}${isRead(read, spot) ? ' read' : ''}`}>
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
            {(value !== null || (!inside && pad !== '')) && (
              <text
                class={value !== null && text(value).length > 3 ? 'long' : undefined}
                x={x(spot.column) + CELL / 2}
                y={x(spot.row) + CELL / 2 + 5}
                text-anchor="middle"
              >
                {value === null ? pad : text(value)}
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
      {props.cursor && (
        <rect
          class="cursor"
          x={x(props.cursor.column) + 3}
          y={x(props.cursor.row) + 3}
          width={CELL - 6}
          height={CELL - 6}
        />
      )}
    </svg>
  );
}
