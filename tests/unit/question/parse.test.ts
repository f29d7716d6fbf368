import { expect, test } from 'vitest';
import { canonicalJson } from '#core/question/canonical.ts';
import { closeEnemies } from '#core/question/enemies.ts';
import { parseItem } from '#core/question/parse.ts';
import { COMMON, choice, numeric, sound } from './items.ts';

const WHY = { zh: '这里写的是这个选项为什么对或错的理由。', en: 'This says why the option is right or wrong.' };
const STEM = { zh: '这个测试题的正确答案是哪一个，为什么？', en: 'Which is the right answer of this test item here?' };
const option = (id: string, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  text: { zh: `选项${id}`, en: `option ${id}` },
  why: WHY,
  ...fields,
});
const SINGLE = {
  ...COMMON,
  kind: 'single',
  stem: STEM,
  options: [option('a', { key: true }), option('b', { misconception: 'identity' }), option('c'), option('d')],
};

/** `rule path: what is there` of each finding. */
function complaints(loose: unknown, id = 'dl-test-item'): string[] {
  return parseItem(id, loose).findings.map(
    ({ rule, severity, path, found }) => `${severity === 'warning' ? 'W ' : ''}${rule} ${path.join('.')}: ${found.en}`,
  );
}

test('a sound item loses nothing and gains its defaults', () => {
  expect(sound(SINGLE)).toMatchObject({
    id: 'dl-test-item',
    template: null,
    kind: 'single',
    section: 'deep-learning/relu',
    heading: null,
    order: 'shuffle',
    negative: false,
    scenario: false,
    retired: null,
    concept: null,
    proof: null,
    enemies: [],
    options: [
      { id: 'a', key: true, value: null, misconception: null },
      { id: 'b', key: false, misconception: 'identity' },
      { id: 'c' },
      { id: 'd' },
    ],
  });
  expect(sound({ ...SINGLE, section: 'deep-learning/relu#dead-units' })).toMatchObject({
    section: 'deep-learning/relu',
    heading: 'dead-units',
  });
  expect(numeric({ value: '2.50', unit: { zh: '米', en: 'm' } })).toMatchObject({
    values: ['2.50'],
    unit: { text: { zh: '米', en: 'm' }, accept: [] },
    accept: ['decimal', 'scientific', 'grouped'],
    tolerance: { kind: 'exact' },
    traps: [],
  });
});

test('an option with a value shows the number as written in both languages', () => {
  const question = sound({
    ...SINGLE,
    options: ['0.50', '1', '2'].map((value, i) => ({
      id: 'abc'[i],
      value,
      why: WHY,
      ...(i === 0 ? { key: true } : {}),
    })),
  });
  expect(question).toMatchObject({ options: [{ value: '0.50', text: { zh: '0.50', en: '0.50' } }, {}, {}] });
});

test('what a rule describes is reported under that rule, the rest as schema', () => {
  const { level: _, ...noLevel } = SINGLE;
  expect(complaints(noLevel)).toEqual(['L23 level: level is missing']);
  expect(complaints({ ...SINGLE, difficulty: 4 })).toEqual(['L23 difficulty: difficulty is 4']);
  expect(complaints({ ...SINGLE, verified: '2026-02-30' })).toEqual(['L23 verified: verified is "2026-02-30"']);
  expect(complaints({ ...SINGLE, source: { origin: 'dump' } })).toEqual(['L31 source.origin: source.origin is "dump"']);
  expect(complaints({ ...SINGLE, figure: { src: 'a.svg', alt: STEM } })).toEqual([
    'L31 figure.credit: figure.credit is missing',
  ]);
  expect(
    complaints({ ...SINGLE, options: [option('a', { key: true, why: undefined }), option('b'), option('c')] }),
  ).toEqual(['L19 options.0.why: options.0.why is missing']);
  expect(complaints({ ...SINGLE, stem: { zh: '只有中文的题干？' } })).toEqual(['schema stem.en: stem.en is missing']);
  expect(complaints({ ...SINGLE, kind: 'essay' })).toEqual(['schema kind: kind is "essay"']);
  expect(complaints(['a list'])).toEqual(['schema : dl-test-item holds no question but ["a list"]']);
  expect(complaints(SINGLE, 'x')).toEqual(['schema : the file name x cannot be an id']);
});

test('unknown fields are errors that name what is meant', () => {
  const { findings } = parseItem('dl-test-item', { ...SINGLE, enemy: ['dl-other'] });
  expect(findings.map(({ path }) => path)).toEqual([['enemy']]);
  expect(findings[0]?.found.en).toContain('valid here: kind, section, level, difficulty');
  expect(
    parseItem('dl-test-item', { ...SINGLE, options: [option('a', { key: true, Why: 1 }), option('b'), option('c')] })
      .findings[0]?.todo,
  ).toEqual({ zh: '改成 why，或删去', en: 'write why, or remove it' });
});

