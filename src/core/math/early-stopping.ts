/** A small network that first learns a curve and then its noise: the loss on its examples and on others, epoch by epoch. */
import { normalAt } from '../random/normal.ts';

/** Losses after an epoch; both are mean squared errors. */
export interface LossPoint {
  readonly epoch: number;
  readonly training: number;
  readonly validation: number;
}

interface Sample {
  readonly x: number;
  readonly t: number;
}

const HIDDEN = 20;
const RATE = 0.05;
/** Standard deviation of what is added to the sine in the training samples. */
export const TRAINING_NOISE = 0.5;
/** The same in the validation samples. */
export const VALIDATION_NOISE = 0.2;

function samplesOf(name: string, count: number, noise: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const x = -1 + (2 * i + 1) / count;
    return { x, t: Math.sin(3 * x) + noise * normalAt('early-stopping', name, i) };
  });
}

/**
 * Full-batch gradient descent of a 1-20-1 tanh network on 8 noisy samples of sin 3x, watched on 40 others with
 * less noise.
 *
 * @param epochs how many updates to make
 * @param every how often the losses are noted, from epoch 0 on
 */
export function overfittingRun(epochs: number, every: number): LossPoint[] {
  const training = samplesOf('training', 8, TRAINING_NOISE);
  const validation = samplesOf('validation', 40, VALIDATION_NOISE);
  const units = Array.from({ length: HIDDEN }, (_, j) => ({
    w: 5 * normalAt('early-stopping', 'w', j),
    b: 3 * normalAt('early-stopping', 'b', j),
    v: normalAt('early-stopping', 'v', j) / HIDDEN,
  }));
  let c = 0;
  const output = (x: number): number => units.reduce((sum, { w, b, v }) => sum + v * Math.tanh(w * x + b), c);
  const loss = (samples: readonly Sample[]): number =>
    samples.reduce((sum, { x, t }) => sum + (output(x) - t) ** 2, 0) / samples.length;
  const points: LossPoint[] = [];
  for (let epoch = 0; epoch <= epochs; epoch++) {
    if (epoch % every === 0) points.push({ epoch, training: loss(training), validation: loss(validation) });
    const gradient = units.map(() => ({ w: 0, b: 0, v: 0 }));
    let gradientC = 0;
    for (const { x, t } of training) {
      const error = (2 * (output(x) - t)) / training.length;
      gradientC += error;
      for (const [j, { w, b, v }] of units.entries()) {
        const h = Math.tanh(w * x + b);
        const g = gradient[j];
        if (g === undefined) continue;
        const delta = error * v * (1 - h * h);
        g.v += error * h;
        g.w += delta * x;
        g.b += delta;
      }
    }
    c -= RATE * gradientC;
    for (const [j, unit] of units.entries()) {
      const g = gradient[j];
      if (g === undefined) continue;
      unit.w -= RATE * g.w;
      unit.b -= RATE * g.b;
      unit.v -= RATE * g.v;
    }
  }
  return points;
}

/** The point with the smallest validation loss, the first one of several: where early stopping would have stopped. */
export function bestPoint(points: readonly LossPoint[]): LossPoint | undefined {
  return points.reduce<LossPoint | undefined>(
    (best, point) => (best === undefined || point.validation < best.validation ? point : best),
    undefined,
  );
}
