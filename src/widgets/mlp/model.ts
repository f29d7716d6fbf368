import type { Model, Ops } from '#tensor/model.ts';
import type { RunName } from '#widgets/training-state.ts';
import { makeSamples, type Samples } from './data.ts';
import { type Edit, lastEdited } from './edits.ts';
import { failsUntouched, findRate, type Probe, probe } from './probe.ts';
import { Run } from './run.ts';
import type { RunFrame } from './run-frame.ts';
import type { Rate, Training } from './settings.ts';
import { MAX_EPOCHS, type MlpState, type Stop } from './state.ts';
import { isMet } from './stops.ts';
import { PATIENCE, type Trouble } from './trouble.ts';

/**
 * What is asked: the frame of a state; the same as a step of play, which a condition may end there; the same with what the
 * predictions need; or to play on from it, until a condition, a trouble or the reader stops it.
 */
export interface MlpQuestion {
  readonly kind: 'show' | 'step' | 'probe' | 'play';
  readonly state: MlpState;
}

/** What ended play: the condition, and the runs that met it. */
export interface Pause {
  readonly stop: Stop;
  readonly runs: readonly RunName[];
}

/** A run that has come to nothing, why, and what to do. */
export interface Lost extends Trouble {
  readonly run: RunName;
  /** A rate that was tried and does better, if one does. */
  readonly rate: Rate | null;
  /** Where numbers changed by hand are the cause: updates made when the last of them was, which are to be taken back. */
  readonly edited: number | null;
}

/** Everything the view draws. */
export interface MlpFrame {
  readonly state: MlpState;
  /** Samples seen: the state's, or, in play and on the way to a late one, where the work has come. */
  readonly at: number;
  /** Whether the work has come where it was to go. */
  readonly arrived: boolean;
  readonly points: { readonly train: Samples; readonly test: Samples };
  readonly runs: readonly RunFrame[];
  readonly stopped: Pause | null;
  readonly lost: Lost | null;
  readonly probe: Probe | null;
}

/** Updates between two looks whether numbers are still finite. */
const CHECK_EVERY = 64;
/** Stops on the way to a state before frames of the way are shown. */
const QUIET = 50;

/**
 * Trains one or two networks along one clock, counted in samples seen.
 *
 * cpu: at batch 10 the cost of an operation decides. Playground's network makes 450–540 epochs/s on it with drawing on, and
 * 296–337 on wasm (two cores, Chromium).
 */
export const model: Model<MlpQuestion, MlpFrame> = {
  backend: 'cpu',
  open(tf) {
    let desk: Desk | null = null;
    return {
      *answer({ kind, state }) {
        if (desk === null || desk.key !== keyOf(state) || !desk.takeEdits(state.edits)) {
          desk?.dispose();
          desk = new Desk(tf, state);
          yield undefined;
        }
        const here = desk;
        const stopped = yield* here.goTo(state, kind);
        const lost = yield* here.explain();
        const frame = here.frame(state, true, stopped, lost);
        return kind === 'probe' && here.lost === null
          ? { ...frame, probe: yield* probe(tf, state, frame.points, here.first.trainer) }
          : frame;
      },
      dispose() {
        desk?.dispose();
        desk = null;
      },
    };
  },
};

/** What may not change without starting anew. */
function keyOf({ seed, data, noise, share, own, a, b }: MlpState): string {
  return JSON.stringify([seed, data, noise, share, data === 'own' ? own : [], a, b]);
}

/** The runs of one set of settings, and where they stand. */
class Desk {
  readonly key: string;
  lost: (Trouble & { readonly name: RunName; readonly run: Run }) | null = null;
  private at = 0;
  private edits: readonly Edit[];
  private readonly tf: Ops;
  private readonly seed: number;
  private readonly points: { readonly train: Samples; readonly test: Samples };
  private readonly runs: readonly { readonly name: RunName; readonly run: Run }[];

  constructor(tf: Ops, state: MlpState) {
    this.tf = tf;
    this.key = keyOf(state);
    this.seed = state.seed;
    this.edits = state.edits;
    this.points = makeSamples({ ...state, noise: state.noise / 100 });
    const open = (name: RunName, training: Training) => ({
      name,
      run: new Run(tf, training, this.points, state.seed, ofRun(state.edits, name)),
    });
    this.runs = [open('a', state.a), ...(state.b === null ? [] : [open('b', state.b)])];
    for (const { run } of this.runs) run.record(0, true);
  }

  /** The run of the first settings. */
  get first(): Run {
    const [first] = this.runs;
    if (first === undefined) throw new Error('A desk has at least one run.');
    return first.run;
  }

  private get samples(): number {
    return this.points.train.targets.length;
  }

