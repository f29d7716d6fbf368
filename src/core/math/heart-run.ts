/** The heart-disease pipeline from table to scores, as the page walks it; figures and worked numbers read it. */
import { encodeHeartRow, HEART_INPUTS, type HeartRow, heartTable } from './heart-table.ts';
import { fitLogistic, type LogisticModel, predictLogistic } from './logistic-regression.ts';
import * as metrics from './metrics.ts';

/** Rows that train: the first 212 of 303, about 7 : 3. The rows come in random order, so no shuffle is needed. */
export const HEART_TRAINING_ROWS = 212;

/** Which rows the scaling has seen. */
export type Fitting = 'training' | 'all';

/** Everything one run leaves behind. */
export interface HeartRun {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly model: LogisticModel;
  /** Labels and scores of the 91 test rows. */
  readonly labels: readonly number[];
  readonly scores: readonly number[];
}

function run(fitting: Fitting): HeartRun {
  const table = heartTable();
  const rows = table.map(encodeHeartRow);
  const labels = table.map((row) => (row.status === 'sick' ? 1 : 0));
  const seen = fitting === 'training' ? rows.slice(0, HEART_TRAINING_ROWS) : rows;
  const column = (j: number): number[] => seen.map((row) => row[j] ?? 0);
  const low = HEART_INPUTS.map((_, j) => Math.min(...column(j)));
  const high = HEART_INPUTS.map((_, j) => Math.max(...column(j)));
  const scaled = rows.map((row) => row.map((x, j) => metrics.minMax(x, low[j] ?? 0, high[j] ?? 1)));
  const model = fitLogistic(scaled.slice(0, HEART_TRAINING_ROWS), labels.slice(0, HEART_TRAINING_ROWS), {
    steps: 300,
    rate: 1,
  });
  return {
    low,
    high,
    model,
    labels: labels.slice(HEART_TRAINING_ROWS),
    scores: scaled.slice(HEART_TRAINING_ROWS).map((row) => predictLogistic(model, row)),
  };
}

const runs = new Map<Fitting, HeartRun>();

/** The run; computed once. */
export function heartRun(fitting: Fitting = 'training'): HeartRun {
  const known = runs.get(fitting);
  if (known !== undefined) return known;
  const fresh = run(fitting);
  runs.set(fitting, fresh);
  return fresh;
}

/** The confusion matrix of the test rows. */
export function heartConfusion(threshold = 0.5, fitting: Fitting = 'training'): metrics.Confusion {
  const { labels, scores } = heartRun(fitting);
  return metrics.confusionAt(labels, scores, threshold);
}

/** AUC of the test rows. */
export function heartAuc(fitting: Fitting = 'training'): number {
  const { labels, scores } = heartRun(fitting);
  return metrics.auc(labels, scores);
}

/** KS of the test rows, with the threshold that reaches it. */
export function heartKs(): metrics.RocPoint & { readonly gap: number } {
  const { labels, scores } = heartRun();
  return metrics.ks(labels, scores);
}

/** Smallest (`low`) or largest (`high`) value of a model input among the rows the scaling has seen. */
export function heartRange(input: string, end: 'low' | 'high', fitting: Fitting = 'training'): number {
  return heartRun(fitting)[end][HEART_INPUTS.indexOf(input)] ?? Number.NaN;
}

/** The predictor: one raw row of text to the probability of `sick`, through the same encoding and the training scaling. */
export function heartPredict(row: HeartRow): number {
  const { low, high, model } = heartRun();
  return predictLogistic(
    model,
    encodeHeartRow(row).map((x, j) => metrics.minMax(x, low[j] ?? 0, high[j] ?? 1)),
  );
}
