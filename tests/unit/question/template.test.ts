import { expect, test } from 'vitest';
import { type Built, defineTemplate, type Template } from '#core/question/template.ts';
import { expandTemplate, MAX_PUBLISHED } from '#core/question/variants.ts';
import { COMMON } from './items.ts';

const WHY = { zh: '这里写的是这个选项为什么对或错的理由。', en: 'This says why the option is right or wrong.' };

const SHARED = { ...COMMON, kind: 'single', level: 'apply', difficulty: 2, source: { origin: 'original' } } as const;

/** The output side of a convolution, as the guide for authors has it. */
const convolution = (n: readonly number[]): Template =>
  defineTemplate({
    ...SHARED,
    params: { n, k: [3, 5], p: [1, 2], s: [1, 2] },
    build: ({ n: side, k, p, s }) => ({
      stem: {
        zh: `${side}×${side} 的图，核 ${k}，每边填充 ${p}，步幅 ${s}，输出边长？`,
        en: `A ${side}×${side} map, kernel ${k}, padding ${p} on each side, stride ${s}: output side?`,
      },
      key: { value: Math.floor((side + 2 * p - k) / s) + 1, why: WHY },
      distractors: [
        { misconception: 'forgot-padding', value: Math.floor((side - k) / s) + 1, why: WHY },
        { misconception: 'forgot-one', value: Math.floor((side + 2 * p - k) / s), why: WHY },
      ],
    }),
  });

/** A template over eight numbers whose build may go wrong. */
const over = (build: (n: number) => Built, fields: Record<string, unknown> = {}): Template =>
  defineTemplate({ ...SHARED, ...fields, params: { n: [1, 2, 3, 4, 5, 6, 7, 8] }, build: ({ n }) => build(n) });

const pair = (n: number): Built => ({
  stem: { zh: `${n} 的两倍是多少，写成整数？`, en: `What is twice ${n}, as an integer?` },
  key: { value: 2 * n, why: WHY },
  distractors: [
    { misconception: 'plus-two', value: n + 20, why: WHY },
    { misconception: 'square', value: n + 40, why: WHY },
  ],
});

const messages = (template: Template): string[] =>
  expandTemplate('dl-twice', template).findings.map(({ rule, item, found }) => `${rule} ${item}: ${found.en}`);

test('variants are named by their parameters, keys are computed, options stand in ascending order', () => {
  const { variants, findings, rejected } = expandTemplate('conv-size', convolution([28, 32, 64]));
  expect(findings).toEqual([]);
  expect(variants.length + rejected).toBe(24);
  const one = variants.find(({ question }) => question.id === 'conv-size~n28.k5.p2.s1')?.question;
  expect(one).toMatchObject({
    template: 'conv-size',
    options: [
      { id: 'a', value: '24', misconception: 'forgot-padding' },
      { id: 'b', value: '27' },
      { id: 'c', value: '28', key: true, misconception: null },
    ],
  });
});

test('a larger grid renames nothing', () => {
  const hashes = (n: readonly number[]): Map<string, string> =>
    new Map(
      expandTemplate('conv-size', convolution(n)).variants.map(({ question }) => [question.id, question.itemHash]),
    );
  const large = hashes([16, 28, 32, 64]);
  for (const [id, hash] of hashes([28, 32, 64])) expect(large.get(id)).toBe(hash);
});

test('draws whose options coincide are rejected and counted', () => {
  const { variants, rejected } = expandTemplate(
    'dl-twice',
    defineTemplate({
      ...SHARED,
      params: { n: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
      build: ({ n }) => ({
        ...pair(n),
        distractors: [
          { misconception: 'square', value: n * n, why: WHY },
          { misconception: 'plus-two', value: n + 2.5, why: WHY },
        ],
      }),
    }),
  );
  expect([variants.length, rejected]).toEqual([9, 1]);
  expect(variants.some(({ question }) => question.id === 'dl-twice~n2')).toBe(false);
});

test('at most 64 variants are published, the same ones whatever the order of the grid', () => {
  const many = Array.from({ length: 40 }, (_, i) => i + 20);
  const { variants, published } = expandTemplate('conv-size', convolution(many));
  expect(variants.length).toBeGreaterThan(MAX_PUBLISHED);
  expect(published.size).toBe(MAX_PUBLISHED);
  expect(expandTemplate('conv-size', convolution(many.toReversed())).published).toEqual(published);
});

test('decimals, signs and vectors are spelled in ids; float noise is cut; places are rounded half away from zero', () => {
  const template = defineTemplate({
    ...SHARED,
    places: 2,
    params: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((w) => ({ x: [1, -2.5], w })),
    build: ({ x, w }) => ({
      stem: { zh: `${x.join()} 与 ${w}，结果是多少？`, en: `${x.join()} and ${w}: the result?` },
      key: { value: w + 0.025, why: WHY },
      distractors: [
        { misconception: 'sign', value: -(w + 0.025), why: WHY },
        { misconception: 'square', value: 3, why: WHY },
      ],
    }),
  });
  const { variants, findings } = expandTemplate('dl-sum', template);
  expect(findings).toEqual([]);
  expect(variants.find(({ question }) => question.id === 'dl-sum~x1x-2_5.w0_1')?.question).toMatchObject({
    options: [{ value: '-0.13' }, { value: '0.13', key: true }, { value: '3.00' }],
  });
});

test('numeric templates turn distractors into traps', () => {
  const { variants, findings } = expandTemplate(
    'dl-twice',
    over(pair, { kind: 'numeric', unit: 'none', tolerance: { abs: '0.5' } }),
  );
  expect(findings).toEqual([]);
  expect(variants[0]?.question).toMatchObject({
    kind: 'numeric',
    values: ['2'],
    traps: [
      { value: '21', misconception: 'plus-two' },
      { value: '41', misconception: 'square' },
    ],
  });
});

test('a throw, an infinite answer, equal variants and too few of them are errors with their parameters', () => {
  expect(
    messages(
      over((n) => {
        if (n === 3) throw new Error('no three');
        return pair(n);
      }),
    ),
  ).toEqual([
    'template dl-twice~n3: build throws: no three',
    'template dl-twice: of 8 draws 0 had coinciding options; 7 variants remain, at least 8 must',
  ]);
  expect(messages(over((n) => ({ ...pair(n), key: { value: 1 / (n - 4), why: WHY } })))[0]).toBe(
    'template dl-twice~n4: an answer is not finite (key 0: Infinity)',
  );
  expect(messages(over((n) => pair(Math.min(n, 7))))[0]).toBe('template dl-twice~n8: is equal to dl-twice~n7');
  expect(
    messages(
      defineTemplate({
        ...SHARED,
        params: { n: Array.from({ length: 5_001 }, (_, i) => i + 1) },
        build: ({ n }) => pair(n + 100),
      }),
    ),
  ).toEqual(['template dl-twice: more than 5000 draws']);
  expect(
    messages(
      defineTemplate({
        ...SHARED,
        params: { n: [1] },
        require: () => {
          throw new Error('no');
        },
        build: ({ n }) => pair(n),
      }),
    )[0],
  ).toBe('template dl-twice: require throws: no');
});

test('a variant is held to the schema like any item', () => {
  expect(
    messages(over((n) => (n === 5 ? { ...pair(n), stem: { zh: '', en: 'Empty in Chinese?' } } : pair(n))))[0],
  ).toBe('schema dl-twice~n5: stem.zh is ""');
});
