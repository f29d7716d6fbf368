import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  heartAuc,
  heartConfusion,
  heartKs,
  heartPredict,
  heartRange,
  heartRun,
} from '../../../src/core/math/heart-run.ts';
import { encodeHeartRow, HEART_FEATURES, HEART_INPUTS, heartTable } from '../../../src/core/math/heart-table.ts';
import { fitLogistic, logisticLoss, predictLogistic } from '../../../src/core/math/logistic-regression.ts';

const table = heartTable();
const PAGE = readFileSync(
  new URL('../../../content/chapters/06-pai/03-first-pipeline.zh-CN.mdx', import.meta.url),
  'utf8',
);

describe('the made-up heart table', () => {
  it('has 303 rows of thirteen features and a label, all text, the same every time', () => {
    expect(table).toHaveLength(303);
    expect(heartTable()).toEqual(table);
    for (const row of table) {
      expect(Object.keys(row)).toEqual([...Object.keys(HEART_FEATURES), 'status']);
      expect(Object.values(row).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  it('keeps to the ranges and words of its columns', () => {
    for (const row of table)
      for (const [name, range] of Object.entries(HEART_FEATURES)) {
        const value = row[name as keyof typeof HEART_FEATURES];
        const [first, second] = range;
        if (typeof first === 'string') expect(range).toContain(value);
        else {
          expect(Number(value)).toBeGreaterThanOrEqual(Math.min(first, Number(second)));
          expect(Number(value)).toBeLessThanOrEqual(Math.max(first, Number(second)));
        }
      }
  });

  it('gives the rows the snippet of the page makes, encoded', () => {
    const making = /let \[a, b, c, n\][\s\S]*?\n}\);\n/.exec(PAGE)?.[0] ?? '';
    const encoded = table.map((row) => [...encodeHeartRow(row), row.status === 'sick' ? 1 : 0]);
    expect(Function(`'use strict';${making}return table;`)()).toEqual(encoded);
  });

  it('encodes one word as one 0/1 and leaves the first word of cp and thal to the zeros', () => {
    expect(HEART_INPUTS).toHaveLength(16);
    const [row] = table;
    if (row === undefined) throw new Error('no rows');
    const zeros = encodeHeartRow({ ...row, cp: 'typical', thal: 'norm', sex: 'Male' });
    for (const input of ['cp=atypical', 'cp=asymptomatic', 'thal=rev', 'sex'])
      expect(zeros[HEART_INPUTS.indexOf(input)]).toBe(0);
    expect(encodeHeartRow({ ...row, sex: 'male', slop: 'down' })[HEART_INPUTS.indexOf('slop')]).toBe(2);
  });
});

describe('logistic regression', () => {
  it('descends to where the gradient vanishes', () => {
    const rows = [[0], [1], [1], [2], [2], [3]];
    const labels = [0, 0, 1, 0, 1, 1];
    const model = fitLogistic(rows, labels, { steps: 20_000, rate: 0.5 });
    const errors = rows.map((row, i) => predictLogistic(model, row) - (labels[i] ?? 0));
    expect(errors.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 6);
    expect(errors.reduce((sum, e, i) => sum + e * (rows[i]?.[0] ?? 0), 0)).toBeCloseTo(0, 6);
    const loss = logisticLoss(model, rows, labels);
    for (const shift of [-0.1, 0.1]) {
      expect(logisticLoss({ ...model, bias: model.bias + shift }, rows, labels)).toBeGreaterThan(loss);
      expect(logisticLoss({ ...model, weights: [(model.weights[0] ?? 0) + shift] }, rows, labels)).toBeGreaterThan(
        loss,
      );
    }
  });
});

describe('the run of the page', () => {
  it('has 91 test rows and the counts printed there', () => {
    expect(heartRun().labels).toHaveLength(91);
    expect(heartConfusion()).toEqual({ tp: 34, fp: 7, fn: 11, tn: 39 });
    expect(heartConfusion(0.5, 'all')).toEqual({ tp: 33, fp: 7, fn: 12, tn: 39 });
    expect(heartAuc().toFixed(4)).toBe('0.8560');
    expect(heartKs().gap.toFixed(4)).toBe('0.6493');
  });

  it('scales with what the training rows show', () => {
    expect([heartRange('thalach', 'low'), heartRange('thalach', 'low', 'all')]).toEqual([81, 73]);
  });

  it('predicts one raw row as it scored it in the test', () => {
    for (const [i, row] of table.slice(212).entries())
      expect(heartPredict(row)).toBeCloseTo(heartRun().scores[i] ?? -1, 12);
  });
});
