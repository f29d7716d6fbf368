import type { Ops, Tensor } from '#tensor/model.ts';
import { drawShares, type Task } from './batch.ts';
import { drawNoise, drawPoints } from './distributions.ts';
import { makeMarks, OBJECTIVES } from './losses.ts';
import type { Move } from './moves.ts';
import {
  backward,
  constantsOf,
  countParameters,
  cut,
  drawWeights,
  forward,
  liveMask,
  type Shape,
  sizeOf,
} from './network.ts';
import { type Trained, update } from './optimizer.ts';
import { penalize } from './penalty.ts';
import { BATCH, CLIP, type Training } from './settings.ts';

/** A run's networks at one moment. */
export interface Networks {
  readonly d: Trained;
  readonly g: Trained;
  /** G before the latest tick; null where that tick left G alone, so that there is no move to show. */
  readonly gBefore: Tensor | null;
  readonly updatesD: number;
  readonly updatesG: number;
}

/** Shape of a run's discriminator. */
export function shapeOfD({ layersD, widthD, activationD }: Training): Shape {
  return { inputs: 2, layers: layersD, width: widthD, outputs: 1, activation: activationD };
}

/** Shape of a run's generator. */
export function shapeOfG({ layersG, widthG, activationG }: Training, noise: number): Shape {
  return { inputs: noise, layers: layersG, width: widthG, outputs: 3, activation: activationG };
}

/** One run: two networks that take turns. Every tensor it keeps is freed by `dispose`. */
export class Trainer {
  readonly shapeD: Shape;
  readonly shapeG: Shape;
  private readonly constants: readonly Tensor[];
  readonly training: Training;
  private readonly tf: Ops;
  private readonly task: Task;
  private current: Networks;

  constructor(tf: Ops, task: Task, training: Training) {
    this.tf = tf;
    this.task = task;
    this.training = training;
    this.shapeD = shapeOfD(training);
    this.shapeG = shapeOfG(training, task.noise);
    const marks = makeMarks(tf);
    this.constants = [
      marks.real,
      marks.sign,
      tf.tensor2d(liveMask(this.shapeD), [...sizeOf(this.shapeD)]),
      tf.tensor2d(liveMask(this.shapeG), [...sizeOf(this.shapeG)]),
      tf.tensor2d(constantsOf(this.shapeD), [...sizeOf(this.shapeD)]),
    ];
    this.current = this.fresh();
  }

  /** Trained numbers of each network, biases among them. */
  get parametersD(): number {
    return countParameters(this.shapeD);
  }
  get parametersG(): number {
    return countParameters(this.shapeG);
  }

  /** The networks now. They are the trainer's: do not dispose them. */
  get networks(): Networks {
    return this.current;
  }

  private fresh(): Networks {
    const { tf, task } = this;
    const start = (shape: Shape, name: string): Trained => {
      const size: [number, number] = [...sizeOf(shape)];
      return {
        parameters: tf.tensor2d(drawWeights(shape, task.seed, name), size),
        mean: tf.zeros(size),
        square: tf.zeros(size),
      };
    };
    return {
      d: start(this.shapeD, 'discriminator'),
      g: start(this.shapeG, 'generator'),
      gBefore: null,
      updatesD: 0,
      updatesG: 0,
    };
  }

  /** Makes the move of a tick; with `half`, D's part of it alone, for a look between the two. */
  step(tick: number, move: Move, half = false): void {
    const { tf } = this;
    const before = this.current;
    const kept: Tensor[] = [];
    tf.tidy(() => {
      const turns = move === 'b' ? this.training.stepsD : 1;
      let after: Networks = { ...before, gBefore: null };
      let fakes: Fakes | null = null;
      for (let j = 0; j < turns; j++) {
        fakes = this.fakes(tick, j, after);
        if (move !== 'g') after = this.moveD(tick, j, after, fakes.points);
      }
      if (move !== 'd' && !half && fakes !== null) after = this.moveG(after, fakes);
      this.current = after;
      kept.push(...tensorsOf(after));
      for (const tensor of kept) tf.keep(tensor);
    });
    for (const tensor of tensorsOf(before)) if (!kept.includes(tensor)) tensor.dispose();
  }

  /** G's points for rows of noise, [n, 3]. Call inside `tf.tidy`. */
  generate(rows: Tensor): Tensor {
    const { tf, shapeG, current } = this;
    return forward(tf, shapeG, cut(tf, shapeG, current.g.parameters), rows).output;
  }

  private fakes(tick: number, j: number, { g }: Networks): Fakes {
    const { tf, task } = this;
    const rows = tf.tensor2d(drawNoise(task.noise, BATCH, task.seed, 'noise', tick, j), [BATCH, task.noise + 1]);
    const layers = cut(tf, this.shapeG, g.parameters);
    const pass = forward(tf, this.shapeG, layers, rows);
    return { layers, pass, points: pass.output };
  }

