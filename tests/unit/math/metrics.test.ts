import { describe, expect, it } from 'vitest';
import * as m from '../../../src/core/math/metrics.ts';
import { gridTrials, runningHours, targetInstances } from '../../../src/core/math/serving.ts';
import { stream } from '../../../src/core/random/stream.ts';

const worked = { tp: 36, fp: 6, fn: 9, tn: 40 };

/** Scores in tenths, so that ties abound. */
function draw(seed: number): { labels: number[]; scores: number[] } {
  const source = stream('metrics', seed);
  const labels = [1, 0, ...Array.from({ length: 30 }, () => source.below(2))];
  return { labels, scores: labels.map((label) => (source.below(8) + 2 * label) / 10) };
}

describe('confusion matrix and its ratios', () => {
  it('has the values of the syllabus', () => {
    expect(m.accuracy(worked).toFixed(4)).toBe('0.8352');
    expect(m.precision(worked).toFixed(4)).toBe('0.8571');
    expect(m.recall(worked)).toBe(0.8);
    expect(m.f1(worked).toFixed(4)).toBe('0.8276');
    expect(m.minMax(130, 94, 200).toFixed(4)).toBe('0.3396');
  });

  it('F1 is the harmonic mean of precision and recall', () => {
    const [p, r] = [m.precision(worked), m.recall(worked)];
    expect(m.f1(worked)).toBeCloseTo((2 * p * r) / (p + r), 14);
  });

  it('counts every row once; a score at the threshold is called positive', () => {
    expect(m.confusionAt([1, 1, 0, 0], [0.5, 0.4, 0.5, 0.1], 0.5)).toEqual({ tp: 1, fp: 1, fn: 1, tn: 1 });
  });
});

describe('measures without a threshold', () => {
  it('AUC by ranks is the share of pairs in the right order, ties one half', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { labels, scores } = draw(seed);
      const of = (label: number): number[] => scores.filter((_, i) => labels[i] === label);
      const pairs = of(1).flatMap((p) => of(0).map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
      expect(m.auc(labels, scores)).toBeCloseTo(pairs.reduce((a: number, b) => a + b, 0) / pairs.length, 12);
    }
  });

  it('AUC is the area under the ROC points by trapezoids', () => {
    const { labels, scores } = draw(7);
    const points = m.rocPoints(labels, scores);
    const area = points.slice(1).reduce((sum, point, i) => {
      const before = points[i] ?? point;
      return sum + ((point.falseAlarm - before.falseAlarm) * (point.hit + before.hit)) / 2;
    }, 0);
    expect(area).toBeCloseTo(m.auc(labels, scores), 12);
    expect(points.at(-1)).toMatchObject({ falseAlarm: 1, hit: 1 });
  });

  it('KS is the largest gap between the two classes’ cumulative shares', () => {
    const { labels, scores } = draw(3);
    const share = (label: number, t: number): number => {
      const of = scores.filter((_, i) => labels[i] === label);
      return of.filter((s) => s < t).length / of.length;
    };
    expect(m.ks(labels, scores).gap).toBeCloseTo(Math.max(...scores.map((t) => share(0, t) - share(1, t))), 12);
  });
});

describe('sums about serving', () => {
  it('rounds instances up', () => {
    expect(targetInstances(2, 23, 10)).toBe(5);
    expect(targetInstances(5, 2, 10)).toBe(1);
    expect(targetInstances(3, 40, 40)).toBe(3);
  });
  it('multiplies hours and grids', () => {
    expect(runningHours(1, 30, 24)).toBe(720);
    expect(gridTrials([4, 3, 2])).toBe(24);
  });
});
