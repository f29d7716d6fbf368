/** Ticks between the first snapshots: a step back replays up to so many. */
const SPACING = 16;
/** Most bytes kept. */
const BUDGET = 8 * 1024 * 1024;

interface Snapshot {
  readonly at: number;
  readonly parts: readonly Float32Array[];
}

/** Snapshots of a training, thinned by doubling when they outgrow the budget. */
export class Snapshots {
  private kept: Snapshot[] = [];
  private spacing = SPACING;
  private bytes = 0;

  /** Keeps a tick's snapshot if it is due; `make` is called only then. */
  offer(at: number, make: () => readonly Float32Array[]): void {
    const last = this.kept.at(-1);
    if (at % this.spacing !== 0 || (last !== undefined && last.at >= at)) return;
    const parts = make();
    this.kept.push({ at, parts });
    this.bytes += sizeOf(parts);
    while (this.bytes > BUDGET && this.kept.length > 2) {
      this.spacing *= 2;
      this.keep((snapshot) => snapshot.at % this.spacing === 0);
    }
  }

  /** The latest snapshot at or before a tick; there must be one. */
  nearest(tick: number): Snapshot {
    const found = this.kept.findLast(({ at }) => at <= tick);
    if (found === undefined) throw new RangeError(`No snapshot at or before tick ${tick}.`);
    return found;
  }

  /** Drops what lies after a tick. */
  forgetAfter(tick: number): void {
    this.keep(({ at }) => at <= tick);
  }

  private keep(isKept: (snapshot: Snapshot) => boolean): void {
    this.kept = this.kept.filter(isKept);
    this.bytes = this.kept.reduce((sum, { parts }) => sum + sizeOf(parts), 0);
  }
}

function sizeOf(parts: readonly Float32Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}
