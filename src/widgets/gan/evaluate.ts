import type { Ops, Tensor } from '#tensor/model.ts';
import { drawNoise, HALF } from './distributions.ts';
import { OBJECTIVES } from './losses.ts';
import { SAMPLE, type Yardstick } from './metrics.ts';
import { backward, cut, forward } from './network.ts';
import { BATCH, isProbability, type LossName } from './settings.ts';
import type { Networks, Trainer } from './trainer.ts';
import type { Reading } from './verdicts.ts';

/** Cells a side of the map in play. */
export const COARSE = 24;
/** Cells a side of the map at rest. */
export const FINE = 40;
/** Points a side of the generator’s grid, over noise of two numbers. */
export const MESH = 13;
/** Points of the line that stands for the grid where noise is one number. */
export const MESH_LINE = 97;
/** Arrows drawn, one for each of the first so many generated points. */
export const ARROWS = 48;

/** Tensors of a task that look the same at every tick. */
export interface Scenery {
  readonly noiseRows: Tensor;
  readonly mesh: Tensor;
  readonly cells: Readonly<Record<typeof COARSE | typeof FINE, Tensor>>;
  dispose(): void;
}

/** Makes the fixed inputs: noise of the view, the grid over the noise, the cells of the map. */
export function makeScenery(tf: Ops, noise: number, seed: number): Scenery {
  const mesh =
    noise === 1
      ? Array.from({ length: MESH_LINE }, (_, i) => [(2 * i) / (MESH_LINE - 1) - 1, 1])
      : Array.from({ length: MESH * MESH }, (_, i) => [
          (2 * (i % MESH)) / (MESH - 1) - 1,
          (2 * Math.floor(i / MESH)) / (MESH - 1) - 1,
          1,
        ]);
  const cells = (size: number): Tensor =>
    tf.tensor2d(
      Array.from({ length: size * size }, (_, i) => [
        -HALF + (2 * HALF * ((i % size) + 0.5)) / size,
        HALF - (2 * HALF * (Math.floor(i / size) + 0.5)) / size,
        1,
      ]),
    );
  const scenery = {
    noiseRows: tf.tensor2d(drawNoise(noise, SAMPLE, seed, 'view-noise'), [SAMPLE, noise + 1]),
    mesh: tf.tensor2d(mesh),
    cells: { [COARSE]: cells(COARSE), [FINE]: cells(FINE) },
  };
  return {
    ...scenery,
    dispose() {
      for (const tensor of [scenery.noiseRows, scenery.mesh, ...Object.values(scenery.cells)]) tensor.dispose();
    },
  };
}

