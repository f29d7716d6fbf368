import { expect, test } from 'vitest';
import { GATES, upperBound } from '#core/question/lint/gates.ts';
import type { LintContext } from '#core/question/lint/rule.ts';
import type { Question } from '#core/question/question.ts';
import { COMMON, choice, sound } from './items.ts';

const CONTEXT: LintContext = {
  words: () => [],
  glossaryText: '',
  glossaryIds: new Set(),
  hasSection: () => true,
  sectionText: () => null,
  headings: () => null,
};

/** `G02 chapter|bank language` of what the gates find in deep-learning. */
function gates(questions: readonly Question[]): string[] {
  const items = questions.map((question) => ({ question, chapter: 'deep-learning' }));
  return GATES.flatMap(({ id, check }) =>
    check(items, CONTEXT).map(
      ({ found, language }) => `${id} ${found.en.split(':')[0]}${language === null ? '' : ` ${language}`}`,
    ),
  ).filter((line) => !line.startsWith('G08'));
}

/** n items made from one, with distinct ids. */
const many = (n: number, make: (i: number) => Question): Question[] =>
  Array.from({ length: n }, (_, i) => ({
    ...make(i),
    id: sound(
      {
        ...COMMON,
        kind: 'truefalse',
        stem: { zh: 'x', en: 'x' },
        answer: true,
        why: { t: { zh: 'x', en: 'x' }, f: { zh: 'x', en: 'x' } },
      },
      `dl-item-${i}`,
    ).id,
  }));

const claim = (answer: boolean): Question => ({
  ...sound({
    ...COMMON,
    kind: 'truefalse',
    stem: { zh: '一个断言。', en: 'A claim.' },
    answer,
    why: { t: { zh: '理由', en: 'reason' }, f: { zh: '理由', en: 'reason' } },
  }),
});

test('the bound of G01 is the exact one-sided 99 % point of the binomial', () => {
  expect([100, 200, 500, 1000].map((n) => upperBound(Array(n).fill(0.25)))).toEqual([35, 65, 148, 282]);
  expect(upperBound([0.5, 0.5])).toBe(2);
  expect(upperBound([0, 0, 1])).toBe(1);
});

test('G01: the longest option is a key too often; ties are shared', () => {
  const base = choice(4, 'ab');
  const longKeys = {
    ...base,
    options: base.options.map((option) => ({
      ...option,
      text: { zh: option.key ? '长一点的选项' : '短选项', en: 'same text' },
    })),
  };
  expect(gates(many(40, () => longKeys))).toEqual(['G01 the bank zh', 'G01 deep-learning zh']);
  expect(gates(many(40, () => base))).toEqual([]);
  expect(gates(many(29, () => longKeys))).toEqual([]);
});

test('G02: claims are true in 40–60 %, or as near as an odd number allows', () => {
  const bank = (yes: number, no: number): string[] =>
    gates(many(40, (i) => (i < yes + no ? claim(i < yes) : choice(4, 'ab'))));
  expect(bank(6, 4)).toEqual([]);
  expect(bank(4, 6)).toEqual([]);
  expect(bank(7, 3)).toEqual(['G02 the bank', 'G02 deep-learning']);
  expect(bank(3, 7)).toEqual(['G02 the bank', 'G02 deep-learning']);
  expect(bank(2, 1)).toEqual([]);
  expect(bank(0, 0)).toEqual([]);
});

test('G03 and G04: negatives up to 10 %, recall up to 50 %', () => {
  expect(gates(many(40, (i) => ({ ...choice(4, 'ab'), negative: i < 4 })))).toEqual([]);
  expect(gates(many(40, (i) => ({ ...choice(4, 'ab'), negative: i < 5 })))).toEqual([
    'G03 the bank',
    'G03 deep-learning',
  ]);
  expect(gates(many(40, (i) => ({ ...choice(4, 'ab'), level: i < 20 ? 'recall' : 'apply' })))).toEqual([]);
  expect(gates(many(40, (i) => ({ ...choice(4, 'ab'), level: i < 21 ? 'recall' : 'apply' })))).toEqual([
    'G04 the bank',
    'G04 deep-learning',
  ]);
});

test('variants count once and retired items not at all', () => {
  const template = choice(4, 'ab').id;
  const negative = { ...choice(4, 'ab'), negative: true };
  expect(gates([...many(40, () => choice(4, 'ab')), ...many(30, () => ({ ...negative, template }))])).toEqual([]);
  expect(
    gates([...many(40, () => choice(4, 'ab')), ...many(30, () => ({ ...negative, retired: '2026-01-01' }))]),
  ).toEqual([]);
});

test('G07 and G08: an empty reason, a section without items', () => {
  const empty = {
    ...choice(4, 'ab'),
    options: choice(4, 'ab').options.map((option) => ({ ...option, why: { zh: '', en: 'x' } })),
  };
  expect(gates([empty])).toEqual(Array(4).fill('G07 no reason zh'));
  const bare = GATES.find(({ id }) => id === 'G08')?.check(
    many(30, () => choice(4, 'ab')).map((question) => ({ question, chapter: 'deep-learning' })),
    CONTEXT,
  );
  expect(bare?.map(({ found }) => found.en)).toEqual([
    'deep-learning: sections without items: what-is-deep-learning, strengths-and-limits, versus-machine-learning, frameworks, choosing-a-framework, neurons-and-networks, network-anatomy, activation-functions, sigmoid, tanh',
  ]);
});
