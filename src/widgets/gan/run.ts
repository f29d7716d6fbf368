import type { Ops } from '#tensor/model.ts';
import { hashParameters } from '#tensor/training.ts';
import { batchOf, type Task } from './batch.ts';
import {
  type Arrows,
  hasHalf,
  type Judgement,
  judgeBoth,
  makeScenery,
  meanPull,
  measureRun,
  type OpinionMap,
  pictureOf,
  type Scenery,
} from './evaluate.ts';
import type { Yardstick } from './metrics.ts';
import type { Move, Phase } from './moves.ts';
import { isRecorded, snapshotTicks, ticksUpTo } from './series.ts';
import { BATCH, MOST_ALONE, type Training } from './settings.ts';
import { Trainer } from './trainer.ts';
import { type AtHalf, collapsedSince, halfOf, type Reading } from './verdicts.ts';

/** Generated points at an earlier tick: x, y, 1 each. */
export interface Cloud {
  readonly tick: number;
  readonly points: Float32Array;
}

/** The batch of the tick under way, as the slow walk shows it. */
export interface Batch {
  readonly real: Float32Array;
  readonly noise: Float32Array;
  readonly fake: Float32Array;
  /** D's answers before its update, and after it from `learn` on. */
  readonly before: Judgement;
  readonly after: Judgement | null;
}

/** What would come of training on in three ways, tried on copies, for the predictions. */
export interface Probe {
  /** Ticks tried with G alone and with both. */
  readonly ticks: number;
  /** Mean size of D's pull on generated points now, and after D alone has trained until it has converged. */
  readonly pull: number;
  readonly pullD: number;
  /** Ticks that took, and D's mean answer to generated points at their end. */
  readonly ticksD: number;
  readonly fakeD: number;
  /** Modes covered after G alone has trained, and the divergence after both have. */
  readonly coveredG: number;
  readonly jsBoth: number;
}

/** Everything the view draws of one run. */
export interface RunFrame {
  readonly training: Training;
  readonly updatesD: number;
  readonly updatesG: number;
  readonly parametersD: number;
  readonly parametersG: number;
  /** Generated points of the view: x, y, 1 each. */
  readonly points: Float32Array;
  /** Good points at each mode. */
  readonly modes: readonly number[];
  readonly map: OpinionMap;
  readonly mesh: Float32Array;
  readonly arrows: Arrows;
  readonly reading: Reading;
  readonly series: readonly Reading[];
  readonly clouds: readonly Cloud[];
  readonly collapsed: number | null;
  readonly half: AtHalf | null;
  readonly batch: Batch | null;
  /** Trained matrices, row by row; null in play. */
  readonly weights: { readonly d: Float32Array; readonly g: Float32Array } | null;
  /** Names the float32 parameters of both networks; null in play. */
  readonly hash: string | null;
  /** Null until it has been tried. */
  readonly probe: Probe | null;
}

/** Ticks tried out for the predictions. */
const PROBED = 100;
/** D alone has converged where its loss falls by less than this share of itself in {@link PROBED} ticks. */
const STILL = 0.01;
/** Points of a cloud kept for the timeline. */
const CLOUD = 64;

/** One run with what was measured along its way. */
export class RunRecord {
  readonly trainer: Trainer;
  private readonly scenery: Scenery;
  private readonly readings = new Map<number, Reading>();
  private readonly clouds = new Map<number, Float32Array>();

  private readonly tf: Ops;
  private readonly task: Task;
  private readonly yardstick: Yardstick;

  constructor(tf: Ops, task: Task, yardstick: Yardstick, training: Training) {
    this.tf = tf;
    this.task = task;
    this.yardstick = yardstick;
    this.trainer = new Trainer(tf, task, training);
    this.scenery = makeScenery(tf, task.noise, task.seed);
  }

  /** Measures the networks at a tick of the chart, if that was not done before. */
  record(tick: number): void {
    if (!isRecorded(tick) || this.readings.has(tick)) return;
    const { reading, points } = measureRun(this.tf, this.trainer, this.scenery, this.yardstick, tick);
    this.readings.set(tick, reading);
    this.clouds.set(tick, points.slice(0, 3 * CLOUD));
  }

  /** Whether the networks have left the finite numbers. */
  isLost(): boolean {
    const { d, g } = this.trainer.networks;
    return [d, g].some(({ parameters }) => !parameters.dataSync().every(Number.isFinite));
  }

  /** Forgets what was measured after a tick: the path has changed there. */
  forgetAfter(tick: number): void {
    for (const kept of [this.readings, this.clouds]) for (const at of kept.keys()) if (at > tick) kept.delete(at);
  }

