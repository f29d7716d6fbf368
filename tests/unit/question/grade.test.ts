import { expect, test } from 'vitest';
import { gradeAnswer } from '#core/question/grade.ts';
import { asOptionId } from '#core/question/parse.ts';
import type { Answer, Question } from '#core/question/question.ts';
import { COMMON, choice, numeric, sound } from './items.ts';

const LETTERS = 'abcdefg';

/** Every subset of the first n letters. */
function subsets(n: number): string[] {
  return Array.from({ length: 2 ** n }, (_, mask) =>
    [...LETTERS.slice(0, n)].filter((_, i) => (mask >> i) & 1).join(''),
  );
}

const options = (text: string): Answer => ({ kind: 'options', ids: [...text].map(asOptionId) });

/**
 * The mark by another road: a candidate holds one token of 60/k for each key ticked and pays one of 60/(n − k) for each
 * other; tokens are counted out over the common denominator, so nothing is divided before the end.
 */
function oracle(n: number, keys: string, ticked: string, mode: 'exam' | 'practice'): number {
  const others = [...LETTERS.slice(0, n)].filter((letter) => !keys.includes(letter));
  if (mode === 'exam')
    return [...LETTERS.slice(0, n)].every((letter) => keys.includes(letter) === ticked.includes(letter)) ? 60 : 0;
  let earned = 0;
  for (const letter of ticked) earned += keys.includes(letter) ? others.length : -keys.length;
  const whole = keys.length * others.length;
  return earned <= 0 ? 0 : (60 * earned) / whole;
}

test('multiple: every n ≤ 7, every key set, every response, both modes agree with the oracle, in whole units', () => {
  let checked = 0;
  for (let n = 4; n <= 7; n++) {
    for (const keys of subsets(n).filter((set) => set.length >= 2 && set.length < n)) {
      const question = choice(n, keys);
      for (const ticked of subsets(n)) {
        for (const mode of ['exam', 'practice'] as const) {
          const grade = gradeAnswer(question, options(ticked), mode);
          if (grade.kind !== 'graded') throw new Error('not graded');
          if (grade.units !== oracle(n, keys, ticked, mode) || !Number.isInteger(grade.units)) {
            expect.fail(`n ${n}, keys ${keys}, ticked ${ticked}, ${mode}: ${grade.units}`);
          }
          checked++;
        }
      }
    }
  }
  expect(checked).toBe(2 * (10 * 16 + 25 * 32 + 56 * 64 + 119 * 128));
});

test('the worked example: five options, keys A and B', () => {
  const question = choice(5, 'ab');
  const units = (ticked: string): number => {
    const grade = gradeAnswer(question, options(ticked), 'practice');
    return grade.kind === 'graded' ? grade.units : Number.NaN;
  };
  expect(['ab', 'a', 'abc', 'ac', 'cde', 'abcde', ''].map(units)).toEqual([60, 30, 40, 10, 0, 0, 0]);
});

test('ticking everything never pays (tcexam #74, R/exams, PrairieLearn)', () => {
  for (const [n, keys] of [
    [4, 'abc'],
    [5, 'abcd'],
    [7, 'abcdef'],
  ] as const) {
    expect(gradeAnswer(choice(n, keys), options(LETTERS.slice(0, n)), 'practice')).toEqual({
      kind: 'graded',
      units: 0,
      trap: null,
    });
  }
});

test('the order of ticks and a tick named twice change nothing', () => {
  const question = choice(4, 'ab');
  for (const ticked of ['ab', 'ba', 'abab'])
    expect(gradeAnswer(question, options(ticked), 'exam')).toMatchObject({ units: 60 });
});

const single: Question = {
  ...choice(4, 'bc'),
  kind: 'single',
  options: choice(4, 'bc').options.map((option) => ({ ...option, key: option.id === 'b' })),
};

test('single: the key alone has 60 units, anything else none, in both modes', () => {
  for (const mode of ['exam', 'practice'] as const) {
    for (const ticked of subsets(4))
      expect(gradeAnswer(single, options(ticked), mode)).toMatchObject({ units: ticked === 'b' ? 60 : 0 });
  }
});