  /** Takes the edits of a state; false when the runs must be made anew. */
  takeEdits(edits: readonly Edit[]): boolean {
    const same = (a: Edit, b: Edit): boolean => JSON.stringify(a) === JSON.stringify(b);
    // The question has come by message: equal edits are different objects.
    const known = edits.map((edit) => this.edits.find((other) => same(edit, other)) ?? edit);
    const good = this.runs.every(({ name, run }) => {
      const before = run.course.at;
      const taken = run.takeEdits(ofRun(known, name), ofRun(this.edits, name), this.samples);
      // A run that went back has the epochs on its way to measure again.
      if (run.course.at < before) this.at = Math.min(this.at, run.course.at * run.trainer.batch);
      return taken;
    });
    this.edits = known;
    return good;
  }

  /** Brings the runs to a state's place, or plays on from there; gives the condition that ends play, if one does. */
  *goTo(state: MlpState, kind: MlpQuestion['kind']): Generator<(() => MlpFrame) | undefined, Pause | null, void> {
    const play = kind === 'play';
    this.lost = null;
    const start = state.at;
    const goal = play ? MAX_EPOCHS * this.samples : start;
    this.at = Math.min(start, this.at);
    yield* this.settle();
    if (this.at % this.samples === 0)
      for (const { run } of this.runs) run.record(this.at / this.samples, play || kind === 'step');
    let passed = 0;
    while (this.at < goal) {
      this.at = this.nextStop(this.at < start ? start : goal);
      yield* this.settle();
      const epochEnds = this.at % this.samples === 0;
      const epoch = this.at / this.samples;
      const watched = state.stop !== 'never' && (play ? this.at > start : kind === 'step' && this.at === goal);
      if (epochEnds) for (const { run } of this.runs) run.record(epoch, watched || epoch % 10 === 0);
      if (epochEnds || this.first.course.at % CHECK_EVERY === 0) this.lost = this.findLost(epochEnds ? epoch : -1);
      if (this.lost !== null) return null;
      const met = watched && epochEnds ? this.whoMeets(state.stop, epoch) : [];
      if (met.length > 0) return { stop: state.stop, runs: met };
      passed += 1;
      const shown = play ? this.at >= start && (state.unit !== 'epoch' || epochEnds) : passed > QUIET;
      yield shown ? () => this.frame(state, false, null, null) : undefined;
    }
    this.lost = this.findLost(this.at % this.samples === 0 ? this.at / this.samples : -1);
    return null;
  }

  /** Sends every run to the clock. */
  private *settle(): Generator<undefined, void, void> {
    for (const { run } of this.runs) yield* run.course.goTo(Math.floor(this.at / run.trainer.batch));
  }

  /** The next place where a run updates or an epoch ends, not beyond the goal. */
  private nextStop(goal: number): number {
    const next = (every: number): number => (Math.floor(this.at / every) + 1) * every;
    return Math.min(goal, next(this.samples), ...this.runs.map(({ run }) => next(run.trainer.batch)));
  }

  /** The runs for which a condition has become true with an epoch. */
  private whoMeets(stop: Stop, epoch: number): RunName[] {
    return this.runs
      .filter(({ run }) => isMet(stop, run.recorded(epoch), run.recorded(epoch - 1)))
      .map(({ name }) => name);
  }

  private findLost(epoch: number): Desk['lost'] {
    for (const { name, run } of this.runs) {
      const trouble = run.trouble(epoch);
      if (trouble !== null) return { ...trouble, name, run };
    }
    return null;
  }

  /** Why a run has come to nothing and what to do about it, which is tried out; null when none has. */
  *explain(): Generator<undefined, Lost | null, void> {
    if (this.lost === null) return null;
    const { code, cause, name, run } = this.lost;
    const edited = lastEdited(this.edits, name, run.course.at);
    if (edited !== null) {
      // A change after the first epochs fell on a training that had gone well; one before must be tried without.
      const early = edited * run.trainer.batch < PATIENCE * this.samples;
      if (!early || !(yield* failsUntouched(this.tf, run.training, this.points, this.seed)))
        return { code, cause: 'edit', run: name, rate: null, edited };
    }
    const rate = yield* findRate(this.tf, run.training, this.points, this.seed);
    return { code, cause, run: name, rate, edited: null };
  }

  /** The frame of where the runs stand; `fine` at rest. */
  frame(state: MlpState, fine: boolean, stopped: Pause | null, lost: Lost | null): MlpFrame {
    return {
      state,
      at: this.at,
      arrived: fine,
      points: this.points,
      runs: this.runs.map(({ run }) => run.frame(this.at, this.samples, fine)),
      stopped,
      lost,
      probe: null,
    };
  }

  dispose(): void {
    for (const { run } of this.runs) run.dispose();
  }
}

function ofRun(edits: readonly Edit[], run: RunName): readonly Edit[] {
  return edits.filter((edit) => edit.run === run);
}
