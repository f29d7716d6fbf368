import type { Model, Ops } from '#tensor/model.ts';
import { type Saved, SeekableTraining, type Trainee } from '#tensor/training.ts';
import { type Distribution, distributionOf } from './distributions.ts';
import { type Distances, makeYardstick, type Yardstick } from './metrics.ts';
import type { Phase } from './moves.ts';
import { commonLength, hasRoom, lengthOf, MAX_TICKS, moveAt, type Path } from './path.ts';
import { type RunFrame, RunRecord } from './run.ts';
import { isRecorded } from './series.ts';
import type { GanState } from './state.ts';
import { isDue, type Sighting, type Stop } from './stops.ts';

/**
 * What is asked: the frame of a state; the same as a step of play, which a condition may end there; the same with its first
 * run's probe; or to play on from it, by its path and then with both, until withdrawn.
 */
export interface GanQuestion {
  readonly kind: 'show' | 'step' | 'probe' | 'play';
  readonly state: GanState;
}

/** Everything the view draws. */
export interface GanFrame {
  readonly state: GanState;
  /** The tick shown: the state's, or, in play and on the way to a late one, where the work has come. */
  readonly tick: number;
  /** Whether the work has come where it was to go. */
  readonly arrived: boolean;
  /** Real points of the view: x, y, 1 each. */
  readonly real: Float32Array;
  readonly support: readonly number[];
  readonly modes: readonly number[];
  /** Real points against real points on average, and the furthest that counts as balance. */
  readonly floor: Distances;
  readonly near: Distances;
  readonly runs: readonly RunFrame[];
  /** Which run left the finite numbers at this tick; the state before it is shown no further. */
  readonly lost: number | null;
  /** The condition that ended play at this tick, or null. */
  readonly stopped: Stop | null;
}

/** Ticks on the way to a state before frames of the way are shown. */
const QUIET = 100;
/** Ticks between two looks whether numbers are still finite. */
const CHECK_EVERY = 64;

/**
 * Trains one or two pairs of networks along the path of a state.
 *
 * wasm: at batch 150 a step of 1 D + 1 G takes 0.7 ms on it and 1.4 ms on cpu (Node 24, two busy cores).
 */
export const model: Model<GanQuestion, GanFrame> = {
  backend: 'wasm',
  open(tf) {
    let game: Game | null = null;
    return {
      *answer({ kind, state }) {
        if (game === null || game.key !== keyOf(state)) {
          game?.dispose();
          game = new Game(tf, state);
          yield undefined;
        }
        const here = game;
        yield* here.goTo(state, state.at, kind === 'step' ? 'step' : 'show');
        // What an address could not hold is not played.
        const end = hasRoom(state.path, 'b') ? MAX_TICKS : lengthOf(state.path);
        if (kind === 'play' && here.lost === null) yield* here.goTo(state, end, 'play');
        const frame = here.frame(state, here.lost === null && kind !== 'play' ? state.phase : null, true);
        return kind === 'probe' && here.lost === null ? yield* here.probed(frame) : frame;
      },
      dispose() {
        game?.dispose();
        game = null;
      },
    };
  },
};

/** What may not change without starting anew. */
function keyOf({ seed, data, spots, noise, a, b }: GanState): string {
  return JSON.stringify([seed, data, data === 'drawn' ? spots : [], noise, a, b]);
}

/** The runs of one set of settings, trained together along a path. */
class Game implements Trainee {
  readonly key: string;
  /** Index of the run that has left the finite numbers, or null. */
  lost: number | null = null;
  private stopped: Stop | null = null;
  private readonly data: Distribution;
  private readonly yardstick: Yardstick;
  private readonly runs: readonly RunRecord[];
  private readonly training: SeekableTraining;
  private path: Path = [];

  constructor(tf: Ops, start: GanState) {
    this.key = keyOf(start);
    this.data = distributionOf(start.data, start.spots);
    this.yardstick = makeYardstick(tf, this.data, start.seed);
    const task = { data: this.data, noise: start.noise, seed: start.seed };
    this.runs = [start.a, ...(start.b === null ? [] : [start.b])].map(
      (settings) => new RunRecord(tf, task, this.yardstick, settings),
    );
    this.training = new SeekableTraining(this);
    this.record(0);
  }

  advance(tick: number): void {
    const move = moveAt(this.path, tick);
    for (const run of this.runs) run.trainer.step(tick, move);
    this.record(tick + 1);
  }

  save(): Saved {
    return this.runs.map((run) => run.trainer.snapshot());
  }

  restore(saved: Saved): void {
    for (const [i, run] of this.runs.entries()) {
      const part = saved[i];
      if (part !== undefined) run.trainer.restore(part);
    }
  }

  private record(tick: number): void {
    for (const run of this.runs) run.record(tick);
  }

  /**
   * Brings the runs to a tick of the state's path; stops where numbers are finite no more. Its condition is looked for at
   * every tick of `play`, and at the last of a `step`.
   */
  *goTo(
    state: GanState,
    goal: number,
    kind: Exclude<GanQuestion['kind'], 'probe'>,
  ): Generator<(() => GanFrame) | undefined, void, void> {
    const common = commonLength(state.path, this.path);
    this.training.forgetAfter(common);
    for (const run of this.runs) run.forgetAfter(common);
    this.path = state.path;
    let since = 0;
    this.lost = null;
    this.stopped = null;
    let before = this.sightings();
    for (const _ of this.training.goTo(goal)) {
      if (this.training.at % CHECK_EVERY === 0) this.lost = this.findLost();
      if (this.lost !== null) return;
      const watched = kind === 'play' || (kind === 'step' && this.training.at === goal);
      if (watched && isRecorded(this.training.at)) {
        const now = this.sightings();
        if (isDue(state.stop, this.training.at, before, now)) {
          this.stopped = state.stop;
          return;
        }
        before = now;
      }
      since += 1;
      yield kind === 'play' || since > QUIET ? () => this.frame(state, null, false) : undefined;
    }
    this.lost = this.findLost();
  }

  private sightings(): readonly Sighting[] {
    return this.runs.map((run) => run.sighting(this.training.at));
  }

  private findLost(): number | null {
    const lost = this.runs.findIndex((run) => run.isLost());
    return lost < 0 ? null : lost;
  }

  /** The frame of the tick the runs stand at; `fine` at rest. */
  frame(state: GanState, phase: Phase | null, fine: boolean): GanFrame {
    const move = moveAt(this.path, this.training.at);
    return {
      state,
      tick: this.training.at,
      arrived: fine,
      real: this.yardstick.real,
      support: this.data.support,
      modes: this.data.modes,
      floor: this.yardstick.floor,
      near: this.yardstick.near,
      runs: this.runs.map((run) => run.frame(this.training.at, phase, move, fine)),
      lost: this.lost,
      stopped: fine ? this.stopped : null,
    };
  }

  /** A frame with its first run's probe. */
  *probed(frame: GanFrame): Generator<undefined, GanFrame, void> {
    const [first, ...others] = frame.runs;
    const probe = yield* this.runs[0]?.probe(this.training.at) ?? [];
    return first === undefined || probe === undefined ? frame : { ...frame, runs: [{ ...first, probe }, ...others] };
  }

  dispose(): void {
    for (const run of this.runs) run.dispose();
    this.yardstick.dispose();
  }
}
