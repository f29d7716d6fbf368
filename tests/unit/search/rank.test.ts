import { describe, expect, it } from 'vitest';
import { type PageNames, rankPages, type UnitResult, unitWeight } from '#core/search/rank.ts';

const page = (title: string, ...headings: string[]): PageNames => ({ key: null, title, headings });
const unit = (text: string, hits: Readonly<Record<string, number>>, more: Partial<UnitResult> = {}): UnitResult => ({
  text,
  taughtIn: null,
  everyday: false,
  names: [text],
  hits: new Map(Object.entries(hits)),
  ...more,
});
const order = (
  units: readonly UnitResult[],
  pages: Readonly<Record<string, PageNames>>,
  share = 0,
  query = '',
): string[] => rankPages(query, units, new Map(Object.entries(pages)), 100, share).map(({ id }) => id);

describe('unitWeight', () => {
  const plain = { text: '词语', taughtIn: null, everyday: false };

  it('is the capped inverse document frequency times the root of the length', () => {
    expect(unitWeight(plain, 9, 100)).toBeCloseTo(Math.log(1 + 91.5 / 9.5) * Math.SQRT2, 12);
    expect(unitWeight(plain, 1, 1e6)).toBeCloseTo(4 * Math.SQRT2, 12);
  });

  it('falls as more pages hold the unit, and counts a Latin letter as half a character', () => {
    expect(unitWeight(plain, 50, 100)).toBeLessThan(unitWeight(plain, 5, 100));
    expect(unitWeight({ ...plain, text: 'word' }, 9, 100)).toBeCloseTo(unitWeight(plain, 9, 100), 12);
  });

  it('is larger for a term and for a word no page has, smaller for an everyday word', () => {
    expect(unitWeight({ ...plain, taughtIn: 'a/b' }, 9, 100)).toBeGreaterThan(unitWeight(plain, 9, 100));
    expect(unitWeight({ ...plain, everyday: true }, 9, 100)).toBeLessThan(unitWeight(plain, 9, 100));
    expect(unitWeight(plain, 0, 1e6)).toBeGreaterThan(unitWeight(plain, 1, 1e6));
  });
});

describe('rankPages', () => {
  it('puts the page that holds more of the query first, even when another holds one word better', () => {
    const units = [unit('导数', { a: 0.2, b: 1 }), unit('最大', { a: 0.2 })];
    expect(order(units, { a: page(''), b: page('') })[0]).toBe('a');
  });

  it('puts an exact title before a title that holds more, and that before a heading', () => {
    const units = [unit('激活函数', { a: 0.5, b: 0.5, c: 0.5 })];
    const pages = { a: page('', '激活函数的种类'), b: page('tanh激活函数'), c: page('激活函数') };
    expect(order(units, pages)).toEqual(['c', 'b', 'a']);
  });

  it('puts the page whose title is the whole query first, punctuation aside', () => {
    const units = [unit('深度学习', { a: 1, b: 0.3 })];
    const pages = { a: page('深度学习框架'), b: page('什么是深度学习') };
    expect(order(units, pages)).toEqual(['a', 'b']);
    expect(order(units, pages, 0, '什么是深度学习？')).toEqual(['b', 'a']);
  });

  it('puts a title that is another name of what is asked for before longer ones, whatever their texts', () => {
    const units = [unit('激活', { a: 0.4, b: 1 }, { names: ['激活', '激活函数'] })];
    expect(order(units, { a: page('激活函数'), b: page('tanh激活函数') })).toEqual(['a', 'b']);
  });

  it('puts a page that names both things asked for before one that only names the rarer', () => {
    const pages = { a: page('gan概述'), b: page('工作流程与对抗训练', '三个参数的gan') };
    const common = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`other${i}`, 1]));
    const units = [unit('gan', { a: 1, b: 0.6 }), unit('训练', { ...common, a: 0.8, b: 1 })];
    expect(order(units, pages)[0]).toBe('b');
  });

  it('puts the section that teaches a term before one that mentions it as often', () => {
    const units = [unit('步长', { a: 1, b: 1 }, { taughtIn: 'deep/b' })];
    expect(order(units, { a: page(''), b: { ...page(''), key: 'deep/b' } })).toEqual(['b', 'a']);
  });

  it('rejects a page that holds too little, sooner when it holds no term', () => {
    const rest = unit('天气', {});
    expect(order([unit('今天', { a: 1 }), rest], { a: page('') })).toEqual([]);
    expect(order([unit('神经元网络', { a: 1 }, { taughtIn: 'x/y' }), rest], { a: page('') })).toEqual(['a']);
  });

  it('forgives one word in four that no page has', () => {
    const known = ['权重矩阵', '形状', '每层'].map((text) => unit(text, { a: 1 }));
    expect(order([...known, unit('画画', {})], { a: page('') })).toEqual(['a']);
    expect(order([...known.slice(1), unit('画画', {}), unit('唱歌', {})], { a: page('') })).toEqual([]);
  });

  it('counts pages of other kinds for the weights but does not rank them', () => {
    expect(order([unit('偏置', { a: 1, elsewhere: 9 })], { a: page('') })).toEqual(['a']);
  });

  it('leaves out what is far weaker than the best', () => {
    const units = [unit('门', { a: 1, b: 0 })];
    expect(order(units, { a: page('门'), b: page('') }, 0.3)).toEqual(['a']);
  });

  it('finds nothing for no units', () => {
    expect(order([], { a: page('') })).toEqual([]);
  });
});
