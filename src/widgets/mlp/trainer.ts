import type { Ops, Tensor } from '#tensor/model.ts';
import type { Saved, Trainee } from '#tensor/training.ts';
import { activate, slopeTimes } from './activations.ts';
import { orderOf, type Samples } from './data.ts';
import type { Edit } from './edits.ts';
import { featureRows, initialParameters, type Layout, layoutOf, maskOf } from './layout.ts';
import { batchSize, type Recipe } from './settings.ts';

/** Adam's decay of the mean of gradients, β₁ of Kingma and Ba 2015. */
export const BETA1 = 0.9;
/** Adam’s decay of the mean of squared gradients, β₂. */
export const BETA2 = 0.999;
/** What Adam adds to the root it divides by, ε; the default of TensorFlow.js. */
export const EPSILON = 1e-7;
/** Decay of momentum’s velocity. */
export const MOMENTUM = 0.9;

/** One network in training: forward, gradients by hand, update; a handful of operations a batch. */
export class Trainer implements Trainee {
  readonly layout: Layout;
  readonly batch: number;
  parameters: Tensor;
  private velocity: Tensor;
  private squares: Tensor;
  private readonly tf: Ops;
  private readonly training: Recipe;
  private readonly rows: Float32Array;
  private readonly targets: Float32Array;
  private readonly seed: number;
  private readonly kept: readonly Tensor[];
  private readonly live: Tensor;
  private readonly scaled: Tensor;
  private readonly shrink: Tensor;
  private readonly one: Tensor;
  private readonly meanFactor: Tensor;
  private edits: readonly Edit[] = [];
  private order: { readonly epoch: number; readonly of: readonly number[] } = { epoch: -1, of: [] };

  /** @param edits numbers set by hand on this run; those at update 0 belong to what it starts from */
  constructor(tf: Ops, training: Recipe, train: Samples, seed: number, edits: readonly Edit[] = []) {
    this.tf = tf;
    this.training = training;
    this.seed = seed;
    this.layout = layoutOf(training);
    this.rows = featureRows(training.features, train.places);
    this.targets = train.targets;
    this.batch = batchSize(training.batch, train.targets.length);
    const live = maskOf(this.layout, true);
    const rate = Number(training.rate);
    const strength = training.penalty === 'none' ? 0 : Number(training.strength);
    this.live = this.matrix(live);
    this.scaled = this.matrix(live.map((on) => on * rate));
    this.shrink = this.matrix(maskOf(this.layout, false).map((on) => on * strength));
    this.one = tf.scalar(1);
    this.meanFactor = tf.scalar(1 / this.batch);
    this.parameters = this.matrix(initialParameters(training, seed));
    this.edits = edits;
    this.applyEdits(0);
    this.velocity = tf.zeros([this.layout.rows, this.layout.columns]);
    this.squares = tf.zeros([this.layout.rows, this.layout.columns]);
    this.kept = [this.live, this.scaled, this.shrink, this.one, this.meanFactor];
  }

  /** Numbers set by hand; each takes effect as soon as its count of updates is reached, so not one already passed. */
  setEdits(edits: readonly Edit[]): void {
    this.edits = edits;
  }

  /** Index of the sample with running number `n`, which counts through all epochs. */
  sampleAt(n: number): number {
    const size = this.targets.length;
    const epoch = Math.floor(n / size);
    if (this.order.epoch !== epoch) this.order = { epoch, of: orderOf(this.seed, epoch, size) };
    return this.order.of[n % size] ?? 0;
  }

  /** Sets what was edited when so many updates had been made. */
  private applyEdits(update: number): void {
    const due = this.edits.filter(({ at }) => at === update);
    if (due.length === 0) return;
    const values = Float32Array.from(this.parameters.dataSync());
    for (const { index, value } of due) if (this.live.dataSync()[index] === 1) values[index] = value;
    this.replace('parameters', this.matrix(values));
  }

  /** Makes an update from its batch, then the edits that follow it. */
  advance(update: number): void {
    const { tf, training } = this;
    const count = update + 1;
    const next = this.tidied(() => {
      const pulls = this.gradient(this.batchRows(update, this.batch), this.batchTargets(update, this.batch));
      const gradient = this.penalised(pulls);
      switch (training.optimizer) {
        case 'sgd':
          return [tf.sub(this.parameters, tf.mul(gradient, this.scaled))];
        case 'momentum': {
          const velocity = tf.add(tf.mul(this.velocity, MOMENTUM), gradient);
          return [tf.sub(this.parameters, tf.mul(velocity, this.scaled)), velocity];
        }
        case 'adam': {
          const velocity = tf.add(tf.mul(this.velocity, BETA1), tf.mul(gradient, 1 - BETA1));
          const squares = tf.add(tf.mul(this.squares, BETA2), tf.mul(tf.square(gradient), 1 - BETA2));
          const width = tf.add(tf.sqrt(tf.div(squares, 1 - BETA2 ** count)), EPSILON);
          const move = tf.div(tf.mul(velocity, 1 / (1 - BETA1 ** count)), width);
          return [tf.sub(this.parameters, tf.mul(move, this.scaled)), velocity, squares];
        }
      }
    });
    const [parameters, velocity, squares] = next;
    if (parameters !== undefined) this.replace('parameters', parameters);
    if (velocity !== undefined) this.replace('velocity', velocity);
    if (squares !== undefined) this.replace('squares', squares);
    this.applyEdits(count);
  }

