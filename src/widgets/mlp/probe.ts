import type { Ops } from '#tensor/model.ts';
import type { Samples } from './data.ts';
import { Run } from './run.ts';
import { RATES, type Rate, type Recipe } from './settings.ts';
import type { MlpState } from './state.ts';
import type { Trainer } from './trainer.ts';
import { PATIENCE } from './trouble.ts';

/** What would come of training on, tried on copies, for the predictions. */
export interface Probe {
  /** Epochs tried from where the run stands. */
  readonly epochs: number;
  readonly lossNow: number;
  /** Not a number when the training breaks down. */
  readonly lossLater: number;
  /** The same with the rate ten times as large; likewise. */
  readonly lossFaster: number;
  readonly fasterRate: string;
  /** Training accuracy after {@link STRAIGHT} epochs without any hidden layer. */
  readonly straightAccuracy: number;
}

/** Epochs tried on. */
const AHEAD = 20;
/** Epochs a network without hidden layers gets. */
export const STRAIGHT = 100;
/** Updates a smaller rate gets to show that it is better, and how much better. */
const TRIAL = 400;
const BETTER = 0.9;

interface Points {
  readonly train: Samples;
  readonly test: Samples;
}

/** Trains a run on from a network's numbers, or from its beginning, and gives its last reading. */
function* trainOn(
  tf: Ops,
  training: Recipe,
  points: Points,
  seed: number,
  updates: number,
  from: { readonly trainer: Trainer; readonly update: number } | null,
): Generator<undefined, { readonly loss: number; readonly accuracy: number; readonly before: number }, void> {
  const run = new Run(tf, training, points, seed, []);
  try {
    if (from !== null) run.trainer.restore(from.trainer.save());
    const before = run.measure(0).trainLoss;
    const first = from?.update ?? 0;
    for (let i = 0; i < updates; i++) {
      run.trainer.advance(first + i);
      yield undefined;
    }
    const { trainLoss, trainAccuracy } = run.measure(0);
    return { loss: trainLoss, accuracy: trainAccuracy, before };
  } finally {
    run.dispose();
  }
}

/** Tries out what the predictions ask about. */
export function* probe(tf: Ops, state: MlpState, points: Points, trainer: Trainer): Generator<undefined, Probe, void> {
  const samples = points.train.targets.length;
  const update = Math.floor(state.at / trainer.batch);
  const ahead = Math.round((AHEAD * samples) / trainer.batch);
  const from = { trainer, update };
  const later = yield* trainOn(tf, state.a, points, state.seed, ahead, from);
  const fasterRate = Number((Number(state.a.rate) * 10).toPrecision(1));
  const faster = { ...state.a, rate: String(fasterRate) };
  const fast = yield* trainOn(tf, faster, points, state.seed, ahead, from);
  const straight = { ...state.a, hidden: [] };
  const line = yield* trainOn(tf, straight, points, state.seed, Math.round((STRAIGHT * samples) / trainer.batch), null);
  return {
    epochs: AHEAD,
    lossNow: later.before,
    lossLater: later.loss,
    lossFaster: fast.loss,
    fasterRate: String(fasterRate),
    straightAccuracy: line.accuracy,
  };
}

/** The largest rate below a run's own that lowers the loss clearly in its first updates, or null. */
export function* findRate(
  tf: Ops,
  training: Recipe,
  points: Points,
  seed: number,
): Generator<undefined, Rate | null, void> {
  for (const rate of RATES.toReversed().filter((each) => Number(each) < Number(training.rate))) {
    const { loss, before } = yield* trainOn(tf, { ...training, rate }, points, seed, TRIAL, null);
    if (loss < BETTER * before) return rate;
  }
  return null;
}

/** Whether a run comes to nothing even where no number is changed by hand, within the epochs that any training is given. */
export function* failsUntouched(
  tf: Ops,
  training: Recipe,
  points: Points,
  seed: number,
): Generator<undefined, boolean, void> {
  const run = new Run(tf, training, points, seed, []);
  try {
    run.record(0, true);
    yield* run.course.goTo(Math.ceil((PATIENCE * points.train.targets.length) / run.trainer.batch));
    run.record(PATIENCE, true);
    return run.trouble(PATIENCE) !== null;
  } finally {
    run.dispose();
  }
}
