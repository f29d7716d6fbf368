/** Logistic regression in double precision: the oracle for the snippets, which run the same steps on float32 tensors. */
import { sigmoid } from './activations.ts';

/** A fitted model: p̂ = σ(w·x + b). */
export interface LogisticModel {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** σ(w·x + b), the probability of class 1. */
export function predictLogistic(model: LogisticModel, row: readonly number[]): number {
  return sigmoid(row.reduce((sum, x, j) => sum + x * (model.weights[j] ?? 0), model.bias));
}

/** Mean cross-entropy −ln p̂ of the true classes, natural logarithm; labels are 1 and 0. */
export function logisticLoss(
  model: LogisticModel,
  rows: readonly (readonly number[])[],
  labels: readonly number[],
): number {
  const losses = rows.map((row, i) => {
    const p = predictLogistic(model, row);
    return -Math.log(labels[i] === 1 ? p : 1 - p);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;
}

/**
 * Full-batch gradient descent on the mean cross-entropy, from zeros, without regularisation. The gradient is
 * Xᵀ(p̂ − y)/n.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  { steps, rate }: { readonly steps: number; readonly rate: number },
): LogisticModel {
  let model: LogisticModel = { weights: (rows[0] ?? []).map(() => 0), bias: 0 };
  for (let step = 0; step < steps; step++) {
    const errors = rows.map((row, i) => predictLogistic(model, row) - (labels[i] ?? 0));
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / rows.length;
    model = {
      weights: model.weights.map((w, j) => w - rate * mean(errors.map((error, i) => error * (rows[i]?.[j] ?? 0)))),
      bias: model.bias - rate * mean(errors),
    };
  }
  return model;
}
