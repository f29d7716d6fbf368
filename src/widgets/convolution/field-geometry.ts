/** Where the units of three layers stand above the input, in one dimension. */

/** A layer as the drawing needs it. */
export interface Strip {
  readonly k: number;
  readonly stride: number;
  readonly dilation: number;
  readonly jump: number;
  readonly field: number;
}

/** A row of the drawing, from the input (0) up: centres of the units one top unit reads, in input cells. */
export interface FieldRow {
  readonly level: number;
  readonly centres: readonly number[];
}

/** The units of every row that one unit of the last layer sees; the input row has the cells that are truly read. */
export function unitsSeen(layers: readonly Strip[]): readonly FieldRow[] {
  let seen: readonly number[] = [0];
  const rows: FieldRow[] = [];
  const centre = (level: number, unit: number): number => {
    const layer = layers[level - 1];
    return layer === undefined ? unit + 0.5 : unit * layer.jump + layer.field / 2;
  };
  for (let level = layers.length; level >= 0; level--) {
    const units = seen;
    rows.unshift({ level, centres: units.map((unit) => centre(level, unit)) });
    const below = layers[level - 1];
    if (below === undefined) break;
    const read = units.flatMap((unit) =>
      Array.from({ length: below.k }, (_, i) => unit * below.stride + i * below.dilation),
    );
    seen = [...new Set(read)].sort((a, b) => a - b);
  }
  return rows;
}