  private moveD(tick: number, j: number, networks: Networks, fakes: Tensor): Networks {
    const { tf, task, training, shapeD } = this;
    const [real, sign, live, , fixed] = this.constants;
    if (real === undefined || sign === undefined || live === undefined || fixed === undefined) return networks;
    const points = tf.tensor2d(drawPoints(task.data, BATCH, task.seed, 'data', tick, j), [BATCH, 3]);
    const layers = cut(tf, shapeD, networks.d.parameters);
    const pass = forward(tf, shapeD, layers, tf.concat([points, fakes], 0));
    const slope = OBJECTIVES[training.loss].slopeD(tf, pass.output, { real, sign });
    let gradient = backward(tf, shapeD, layers, pass, slope, { parameters: true, rows: false }).parameters;
    if (gradient === null) return networks;
    if (training.loss === 'gp') {
      const mixed = mix(tf, points, fakes, drawShares(task.seed, tick, j));
      gradient = tf.add(gradient, penalize(tf, shapeD, networks.d.parameters, mixed).parameters);
    }
    const time = networks.updatesD + 1;
    let d = update(tf, training.optimizer, Number(training.rateD), time, live, networks.d, gradient);
    if (training.loss === 'clip')
      d = { ...d, parameters: tf.add(tf.mul(tf.clipByValue(d.parameters, -CLIP, CLIP), live), fixed) };
    return { ...networks, d, updatesD: time };
  }

  private moveG(networks: Networks, { layers, pass, points }: Fakes): Networks {
    const { tf, training, shapeD, shapeG } = this;
    const live = this.constants[3];
    if (live === undefined) return networks;
    const judges = cut(tf, shapeD, networks.d.parameters);
    const verdict = forward(tf, shapeD, judges, points);
    const slope = OBJECTIVES[training.loss].slopeG(tf, verdict.output);
    const pull = backward(tf, shapeD, judges, verdict, slope, { parameters: false, rows: true }).rows;
    if (pull === null) return networks;
    const gradient = backward(tf, shapeG, layers, pass, pull, { parameters: true, rows: false }).parameters;
    if (gradient === null) return networks;
    const time = networks.updatesG + 1;
    const g = update(tf, training.optimizer, Number(training.rateG), time, live, networks.g, gradient);
    return { ...networks, g, gBefore: networks.g.parameters, updatesG: time };
  }

  /** Everything the run depends on, as numbers. */
  snapshot(): Float32Array {
    const { updatesD, updatesG, gBefore } = this.current;
    const parts = tensorsOf(this.current).map((tensor) => Float32Array.from(tensor.dataSync()));
    const all = new Float32Array(HEAD + parts.reduce((sum, part) => sum + part.length, 0));
    all.set([updatesD, updatesG, gBefore === null ? 0 : 1]);
    let at = HEAD;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** Back to a snapshot of a run with the same task and settings. */
  restore(all: Float32Array): void {
    const { tf } = this;
    const sizeD: [number, number] = [...sizeOf(this.shapeD)];
    const sizeG: [number, number] = [...sizeOf(this.shapeG)];
    let at = HEAD;
    const take = (size: [number, number]): Tensor => {
      const length = size[0] * size[1];
      const tensor = tf.tensor2d(all.slice(at, at + length), size);
      at += length;
      return tensor;
    };
    this.free();
    this.current = {
      d: { parameters: take(sizeD), mean: take(sizeD), square: take(sizeD) },
      g: { parameters: take(sizeG), mean: take(sizeG), square: take(sizeG) },
      gBefore: all[2] === 1 ? take(sizeG) : null,
      updatesD: all[0] ?? 0,
      updatesG: all[1] ?? 0,
    };
  }

  private free(): void {
    for (const tensor of new Set(tensorsOf(this.current))) tensor.dispose();
  }

  /** Frees all tensors; the trainer is of no use afterwards. */
  dispose(): void {
    this.free();
    for (const tensor of this.constants) tensor.dispose();
  }
}

interface Fakes {
  readonly layers: readonly Tensor[];
  readonly pass: ReturnType<typeof forward>;
  readonly points: Tensor;
}

/** Numbers before the tensors in a snapshot: updates of D and of G, and whether there is a G before. */
const HEAD = 3;

function tensorsOf({ d, g, gBefore }: Networks): readonly Tensor[] {
  return [d.parameters, d.mean, d.square, g.parameters, g.mean, g.square, ...(gBefore === null ? [] : [gBefore])];
}

/** x̂ = εx + (1 − ε)G(z), one ε a row. */
function mix(tf: Ops, real: Tensor, fake: Tensor, shares: Float32Array): Tensor {
  const share = tf.tensor2d(shares, [BATCH, 1]);
  return tf.add(fake, tf.mul(tf.sub(real, fake), share));
}