const claim = (answer: boolean): Question =>
  sound({
    ...COMMON,
    kind: 'truefalse',
    stem: { zh: 'ReLU 在正半轴的斜率恒为 1。', en: 'The slope of ReLU is 1 on the positive side.' },
    answer,
    why: {
      t: { zh: '正半轴上它就是 x 本身，斜率是 1。', en: 'There it is x itself, with slope 1.' },
      f: { zh: '把负半轴的斜率当成了正半轴的。', en: 'This takes the slope of the negative side.' },
    },
  });

test('truefalse: the right truth value has 60 units', () => {
  for (const answer of [true, false]) {
    for (const value of [true, false]) {
      for (const mode of ['exam', 'practice'] as const) {
        expect(gradeAnswer(claim(answer), { kind: 'truth', value }, mode)).toMatchObject({
          units: value === answer ? 60 : 0,
        });
      }
    }
  }
});

test('a blank answer, or one of another kind, has no units anywhere', () => {
  const answers: Answer[] = [null, options('a'), { kind: 'truth', value: true }, { kind: 'text', raw: '0.5' }];
  const own = new Map<Question, string>([
    [single, 'options'],
    [choice(4, 'ab'), 'options'],
    [claim(true), 'truth'],
    [numeric({}), 'text'],
  ]);
  for (const [question, kind] of own) {
    for (const answer of answers) {
      if (answer?.kind !== kind)
        expect(gradeAnswer(question, answer, 'exam')).toEqual({ kind: 'graded', units: 0, trap: null });
    }
  }
});

const text = (raw: string): Answer => ({ kind: 'text', raw });
const unitsOf = (question: Question, raw: string): unknown => {
  const grade = gradeAnswer(question, text(raw), 'practice');
  return grade.kind === 'graded' ? grade.units : grade.code;
};

test('numeric tolerances are inclusive, and exact where doubles are not', () => {
  const absolute = numeric({ value: '0.3', tolerance: { abs: '0.1' } });
  expect(['0.4', '0.2', '0.41', '0.19', '0.4000000000000000000001'].map((raw) => unitsOf(absolute, raw))).toEqual([
    60, 60, 0, 0, 0,
  ]);
  const relative = numeric({ value: '-200', tolerance: { rel: '0.05' } });
  expect(['-190', '-210', '-189.999', '190'].map((raw) => unitsOf(relative, raw))).toEqual([60, 60, 0, 0]);
  const exact = numeric({ value: '0.1', tolerance: 'exact' });
  expect(['0.10', '1e-1', '0.1000000000000000055'].map((raw) => unitsOf(exact, raw))).toEqual([60, 60, 0]);
});

test('any value of a list is right', () => {
  const question = numeric({ value: ['2', '-2'] });
  expect(['2', '−2', '0'].map((raw) => unitsOf(question, raw))).toEqual([60, 60, 0]);
});

test('a trap names its mistake, and a right value is never a trap', () => {
  const why = { zh: '把导数的最大值记成了函数在零点的值。', en: 'This is the value at zero, not the slope.' };
  const question = numeric({
    value: '0.25',
    tolerance: { abs: '0.01' },
    traps: [
      { value: '0.255', misconception: 'close', why },
      { value: '0.5', misconception: 'value-not-slope', why },
    ],
  });
  expect(gradeAnswer(question, text('1/2'), 'practice')).toEqual({
    kind: 'unreadable',
    code: 'number-form-not-accepted',
  });
  expect(gradeAnswer(question, text('0.5'), 'practice')).toMatchObject({
    units: 0,
    trap: { misconception: 'value-not-slope' },
  });
  expect(gradeAnswer(question, text('0.25'), 'exam')).toEqual({ kind: 'graded', units: 60, trap: null });
});

test('what is no number is not marked in practice and wrong in an exam', () => {
  expect(gradeAnswer(numeric({}), text('half'), 'practice')).toEqual({ kind: 'unreadable', code: 'number-unreadable' });
  expect(gradeAnswer(numeric({}), text('half'), 'exam')).toEqual({ kind: 'graded', units: 0, trap: null });
  expect(gradeAnswer(numeric({}), text(''), 'practice')).toEqual({ kind: 'unreadable', code: 'number-empty' });
});
