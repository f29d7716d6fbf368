import type { Ops, Tensor } from '#tensor/model.ts';
import { hashParameters, SeekableTraining } from '#tensor/training.ts';
import { COARSE, FINE, HALF, type Samples } from './data.ts';
import type { Edit } from './edits.ts';
import { featureRows, type Layout } from './layout.ts';
import { isCharted, type Reading, type RunFrame, type SampleReading } from './run-frame.ts';
import type { Recipe } from './settings.ts';
import { Trainer } from './trainer.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** One network with its measurements along the way. */
export class Run {
  readonly trainer: Trainer;
  readonly course: SeekableTraining;
  readonly training: Recipe;
  private readonly tf: Ops;
  private readonly train: Samples;
  private readonly rows: { readonly train: Tensor; readonly test: Tensor | null };
  private readonly targets: { readonly train: Tensor; readonly test: Tensor | null };
  private readonly grids: Readonly<Record<number, Tensor>>;
  private readonly readings = new Map<number, Reading>();

  constructor(
    tf: Ops,
    training: Recipe,
    points: { train: Samples; test: Samples },
    seed: number,
    edits: readonly Edit[],
  ) {
    this.tf = tf;
    this.training = training;
    this.train = points.train;
    this.trainer = new Trainer(tf, training, points.train, seed, edits);
    this.course = new SeekableTraining(this.trainer);
    const pack = (places: ArrayLike<number>): Tensor =>
      tf.tensor2d(featureRows(training.features, places), [places.length / 2, training.features.length + 1]);
    const column = (targets: Float32Array): Tensor => tf.tensor2d(targets, [targets.length, 1]);
    const tested = points.test.targets.length > 0;
    this.rows = { train: pack(points.train.places), test: tested ? pack(points.test.places) : null };
    this.targets = { train: column(points.train.targets), test: tested ? column(points.test.targets) : null };
    this.grids = { [COARSE]: pack(gridPlaces(COARSE)), [FINE]: pack(gridPlaces(FINE)) };
  }

  /** Losses and accuracies now. */
  measure(epoch: number): Reading {
    return this.measureAll(epoch).reading;
  }

  /** The same, with what every hidden layer makes of the training points. */
  private measureAll(epoch: number): { readonly reading: Reading; readonly hidden: readonly Float32Array[] } {
    const hidden: Float32Array[] = [];
    const judge = (rows: Tensor | null, targets: Tensor | null): readonly [number, number] | null => {
      if (rows === null || targets === null) return null;
      return numbersOf(this.tf, () => {
        const layers = this.trainer.layersOf(rows);
        const z = layers.pop() ?? rows;
        if (rows === this.rows.train) for (const layer of layers) hidden.push(Float32Array.from(layer.dataSync()));
        const right = this.tf.greater(this.tf.mul(z, targets), 0);
        return [this.trainer.lossOf(z, targets), this.tf.mean(this.tf.cast(right, 'float32'))];
      });
    };
    const [trainLoss, trainAccuracy] = judge(this.rows.train, this.targets.train) ?? [0, 0];
    const test = judge(this.rows.test, this.targets.test);
    const tested = { testLoss: test?.[0] ?? null, testAccuracy: test?.[1] ?? null };
    return { reading: { epoch, trainLoss, trainAccuracy, ...tested }, hidden };
  }

  /** Measures at the end of an epoch if the chart wants it, or always with `force`; a known reading is not made again. */
  record(epoch: number, force: boolean): Reading | null {
    const known = this.readings.get(epoch);
    if (known !== undefined) return known;
    if (!force && !isCharted(epoch)) return null;
    const reading = this.measure(epoch);
    this.readings.set(epoch, reading);
    return reading;
  }

  /** What was measured at the end of an epoch, or null. */
  recorded(epoch: number): Reading | null {
    return this.readings.get(epoch) ?? null;
  }

  /** What is wrong with the training, or null. */
  trouble(epoch: number): Trouble | null {
    const size = largest(this.trainer.parameters.dataSync(), this.trainer.layout);
    return troubleOf(this.training, epoch, size, this.readings.get(0), this.recorded(epoch));
  }

  /** Takes another list of edits: goes back to before the first that differs. False when it reaches back to the beginning. */
  takeEdits(edits: readonly Edit[], before: readonly Edit[], samples: number): boolean {
    const differing = [...edits, ...before].filter((edit) => !(edits.includes(edit) && before.includes(edit)));
    if (differing.length === 0) return true;
    const first = Math.min(...differing.map(({ at }) => at));
    if (first === 0) return false;
    this.trainer.setEdits(edits);
    this.course.forgetAfter(first - 1);
    for (const epoch of this.readings.keys())
      if (Math.floor((epoch * samples) / this.trainer.batch) >= first) this.readings.delete(epoch);
    return true;
  }

