/**
 * Controlled rounding: a table of integers between two sets of margins, each entry the floor or the ceiling of
 * row·column/total. (Cox 1987; that a rounding with exact margins always exists is the integrality of network flow.)
 */

/** A free entry of the table that may still be raised by one. */
interface Entry {
  readonly row: number;
  readonly column: number;
  readonly remainder: number;
}

/** Whether free entries can be raised so that every row and column gets what it lacks: bipartite augmenting paths. */
function canComplete(free: readonly Entry[], rowLack: readonly number[], columnLack: readonly number[]): boolean {
  const wanted = rowLack.reduce((x, y) => x + y, 0);
  if (wanted !== columnLack.reduce((x, y) => x + y, 0)) return false;
  const byRow = new Map<number, Entry[]>();
  for (const entry of free) byRow.set(entry.row, [...(byRow.get(entry.row) ?? []), entry]);
  const raised = new Set<Entry>();
  const room = [...columnLack];
  const reach = (row: number, visited: Set<number>): boolean => {
    for (const entry of byRow.get(row) ?? []) {
      if (raised.has(entry) || visited.has(entry.column)) continue;
      visited.add(entry.column);
      if ((room[entry.column] ?? 0) > 0) {
        room[entry.column] = (room[entry.column] ?? 0) - 1;
        raised.add(entry);
        return true;
      }
      for (const other of free) {
        if (other.column !== entry.column || !raised.has(other)) continue;
        raised.delete(other);
        raised.add(entry);
        if (reach(other.row, visited)) return true;
        raised.delete(entry);
        raised.add(other);
      }
    }
    return false;
  };
  return rowLack.every((lack, row) => {
    for (let i = 0; i < lack; i++) if (!reach(row, new Set())) return false;
    return true;
  });
}

/**
 * The rounded table.
 *
 * In order of remainder, largest first and ties row by row, an entry is raised where the rest can still be completed.
 *
 * @param rows integers ≥ 0
 * @param columns integers ≥ 0 with the same sum
 * @returns `rows.length` lists of `columns.length` integers whose sums are exactly `rows` and `columns`
 * @throws RangeError when the sums differ
 */
export function roundTable(rows: readonly number[], columns: readonly number[]): number[][] {
  const total = rows.reduce((x, y) => x + y, 0);
  if (total !== columns.reduce((x, y) => x + y, 0)) throw new RangeError('row and column sums must agree');
  if (total === 0) return rows.map(() => columns.map(() => 0));
  const table = rows.map((r) => columns.map((c) => Math.floor((r * c) / total)));
  const rowLack = rows.map((r, i) => r - (table[i] ?? []).reduce((x, y) => x + y, 0));
  const columnLack = columns.map((c, j) => c - table.reduce((x, line) => x + (line[j] ?? 0), 0));
  let free: Entry[] = rows
    .flatMap((r, row) => columns.map((c, column) => ({ row, column, remainder: (r * c) % total })))
    .filter((entry) => entry.remainder > 0);
  for (const entry of [...free].sort((x, y) => y.remainder - x.remainder)) {
    const { row, column } = entry;
    free = free.filter((other) => other !== entry);
    if ((rowLack[row] ?? 0) === 0 || (columnLack[column] ?? 0) === 0) continue;
    const rowAfter = rowLack.map((lack, i) => (i === row ? lack - 1 : lack));
    const columnAfter = columnLack.map((lack, j) => (j === column ? lack - 1 : lack));
    if (!canComplete(free, rowAfter, columnAfter)) continue;
    rowLack[row] = (rowLack[row] ?? 0) - 1;
    columnLack[column] = (columnLack[column] ?? 0) - 1;
    const line = table[row];
    if (line !== undefined) line[column] = (line[column] ?? 0) + 1;
  }
  return table;
}
