import type { Ops, Tensor } from '#tensor/model.ts';
import { BATCH, type LossName } from './settings.ts';

/**
 * How the game is scored: both losses and their slopes at D's scores s.
 *
 * D minimises `lossD`, G minimises `lossG`, both means over the batch. Scores are before any sigmoid. Values are exact up to
 * float32; slopes carry the 1/n of the mean.
 */
export interface Objective {
  /** L_D of the scores of real and generated points, [n, 1] each: a scalar. */
  lossD(tf: Ops, real: Tensor, fake: Tensor): Tensor;
  /** L_G of the scores of generated points: a scalar. */
  lossG(tf: Ops, fake: Tensor): Tensor;
  /** ∂L_D/∂s for {@link BATCH} real scores followed by as many generated ones, [2n, 1]. */
  slopeD(tf: Ops, scores: Tensor, marks: Marks): Tensor;
  /** ∂L_G/∂s, [n, 1]. */
  slopeG(tf: Ops, fake: Tensor): Tensor;
}

/** Which rows of a joint batch are real: made once. */
export interface Marks {
  /** 1/n for real rows, 0 for generated ones, [2n, 1]. */
  readonly real: Tensor;
  /** −1 for real rows, 1 for generated ones. */
  readonly sign: Tensor;
}

/** Makes the marks of a joint batch; dispose both. */
export function makeMarks(tf: Ops): Marks {
  const column = (real: number, fake: number): Tensor =>
    tf.tensor2d(
      Float32Array.from({ length: 2 * BATCH }, (_, i) => (i < BATCH ? real : fake)),
      [2 * BATCH, 1],
    );
  return { real: column(1 / BATCH, 0), sign: column(-1, 1) };
}

const scale = 1 / BATCH;

/** log(1 + eˢ). */
const softplus = (tf: Ops, s: Tensor): Tensor => tf.softplus(s);

// Goodfellow et al. 2014: L_D = −E log D(x) − E log(1 − D(G(z))), D = σ(s).
const logistic = {
  lossD: (tf: Ops, real: Tensor, fake: Tensor): Tensor =>
    tf.add(tf.mean(softplus(tf, tf.neg(real))), tf.mean(softplus(tf, fake))),
  slopeD: (tf: Ops, scores: Tensor, marks: Marks): Tensor => tf.sub(tf.mul(tf.sigmoid(scores), scale), marks.real),
};

const wasserstein: Objective = {
  // Arjovsky et al. 2017, signs turned so that D minimises: L_D = E s(G(z)) − E s(x).
  lossD: (tf, real, fake) => tf.sub(tf.mean(fake), tf.mean(real)),
  lossG: (tf, fake) => tf.neg(tf.mean(fake)),
  slopeD: (tf, _scores, marks) => tf.mul(marks.sign, scale),
  slopeG: (tf) => tf.fill([BATCH, 1], -scale),
};

/** The losses by name; clipping and the gradient penalty are what is done to D besides. */
export const OBJECTIVES: Readonly<Record<LossName, Objective>> = {
  // L_G = −E log D(G(z)): the same fixed point, a slope that does not die when D wins.
  ns: {
    ...logistic,
    lossG: (tf, fake) => tf.mean(softplus(tf, tf.neg(fake))),
    slopeG: (tf, fake) => tf.mul(tf.sub(tf.sigmoid(fake), 1), scale),
  },
  // L_G = E log(1 − D(G(z))): the game as first written down.
  minimax: {
    ...logistic,
    lossG: (tf, fake) => tf.neg(tf.mean(softplus(tf, fake))),
    slopeG: (tf, fake) => tf.mul(tf.sigmoid(fake), -scale),
  },
  // Mao et al. 2017 with targets 1 and 0: L_D = ½E(s(x) − 1)² + ½E s(G(z))², L_G = ½E(s(G(z)) − 1)².
  ls: {
    lossD: (tf, real, fake) => tf.mul(tf.add(tf.mean(tf.square(tf.sub(real, 1))), tf.mean(tf.square(fake))), 0.5),
    lossG: (tf, fake) => tf.mul(tf.mean(tf.square(tf.sub(fake, 1))), 0.5),
    slopeD: (tf, scores, marks) => tf.sub(tf.mul(scores, scale), marks.real),
    slopeG: (tf, fake) => tf.mul(tf.sub(fake, 1), scale),
  },
  // Lim & Ye 2017: L_D = E max(0, 1 − s(x)) + E max(0, 1 + s(G(z))), L_G = −E s(G(z)).
  hinge: {
    ...wasserstein,
    lossD: (tf, real, fake) => tf.add(tf.mean(tf.relu(tf.sub(1, real))), tf.mean(tf.relu(tf.add(fake, 1)))),
    slopeD: (tf, scores, marks) => tf.mul(tf.mul(marks.sign, scale), tf.step(tf.add(tf.mul(scores, marks.sign), 1))),
  },
  clip: wasserstein,
  gp: wasserstein,
};
