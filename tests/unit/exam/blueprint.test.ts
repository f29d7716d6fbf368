import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cellsOf } from '#core/exam/cells.ts';
import { parseBlueprint } from '#core/exam/parse-blueprint.ts';

const EXAM: Readonly<Record<string, unknown>> = parse(
  readFileSync('content/blueprints/exam-deep-learning.yaml', 'utf8'),
);
const { topics: _topics, kinds: _kinds, order: _order, ...BARE } = EXAM;

const errorsOf = (loose: unknown): string[] =>
  parseBlueprint('test', loose).findings.map(({ path, found, todo }) => `${path.join('.')}: ${found.en} → ${todo.en}`);

describe('a blueprint', () => {
  it('of the mock paper asks 14 single and 6 multiple, and every section', () => {
    const { blueprint, findings } = parseBlueprint('exam-deep-learning', EXAM);
    expect(findings).toEqual([]);
    const cells = blueprint === null ? [] : cellsOf(blueprint);
    const count = (kind: string) => cells.reduce((n, cell) => n + (cell.kind === kind ? cell.count : 0), 0);
    expect([count('single'), count('multiple')]).toEqual([14, 6]);
    expect(new Set(cells.map((cell) => cell.topic)).size).toBe(11);
  });

  it('keeps a teacher’s cells', () => {
    const cells = [
      { topic: 'deep-learning', kind: 'single', count: 3 },
      { topic: 'cnn/pooling-layer', count: 2 },
    ];
    const { blueprint } = parseBlueprint('mine', { ...BARE, questions: 5, cells });
    expect(blueprint?.spread).toEqual({
      kind: 'cells',
      cells: [
        { topic: 'deep-learning', kind: 'single', difficulty: null, count: 3 },
        { topic: 'cnn/pooling-layer', kind: null, difficulty: null, count: 2 },
      ],
    });
  });

  it('says where it is wrong, what is there and what would be valid', () => {
    expect(errorsOf({ ...EXAM, questions: 0 })).toMatchInlineSnapshot(`
      [
        "questions: questions is 0 → valid here: an integer, 1–200",
      ]
    `);
    const { minutes: _minutes, ...untimed } = EXAM;
    expect(errorsOf({ ...untimed, minuets: 40 })).toEqual([
      'minuets: there is no field minuets → write minutes, or remove it',
    ]);
    expect(errorsOf({ ...EXAM, colour: 40 })).toMatchInlineSnapshot(`
      [
        "colour: there is no field colour → valid here: title, note, official, mode, questions, minutes, points, pass, topics, kinds, difficulty, cells, order, mocks",
      ]
    `);
    expect(errorsOf({ ...EXAM, topics: { 'cnn/relu': 1, cnn: 1, 'cnn/overview': 1 } })).toMatchInlineSnapshot(`
      [
        "topics.cnn/relu: there is no chapter or section cnn/relu → chapters: deep-learning, mlp, cnn, rnn, gan, pai; a section is chapter/section",
        "topics.cnn: cnn and cnn/relu overlap → a question counts once: keep one of them",
        "topics.cnn/overview: cnn/overview and cnn overlap → a question counts once: keep one of them",
      ]
    `);
    expect(errorsOf({ ...EXAM, kinds: { truefalse: 30, single: 70 }, order: ['single'] })).toMatchInlineSnapshot(`
      [
        "kinds: 6 true/false questions are more than 20 % → lower the weight of truefalse",
        "order: \`order\` does not list truefalse → list every kind of the paper, or remove \`order\`",
      ]
    `);
    expect(errorsOf({ ...EXAM, pass: 101 })).toMatchInlineSnapshot(`
      [
        "pass: the pass mark 101 is above full marks, 100 → let pass ≤ points",
      ]
    `);
    expect(errorsOf({ ...EXAM, kinds: { single: 0 } })).toMatchInlineSnapshot(`
      [
        "kinds: every weight under kinds is 0 → give one a weight above 0, or remove the axis",
      ]
    `);
    expect(errorsOf({ ...EXAM, official: true })).toMatchInlineSnapshot(`
      [
        "official: official is true → valid here: false: every paper is set by this site",
      ]
    `);
    expect(
      errorsOf({
        ...EXAM,
        cells: [
          { topic: 'cnn', count: 1 },
          { topic: 'cnn/overview', kind: 'single', count: 1 },
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "cells.1: cells 1 and 2 overlap → make them differ in at least one field",
        "questions: the cells hold 2 questions, \`questions\` says 20 → make them equal",
        "cells: \`cells\` and weights exclude each other → keep one of the two",
      ]
    `);
  });

  it('is refused, not thrown at, whatever stands in the file', () => {
    for (const loose of [null, 3, 'text', [], {}]) expect(parseBlueprint('test', loose).blueprint).toBeNull();
    expect(parseBlueprint('Not An Id', EXAM).blueprint).toBeNull();
  });
});