const number = (tensor: Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
const copy = (tensor: Tensor): Float32Array => Float32Array.from(tensor.dataSync());

/** G's points for rows of noise, [n, 3]. */
export function generate(tf: Ops, { shapeG }: Trainer, g: Tensor, rows: Tensor): Tensor {
  return forward(tf, shapeG, cut(tf, shapeG, g), rows).output;
}

/** D's scores of points, [n, 1]. */
export function judge(tf: Ops, { shapeD }: Trainer, d: Tensor, points: Tensor): Tensor {
  return forward(tf, shapeD, cut(tf, shapeD, d), points).output;
}

/** Scores as answers: a probability where the loss gives one, the score itself otherwise. */
export function answersOf(tf: Ops, loss: LossName, scores: Tensor): Tensor {
  return loss === 'ns' || loss === 'minimax' ? tf.sigmoid(scores) : scores;
}

/** Losses and mean answers on a sample of real and generated points. */
export interface Judgement {
  readonly lossD: number;
  readonly lossG: number;
  readonly dReal: number;
  readonly dFake: number;
}

/** Judges real and generated points; `range` is the largest answer less the smallest. Call inside `tf.tidy`. */
export function judgeBoth(
  tf: Ops,
  trainer: Trainer,
  real: Tensor,
  fake: Tensor,
): Judgement & { readonly range: number } {
  const { loss } = trainer.training;
  const d = trainer.networks.d.parameters;
  const scores = [judge(tf, trainer, d, real), judge(tf, trainer, d, fake)] as const;
  const answers = tf.concat(scores.map((each) => answersOf(tf, loss, each)));
  const mean = (scored: Tensor): number => number(tf.mean(answersOf(tf, loss, scored)));
  return {
    lossD: number(OBJECTIVES[loss].lossD(tf, scores[0], scores[1])),
    lossG: number(OBJECTIVES[loss].lossG(tf, scores[1])),
    dReal: mean(scores[0]),
    dFake: mean(scores[1]),
    range: number(tf.max(answers)) - number(tf.min(answers)),
  };
}

/** Measures a run at a tick on the view's sample; also the sample, x, y, 1 each. */
export function measureRun(
  tf: Ops,
  trainer: Trainer,
  scenery: Scenery,
  yardstick: Yardstick,
  tick: number,
): { readonly reading: Reading; readonly modes: readonly number[]; readonly points: Float32Array } {
  let measured: ReturnType<typeof measureRun> | null = null;
  tf.tidy(() => {
    const fake = generate(tf, trainer, trainer.networks.g.parameters, scenery.noiseRows);
    const { modes, ...measures } = yardstick.measure(fake);
    measured = {
      reading: {
        tick,
        updatesG: trainer.networks.updatesG,
        ...judgeBoth(tf, trainer, yardstick.realRows, fake),
        ...measures,
      },
      modes,
      points: copy(fake),
    };
  });
  if (measured === null) throw new Error('tf.tidy did not run its function.');
  return measured;
}

/** D's opinion over the window, row by row from the top left: 0 generated … 1 real, ½ undecided. */
export interface OpinionMap {
  readonly size: number;
  readonly values: Float32Array;
}

/** Arrows at generated points: x, y each. */
export interface Arrows {
  readonly from: Float32Array;
  /** Where D says a point should go: −∂L_G/∂x, per point. */
  readonly wanted: Float32Array;
  /** Where G's update of the latest tick took it; null without one, and in the middle of a tick. */
  readonly moved: Float32Array | null;
}

/** What the drawing of a run needs beside its points. */
export interface Picture {
  readonly map: OpinionMap;
  readonly mesh: Float32Array;
  readonly arrows: Arrows;
}

/**
 * Computes the picture of a run.
 *
 * @param batch noise of the tick under way, whose points then have the arrows; null between ticks
 */
export function pictureOf(
  tf: Ops,
  trainer: Trainer,
  scenery: Scenery,
  fine: boolean,
  batch: Float32Array | null,
): Picture {
  let picture: Picture | null = null;
  const size = fine ? FINE : COARSE;
  tf.tidy(() => {
    const { d, g, gBefore } = trainer.networks;
    const scores = judge(tf, trainer, d.parameters, scenery.cells[size]);
    const rows = batch === null ? batchRows(tf, scenery) : tf.tensor2d(batch, [BATCH, batch.length / BATCH]);
    picture = {
      map: { size, values: copy(opinionOf(tf, trainer, scores, scenery)) },
      mesh: copy(generate(tf, trainer, g.parameters, scenery.mesh)),
      arrows: arrowsOf(tf, trainer, rows, batch === null ? gBefore : null),
    };
  });
  if (picture === null) throw new Error('tf.tidy did not run its function.');
  return picture;
}

/** A critic's scores have no zero of their own: they are set against the middle of the map's. */
function opinionOf(tf: Ops, trainer: Trainer, scores: Tensor, { noiseRows }: Scenery): Tensor {
  const { loss } = trainer.training;
  if (loss === 'ns' || loss === 'minimax') return tf.sigmoid(scores);
  if (loss === 'ls') return tf.clipByValue(scores, 0, 1);
  if (loss === 'hinge') return tf.clipByValue(tf.mul(tf.add(scores, 1), 0.5), 0, 1);
  const { d, g }: Networks = trainer.networks;
  const middle = tf.mean(judge(tf, trainer, d.parameters, generate(tf, trainer, g.parameters, noiseRows)));
  const apart = tf.sub(scores, middle);
  return tf.add(tf.mul(tf.div(apart, tf.maximum(tf.max(tf.abs(apart)), 1e-6)), 0.5), 0.5);
}

/** −∂L_G/∂x at points, per point: [n, 3]. */
function pullOn(tf: Ops, { shapeD, training, networks }: Trainer, points: Tensor): Tensor {
  const layers = cut(tf, shapeD, networks.d.parameters);
  const pass = forward(tf, shapeD, layers, points);
  const slope = tf.mul(OBJECTIVES[training.loss].slopeG(tf, pass.output), -BATCH);
  const { rows } = backward(tf, shapeD, layers, pass, slope, { parameters: false, rows: true });
  return rows ?? tf.zeros(points.shape);
}

const batchRows = (tf: Ops, { noiseRows }: Scenery): Tensor =>
  tf.slice(noiseRows, [0, 0], [BATCH, noiseRows.shape[1] ?? 1]);

/** Mean length of D's pull on generated points. */
export function meanPull(tf: Ops, trainer: Trainer, scenery: Scenery): number {
  let mean = 0;
  tf.tidy(() => {
    const pull = pullOn(tf, trainer, trainer.generate(batchRows(tf, scenery)));
    const plane = tf.slice(pull, [0, 0], [BATCH, 2]);
    mean = number(tf.mean(tf.sqrt(tf.sum(tf.square(plane), 1))));
  });
  return mean;
}

function arrowsOf(tf: Ops, trainer: Trainer, rows: Tensor, before: Tensor | null): Arrows {
  const points = generate(tf, trainer, before ?? trainer.networks.g.parameters, rows);
  const plane = (tensor: Tensor): Float32Array => copy(tf.slice(tensor, [0, 0], [ARROWS, 2]));
  return {
    from: plane(points),
    wanted: plane(pullOn(tf, trainer, points)),
    moved: before === null ? null : plane(tf.sub(trainer.generate(rows), points)),
  };
}

/** Whether ½ means anything for a run's answers. */
export function hasHalf(trainer: Trainer): boolean {
  return isProbability(trainer.training.loss);
}
