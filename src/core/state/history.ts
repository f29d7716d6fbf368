/** Most bytes a history keeps. */
export const HISTORY_BYTES = 8 * 1024 * 1024;
/** Steps between the first snapshots: a step back replays up to so many. */
const SPACING = 16;

/** What a training was at a step. */
export interface Snapshot<Saved> {
  readonly at: number;
  readonly saved: Saved;
}

/**
 * Snapshots of something that moves in steps, for going back: the nearest one before, then replay. When they outgrow the
 * budget, every other one is dropped and the spacing doubles, so that going back from step n costs O(n / snapshots).
 */
export class History<Saved> {
  private kept: Snapshot<Saved>[] = [];
  private spacing = SPACING;
  private bytes = 0;
  private readonly sizeOf: (saved: Saved) => number;
  private readonly budget: number;

  /**
   * @param sizeOf bytes of a snapshot
   * @param budget most bytes kept; two snapshots are kept however large they are
   */
  constructor(sizeOf: (saved: Saved) => number, budget = HISTORY_BYTES) {
    this.sizeOf = sizeOf;
    this.budget = budget;
  }

  /** Keeps the snapshot of a step if one is due there; `make` is called only then. */
  offer(at: number, make: () => Saved): void {
    const last = this.kept.at(-1);
    if (at % this.spacing !== 0 || (last !== undefined && last.at >= at)) return;
    const saved = make();
    this.kept.push({ at, saved });
    this.bytes += this.sizeOf(saved);
    while (this.bytes > this.budget && this.kept.length > 2) {
      this.spacing *= 2;
      this.keep((snapshot) => snapshot.at % this.spacing === 0);
    }
  }

  /** The latest snapshot at or before a step. Throws RangeError when there is none: offer step 0 first. */
  nearest(step: number): Snapshot<Saved> {
    const found = this.kept.findLast(({ at }) => at <= step);
    if (found === undefined) throw new RangeError(`There is no snapshot at or before step ${step}.`);
    return found;
  }

  /** Drops what lies after a step: from there on the way is another. */
  forgetAfter(step: number): void {
    this.keep(({ at }) => at <= step);
  }

  /** Steps of the snapshots kept, rising. */
  steps(): number[] {
    return this.kept.map(({ at }) => at);
  }

  private keep(isKept: (snapshot: Snapshot<Saved>) => boolean): void {
    this.kept = this.kept.filter(isKept);
    this.bytes = this.kept.reduce((sum, { saved }) => sum + this.sizeOf(saved), 0);
  }
}
