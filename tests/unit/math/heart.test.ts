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

/** The program of a page of chapter 6. */
function programOf(section: string): string {
  const file = new URL(`../../../content/chapters/06-pai/${section}.zh-CN.mdx`, import.meta.url);
  return /```(?:js|text) run\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

/** The part of a program from one text up to another. */
function part(program: string, from: string, to: string): string {
  return program.slice(program.indexOf(from), program.indexOf(to));
}

const PIPELINE = programOf('03-first-pipeline');
const SERVICE = programOf('04-deploy-and-schedule');
const making = part(PIPELINE, 'const columns', 'console.log(Object.values');
const encoding = part(PIPELINE, 'const is =', 'console.log(encode');

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

  it('is the table the page makes, encoded as the page encodes it', () => {
    expect(Function(`'use strict';${making}return table;`)()).toEqual(table);
    expect(Function(`'use strict';${making}${encoding}return table.map(encode);`)()).toEqual(table.map(encodeHeartRow));
  });

  it('is encoded by the service just as in training', () => {
    expect(encoding).toContain('thal');
    expect(SERVICE).toContain(encoding.trim());
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
    expect(heartConfusion()).toEqual({ tp: 27, fp: 6, fn: 12, tn: 46 });
    expect(heartConfusion(0.5, 'all')).toEqual(heartConfusion());
    expect([heartAuc(), heartAuc('all')].map((value) => value.toFixed(4))).toEqual(['0.8585', '0.8624']);
    expect(heartKs().gap.toFixed(4)).toBe('0.5962');
  });

  it('scales with what the training rows show', () => {
    expect([heartRange('thalach', 'low'), heartRange('thalach', 'low', 'all')]).toEqual([78, 74]);
    expect([heartRange('thalach', 'high'), heartRange('thalach', 'high', 'all')]).toEqual([192, 200]);
  });

  it('leaves behind the ranges, weights and bias the service carries', () => {
    const { low, high, model } = heartRun();
    const list = (name: string): unknown =>
      JSON.parse(new RegExp(`const ${name} = (\\[.*?\\]);`).exec(SERVICE)?.[1] ?? '');
    expect([list('low'), list('high')]).toEqual([low, high]);
    const weights = part(SERVICE, 'tensor1d([', ']);')
      .match(/-?\d+\.\d+/g)
      ?.map(Number);
    expect(weights).toEqual(model.weights.map((weight) => Number(weight.toFixed(3))));
    expect(SERVICE).toContain(`const bias = ${model.bias.toFixed(3)},`);
  });

  it('predicts one raw row as it scored it in the test', () => {
    for (const [i, row] of table.slice(212).entries())
      expect(heartPredict(row)).toBeCloseTo(heartRun().scores[i] ?? -1, 12);
  });
});
