import { History } from '#core/state/history.ts';

/** Something that trains: its next state depends on its present state and the number of the step alone. */
export interface Trainee {
  /** Makes step number `step` (from 0): the state after `step` steps becomes that after `step + 1`. */
  advance(step: number): void;
  /** Copies of all that the next step depends on. */
  save(): Saved;
  restore(saved: Saved): void;
}

/** Parameters and moments, as plain arrays. */
export type Saved = readonly Float32Array[];

/**
 * A training that can be sent to any step: on by training, back by the nearest snapshot and replay. The state at a step is
 * the same however it was reached, and however the work was cut into slices.
 */
export class SeekableTraining {
  private step = 0;
  private readonly trainee: Trainee;
  private readonly history: History<Saved>;

  constructor(trainee: Trainee, budget?: number) {
    this.trainee = trainee;
    this.history = new History<Saved>((parts) => parts.reduce((sum, part) => sum + part.byteLength, 0), budget);
    this.history.offer(0, () => trainee.save());
  }

  /** Steps made so far. */
  get at(): number {
    return this.step;
  }

  /** Goes to a step; rests after every step made, so that the work can be cut or withdrawn there. */
  *goTo(goal: number): Generator<undefined, void, void> {
    if (goal < this.step) {
      const { at, saved } = this.history.nearest(goal);
      this.trainee.restore(saved);
      this.step = at;
    }
    while (this.step < goal) {
      this.trainee.advance(this.step);
      this.step += 1;
      this.history.offer(this.step, () => this.trainee.save());
      yield undefined;
    }
  }

  /** To be called when what happens at `step` or later has changed: forgets what was trained beyond it. */
  forgetAfter(step: number): void {
    this.history.forgetAfter(step);
    if (this.step <= step) return;
    const { at, saved } = this.history.nearest(step);
    this.trainee.restore(saved);
    this.step = at;
  }
}

/** Names float32 parameters bit by bit: FNV-1a over their bytes, eight hexadecimal digits. */
export function hashParameters(...parts: Saved): string {
  let hash = 0x811c9dc5;
  for (const part of parts)
    for (const byte of new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
      hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