  /** The frame `at` samples from the beginning. */
  frame(at: number, samples: number, fine: boolean): RunFrame {
    const parameters = Float32Array.from(this.trainer.parameters.dataSync());
    const { output, neurons, grids } = this.maps(fine ? FINE : COARSE);
    const epoch = at / samples;
    const { reading, hidden } = this.measureAll(epoch);
    const { columns } = this.trainer.layout;
    return {
      training: this.training,
      updates: this.course.at,
      parameters,
      reading,
      series: [...this.readings.values()]
        .filter((reading) => reading.epoch <= epoch && isCharted(reading.epoch))
        .toSorted((a, b) => a.epoch - b.epoch),
      output,
      neurons,
      layers: hidden.map((points, l) => ({ columns, grid: grids[l] ?? new Float32Array(), points })),
      sample: this.sample(at),
      hash: hashParameters(parameters),
    };
  }

  private sample(at: number): SampleReading | null {
    const done = at - this.course.at * this.trainer.batch;
    if (done <= 0 || done >= this.trainer.batch) return null;
    const i = this.trainer.sampleAt(at - 1);
    const [x, y] = [this.train.places[2 * i] ?? 0, this.train.places[2 * i + 1] ?? 0];
    const target = this.train.targets[i] ?? 0;
    const [output = 0, loss = 0] = numbersOf(this.tf, () => {
      const rows = this.tf.slice(this.rows.train, [i, 0], [1, this.training.features.length + 1]);
      const z = this.trainer.layersOf(rows).at(-1) ?? rows;
      return [this.trainer.squash(z), this.trainer.lossOf(z, this.tf.slice(this.targets.train, [i, 0], [1, 1]))];
    });
    const gradient = this.trainer.partialGradient(this.course.at, done);
    return { done, of: this.trainer.batch, x, y, target, output, loss, gradient };
  }

  private maps(size: number): Pick<RunFrame, 'output' | 'neurons'> & { readonly grids: readonly Float32Array[] } {
    const { tf, trainer } = this;
    const grid = this.grids[size];
    if (grid === undefined) throw new RangeError(`There is no grid of ${size}.`);
    const raw: Float32Array[] = [];
    const grids: Float32Array[] = [];
    tf.tidy(() => {
      const layers = trainer.layersOf(grid);
      const z = layers.pop() ?? grid;
      raw.push(Float32Array.from(trainer.squash(z).dataSync()));
      for (const layer of layers) {
        grids.push(Float32Array.from(layer.dataSync()));
        raw.push(Float32Array.from(this.spread(layer).dataSync()));
      }
    });
    const [output = new Float32Array(), ...layers] = raw;
    const { columns } = trainer.layout;
    return {
      grids,
      output: { size, values: output },
      neurons: layers.map((values, l) =>
        Array.from({ length: this.training.hidden[l] ?? 0 }, (_, j) => ({
          size,
          values: Float32Array.from({ length: size * size }, (_, cell) => values[cell * columns + j + 1] ?? 0),
        })),
      ),
    };
  }

  /** A layer's activations brought into −1 … 1, each neuron by its own largest where the activation knows no bound. */
  private spread(layer: Tensor): Tensor {
    const { tf } = this;
    if (this.training.activation === 'tanh') return layer;
    if (this.training.activation === 'sigmoid') return tf.sub(tf.mul(layer, 2), 1);
    return tf.div(layer, tf.maximum(tf.max(tf.abs(layer), 0, true), 1e-6));
  }

  dispose(): void {
    const { train, test } = this.rows;
    this.trainer.dispose();
    this.tf.dispose([train, this.targets.train, ...Object.values(this.grids)]);
    if (test !== null) test.dispose();
    this.targets.test?.dispose();
  }
}

/** Centres of the cells of a square grid over the plane, x and y of each, rows from the top. */
function gridPlaces(size: number): Float32Array {
  const cell = (2 * HALF) / size;
  return Float32Array.from({ length: 2 * size * size }, (_, i) => {
    const place = i >> 1;
    return i % 2 === 0 ? -HALF + cell * ((place % size) + 0.5) : HALF - cell * (Math.floor(place / size) + 0.5);
  });
}

/** The largest trained number in size; NaN when one is not finite. */
function largest(values: ArrayLike<number>, { layers }: Layout): number {
  let most = 0;
  for (const { bias, weights } of layers.flat())
    for (const index of [bias, ...weights.map((weight) => weight.index)]) {
      const size = Math.abs(values[index] ?? 0);
      if (!Number.isFinite(size)) return Number.NaN;
      most = Math.max(most, size);
    }
  return most;
}

/** First numbers of tensors made in a tidy. */
function numbersOf(tf: Ops, make: () => readonly [Tensor, Tensor]): [number, number] {
  let numbers: [number, number] = [0, 0];
  tf.tidy(() => {
    const [a, b] = make();
    numbers = [a.dataSync()[0] ?? 0, b.dataSync()[0] ?? 0];
  });
  return numbers;
}
