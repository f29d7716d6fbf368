/** What the tables of a binary classifier say: counts at a threshold, ratios of counts, and measures that need no threshold. */

/** Counts of a confusion matrix; positive is the class one looks for. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Counts with a score of at least `threshold` called positive. Labels are 1 and 0; both lists have the same length. */
export function confusionAt(labels: readonly number[], scores: readonly number[], threshold: number): Confusion {
  const count = (label: number, called: boolean): number =>
    scores.filter((score, i) => labels[i] === label && score >= threshold === called).length;
  return { tp: count(1, true), fp: count(0, true), fn: count(1, false), tn: count(0, false) };
}

/** (TP + TN) / all. */
export function accuracy({ tp, fp, fn, tn }: Confusion): number {
  return (tp + tn) / (tp + fp + fn + tn);
}

/** TP / (TP + FP): of those called positive, the share that are. NaN when nobody is called positive. */
export function precision({ tp, fp }: Confusion): number {
  return tp / (tp + fp);
}

/** TP / (TP + FN), also the true positive rate: of the positives, the share that are found. */
export function recall({ tp, fn }: Confusion): number {
  return tp / (tp + fn);
}

/** FP / (FP + TN), the false positive rate: of the negatives, the share called positive. */
export function falseAlarmRate({ fp, tn }: Confusion): number {
  return fp / (fp + tn);
}

/** Harmonic mean of precision and recall, 2TP / (2TP + FP + FN). */
export function f1({ tp, fp, fn }: Confusion): number {
  return (2 * tp) / (2 * tp + fp + fn);
}

/** Rank of every score from 1 for the smallest; equal scores share the mean of their ranks. */
export function sharedRanks(scores: readonly number[]): number[] {
  return scores.map((score) => {
    const below = scores.filter((other) => other < score).length;
    const equal = scores.filter((other) => other === score).length;
    return below + (equal + 1) / 2;
  });
}

/**
 * Area under the ROC curve by ranks: (R − P(P + 1)/2) / (P·N), R the rank sum of the P positives among P + N scores.
 *
 * It is the chance that a random positive scores above a random negative, ties counting one half. Needs one of each class.
 */
export function auc(labels: readonly number[], scores: readonly number[]): number {
  const ranks = sharedRanks(scores);
  const positives = labels.filter((label) => label === 1).length;
  const rankSum = ranks.reduce((sum, rank, i) => sum + (labels[i] === 1 ? rank : 0), 0);
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (labels.length - positives));
}

/** A point of the ROC curve with the threshold that gives it. */
export interface RocPoint {
  readonly threshold: number;
  readonly falseAlarm: number;
  readonly hit: number;
}

/** The ROC curve from (0, 0), where nobody is called positive, to (1, 1): one point for every distinct score. */
export function rocPoints(labels: readonly number[], scores: readonly number[]): RocPoint[] {
  const thresholds = [...new Set(scores)].sort((a, b) => b - a);
  return [Number.POSITIVE_INFINITY, ...thresholds].map((threshold) => {
    const counts = confusionAt(labels, scores, threshold);
    return { threshold, falseAlarm: falseAlarmRate(counts), hit: recall(counts) };
  });
}

/** KS: the point of the ROC curve farthest above the diagonal; `gap` is hit rate minus false alarm rate there. */
export function ks(labels: readonly number[], scores: readonly number[]): RocPoint & { readonly gap: number } {
  const points = rocPoints(labels, scores).map((point) => ({ ...point, gap: point.hit - point.falseAlarm }));
  return points.reduce((best, point) => (point.gap > best.gap ? point : best));
}

/** Min–max normalisation (x − min) / (max − min): `min` goes to 0, `max` to 1, what lies outside goes outside. */
export function minMax(x: number, min: number, max: number): number {
  return (x - min) / (max - min);
}