  /** The frame at a tick; `phase` of the move under way, for which the networks are put back afterwards. */
  frame(tick: number, phase: Phase | null, move: Move, fine: boolean): RunFrame {
    const { trainer, tf, scenery, yardstick } = this;
    const { reading, points, modes } = measureRun(tf, trainer, scenery, yardstick, tick);
    const series = ticksUpTo(tick)
      .map((at) => (at === tick ? reading : this.readings.get(at)))
      .filter((at) => at !== undefined);
    const before = phase === null ? null : trainer.snapshot();
    const batch = phase === null ? null : this.batch(tick, move, phase);
    const picture = pictureOf(tf, trainer, scenery, fine, batch?.noise ?? null);
    if (before !== null) trainer.restore(before);
    const { d, g, updatesD, updatesG } = trainer.networks;
    const weights = fine
      ? { d: Float32Array.from(d.parameters.dataSync()), g: Float32Array.from(g.parameters.dataSync()) }
      : null;
    return {
      training: trainer.training,
      updatesD,
      updatesG,
      parametersD: trainer.parametersD,
      parametersG: trainer.parametersG,
      points,
      modes,
      ...picture,
      reading,
      series,
      clouds: snapshotTicks(tick).map((at) => ({ tick: at, points: this.clouds.get(at) ?? new Float32Array() })),
      ...this.sight(reading),
      batch,
      weights,
      hash: weights === null ? null : hashParameters(weights.d, weights.g),
      probe: null,
    };
  }

  /** What the run's record up to a tick says: is it collapsed, was D at ½? */
  sighting(tick: number): Pick<RunFrame, 'half' | 'collapsed'> {
    let reading: Reading | undefined;
    for (const each of this.readings.values())
      if (each.tick <= tick && each.tick >= (reading?.tick ?? 0)) reading = each;
    return reading === undefined ? { half: null, collapsed: null } : this.sight(reading);
  }

  /** Judged by every reading on record, so that it does not depend on how long the chart is by now. */
  private sight(now: Reading): Pick<RunFrame, 'half' | 'collapsed'> {
    const { near, modeCount } = this.yardstick;
    const before = [...this.readings.values()]
      .filter(({ tick }) => tick < now.tick)
      .toSorted((a, b) => a.tick - b.tick);
    const record = isRecorded(now.tick) ? [...before, now] : before;
    return {
      collapsed: collapsedSince([...before, now], modeCount),
      half: hasHalf(this.trainer) ? halfOf(record, now, near, modeCount) : null,
    };
  }

  /** Tries out what D alone, G alone and both would do from a tick on; the networks are put back, also when it is withdrawn. */
  *probe(tick: number): Generator<undefined, Probe, void> {
    const { trainer, tf, scenery, yardstick } = this;
    const here = trainer.snapshot();
    try {
      const measure = (): Reading => measureRun(tf, trainer, scenery, yardstick, tick).reading;
      const pull = meanPull(tf, trainer, scenery);
      let ticksD = 0;
      let reading = measure();
      for (let still = false; !still && ticksD < MOST_ALONE; ) {
        const { lossD } = reading;
        yield* this.tryOut(tick + ticksD, 'd');
        ticksD += PROBED;
        reading = measure();
        still = lossD - reading.lossD < STILL * Math.abs(lossD);
      }
      const pullD = meanPull(tf, trainer, scenery);
      trainer.restore(here);
      yield* this.tryOut(tick, 'g');
      const { covered } = measure();
      trainer.restore(here);
      yield* this.tryOut(tick, 'b');
      const { js } = measure();
      return { ticks: PROBED, pull, pullD, ticksD, fakeD: reading.dFake, coveredG: covered, jsBoth: js };
    } finally {
      trainer.restore(here);
    }
  }

  private *tryOut(from: number, move: Move): Generator<undefined, void, void> {
    for (let i = 0; i < PROBED; i++) {
      this.trainer.step(from + i, move);
      yield undefined;
    }
  }

  /** The batch of a tick; D's half of the move is made where the phase lies after it. */
  private batch(tick: number, move: Move, phase: Phase): Batch {
    const { tf, trainer, task } = this;
    const { real, noise } = batchOf(task, tick, 0);
    let batch: Batch | null = null;
    tf.tidy(() => {
      const noiseRows = tf.tensor2d(noise, [BATCH, task.noise + 1]);
      const realRows = tf.tensor2d(real, [BATCH, 3]);
      const fake = trainer.generate(noiseRows);
      const before = judgeBoth(tf, trainer, realRows, fake);
      const fakePoints = Float32Array.from(fake.dataSync());
      const learnt = move !== 'g' && (phase === 'learn' || phase === 'pull');
      if (learnt) trainer.step(tick, move, true);
      const after = learnt ? judgeBoth(tf, trainer, realRows, fake) : null;
      batch = { real, noise, fake: fakePoints, before, after };
    });
    if (batch === null) throw new Error('tf.tidy did not run its function.');
    return batch;
  }

  dispose(): void {
    this.trainer.dispose();
    this.scenery.dispose();
  }
}