test('keys are counted by kind (L01)', () => {
  const keys = (kind: string, flags: string): string[] =>
    complaints({
      ...SINGLE,
      kind,
      options: [...flags].map((flag, i) => option('abcdefgh'[i] ?? 'z', flag === '1' ? { key: true } : {})),
    });
  expect(keys('single', '0000')).toEqual(['L01 options: a `single` question takes one `key: true`; none has it']);
  expect(keys('single', '0110')).toEqual([
    'L01 options.2.key: a `single` question takes one `key: true`; b, c have it',
  ]);
  expect(keys('multiple', '1000')).toEqual(['L01 options: a multiple question takes 2 … n−1 keys; here 1 of 4']);
  expect(keys('multiple', '1111')).toEqual(['L01 options: a multiple question takes 2 … n−1 keys; here 4 of 4']);
  expect(keys('multiple', '1100')).toEqual([]);
});

test('options are counted by kind (L04)', () => {
  const count = (kind: string, n: number): string[] =>
    complaints({
      ...SINGLE,
      kind,
      options: Array.from({ length: n }, (_, i) =>
        option('abcdefgh'[i] ?? 'z', i === 0 || (kind === 'multiple' && i === 1) ? { key: true } : {}),
      ),
    });
  expect(count('single', 2)).toEqual(['W L04 options: a single question with only 2 options']);
  expect(count('single', 6)).toEqual(['L04 options: a single question has 3–5 options, here 6']);
  for (const n of [3, 4, 5]) expect(count('single', n)).toEqual([]);
  expect(count('multiple', 3)).toEqual(['L04 options: a multiple question has 4–7 options, here 3']);
  expect(count('multiple', 8)).toEqual(['L04 options: a multiple question has 4–7 options, here 8']);
  for (const n of [4, 7]) expect(count('multiple', n)).toEqual([]);
});

test('numbers must be finite decimals and tolerances not negative (L01)', () => {
  const base = { ...COMMON, kind: 'numeric', stem: STEM, unit: 'none', value: '0.5', why: WHY };
  expect(complaints({ ...base, value: 'NaN' })).toEqual(['L01 value: "NaN" is no finite decimal']);
  expect(complaints({ ...base, value: ['1', '1/3'] })).toEqual(['L01 value.1: "1/3" is no finite decimal']);
  expect(complaints({ ...base, value: 0.5 })).toEqual(['L01 value: value is 0.5']);
  expect(complaints({ ...base, tolerance: { abs: '-1' } })).toEqual([
    'L01 tolerance.abs: the tolerance "-1" is no decimal ≥ 0',
  ]);
  expect(complaints({ ...base, unit: undefined })).toEqual(['L28 unit: unit is missing']);
});

test('options are told apart, hold one thing, and keys rest on no misconception', () => {
  expect(complaints({ ...SINGLE, options: [option('a', { key: true }), option('a'), option('c')] })).toEqual([
    'schema options.1.id: option id a is used twice',
  ]);
  expect(complaints({ ...SINGLE, options: [option('a', { key: true, value: 3 }), option('b'), option('c')] })).toEqual([
    'schema options.0: option a has both text and value',
  ]);
  expect(
    complaints({
      ...SINGLE,
      options: [option('a', { key: true, misconception: 'identity' }), option('b'), option('c')],
    }),
  ).toEqual(['schema options.0.misconception: option a is a key and yet carries the misconception identity']);
});

test('a typo fix changes itemHash and not keyHash; another key changes both', () => {
  const base = sound(SINGLE);
  const typo = sound({ ...SINGLE, stem: { ...STEM, en: 'Which is the correct answer of this test item here?' } });
  const rekeyed = sound({
    ...SINGLE,
    options: [option('a', { misconception: 'identity' }), option('b', { key: true }), option('c'), option('d')],
  });
  expect(base.itemHash).toMatch(/^[0-9a-f]{12}$/);
  expect(typo.itemHash).not.toBe(base.itemHash);
  expect(typo.keyHash).toBe(base.keyHash);
  expect(rekeyed.itemHash).not.toBe(base.itemHash);
  expect(rekeyed.keyHash).not.toBe(base.keyHash);
  expect(numeric({ tolerance: { abs: '0.1' } }).keyHash).not.toBe(numeric({}).keyHash);
  expect(sound(Object.fromEntries(Object.entries(SINGLE).reverse())).itemHash).toBe(base.itemHash);
});

test('canonical JSON sorts keys at every depth and keeps the order of lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: '题' }, null], a: true })).toBe('{"a":true,"b":[{"c":"题","d":1},null]}');
});

test('enemies are closed both ways and through others; strangers stay apart', () => {
  const item = (id: string, enemies: string[]) => ({
    ...choice(4, 'ab'),
    id: sound(SINGLE, id).id,
    enemies: enemies.map((enemy) => sound(SINGLE, enemy).id),
  });
  const closed = closeEnemies([
    item('one', ['two']),
    item('two', []),
    item('three', ['two']),
    item('four', []),
    item('five', ['gone']),
  ]);
  expect(Object.fromEntries(closed.map(({ id, enemies }) => [id, enemies]))).toEqual({
    one: ['three', 'two'],
    two: ['one', 'three'],
    three: ['one', 'two'],
    four: [],
    five: [],
  });
});