  /** The gradient of the first `size` samples of a batch, as their share of the batch's mean; without the penalty. */
  partialGradient(update: number, size: number): Float32Array {
    const [gradient] = this.tidied(() => [
      this.tf.mul(this.gradient(this.batchRows(update, size), this.batchTargets(update, size)), this.live),
    ]);
    const values = Float32Array.from(gradient?.dataSync() ?? []);
    gradient?.dispose();
    return values;
  }

  /** All layers of rows of inputs: the hidden layers' activations and, last, the output before its squashing, [N, 1]. */
  layersOf(rows: Tensor, weights: readonly Tensor[] = this.weights()): Tensor[] {
    const out: Tensor[] = [];
    let below = rows;
    for (const [l, block] of weights.entries()) {
      below =
        l < weights.length - 1
          ? activate(this.tf, this.training.activation, this.tf.matMul(below, block))
          : this.tf.matMul(below, block, false, true);
      out.push(below);
    }
    return out;
  }

  /** The output in −1 … 1. */
  squash(z: Tensor): Tensor {
    return this.training.loss === 'square' ? this.tf.tanh(z) : this.tf.tanh(this.tf.mul(z, 0.5));
  }

  /** Mean loss over targets, of outputs before squashing; without the penalty. */
  lossOf(z: Tensor, targets: Tensor): Tensor {
    const { tf } = this;
    return this.training.loss === 'square'
      ? tf.mul(tf.mean(tf.square(tf.sub(tf.tanh(z), targets))), 0.5)
      : tf.mean(tf.softplus(tf.neg(tf.mul(z, targets))));
  }

  save(): Saved {
    return [this.parameters, this.velocity, this.squares].map((matrix) => Float32Array.from(matrix.dataSync()));
  }

  restore([parameters, velocity, squares]: Saved): void {
    if (parameters !== undefined) this.replace('parameters', this.matrix(Float32Array.from(parameters)));
    if (velocity !== undefined) this.replace('velocity', this.matrix(Float32Array.from(velocity)));
    if (squares !== undefined) this.replace('squares', this.matrix(Float32Array.from(squares)));
  }

  dispose(): void {
    this.tf.dispose([this.parameters, this.velocity, this.squares, ...this.kept]);
  }

  /**
   * Gradient of the sum of losses divided by the batch size, in the layout of the parameters; frozen places hold what the
   * formula gives there and are masked by the update.
   */
  private gradient(rows: Tensor, targets: Tensor): Tensor {
    const { tf } = this;
    const weights = this.weights();
    const layers = this.layersOf(rows, weights);
    const z = layers.pop() ?? rows;
    let delta = this.outputDelta(z, targets);
    const parts: Tensor[] = [tf.matMul(delta, layers.at(-1) ?? rows, true, false)];
    for (let l = layers.length - 1; l >= 0; l--) {
      const here = layers[l] ?? rows;
      const back = tf.matMul(delta, weights[l + 1] ?? rows, false, l < layers.length - 1);
      delta = slopeTimes(tf, this.training.activation, here, back, this.one);
      parts.unshift(tf.matMul(layers[l - 1] ?? rows, delta, true, false));
    }
    return parts.length === 1 ? (parts[0] ?? rows) : tf.concat(parts, 0);
  }

  /** Slope of the losses at the output before squashing, over the batch size. */
  private outputDelta(z: Tensor, targets: Tensor): Tensor {
    const { tf } = this;
    if (this.training.loss === 'log') {
      // −t·σ(−tz), and not (y − t)/2, whose digits cancel where the answer is nearly right.
      const pull = tf.mul(targets, this.meanFactor);
      return tf.neg(tf.mul(pull, tf.sigmoid(tf.neg(tf.mul(z, targets)))));
    }
    const y = tf.tanh(z);
    return tf.mul(tf.mul(tf.sub(y, targets), this.meanFactor), tf.sub(this.one, tf.square(y)));
  }

  private penalised(gradient: Tensor): Tensor {
    const { tf } = this;
    switch (this.training.penalty) {
      case 'none':
        return gradient;
      case 'l1':
        return tf.add(gradient, tf.mul(tf.sign(this.parameters), this.shrink));
      case 'l2':
        return tf.add(gradient, tf.mul(this.parameters, this.shrink));
    }
  }

  /** The blocks of the hidden layers and, last, the output's row. */
  private weights(): Tensor[] {
    const { blocks, rows, columns } = this.layout;
    return [...blocks, { from: rows - 1, rows: 1 }].map((block) =>
      this.tf.slice(this.parameters, [block.from, 0], [block.rows, columns]),
    );
  }

  private batchRows(update: number, size: number): Tensor {
    const wide = this.training.features.length + 1;
    const rows = new Float32Array(size * wide);
    for (let k = 0; k < size; k++) {
      const from = this.sampleAt(update * this.batch + k) * wide;
      for (let f = 0; f < wide; f++) rows[k * wide + f] = this.rows[from + f] ?? 0;
    }
    return this.tf.tensor2d(rows, [size, wide]);
  }

  private batchTargets(update: number, size: number): Tensor {
    const targets = new Float32Array(size);
    for (let k = 0; k < size; k++) targets[k] = this.targets[this.sampleAt(update * this.batch + k)] ?? 0;
    return this.tf.tensor2d(targets, [size, 1]);
  }

  private matrix(values: Float32Array): Tensor {
    return this.tf.tensor2d(values, [this.layout.rows, this.layout.columns]);
  }

  private tidied(work: () => Tensor[]): Tensor[] {
    return this.tf.tidy(work);
  }

  private replace(which: 'parameters' | 'velocity' | 'squares', by: Tensor): void {
    this[which].dispose();
    this[which] = by;
  }
}
