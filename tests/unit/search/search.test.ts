import { describe, expect, it } from 'vitest';
import { createSearcher, type SearchAnswer, toPhrases } from '#core/search/search.ts';
import { TINY, tinyIndex } from './tiny-site.ts';

const { search } = createSearcher(TINY, tinyIndex());
const ids = ({ groups }: SearchAnswer): Record<'section' | 'question' | 'term', string[]> => ({
  section: groups.section.map(({ id }) => id),
  question: groups.question.map(({ id }) => id),
  term: groups.term.map(({ id }) => id),
});

describe('search', () => {
  it('puts the page whose title is the query before pages that mention it', async () => {
    expect(ids(await search('激活函数', true)).section).toEqual(['s1', 's2']);
  });

  it('finds pages under another name of a term, in either language', async () => {
    for (const name of ['激励函数', 'activation functions', 'Activation-Function'])
      expect(ids(await search(name, true)).section, name).toEqual(['s1', 's2']);
  });

  it('finds what every term of a shared name is about', async () => {
    const terms = [
      { id: 't3', section: 'mlp/strengths', names: ['交叉熵', '步长'], found: 1 },
      { id: 't4', section: 'deep-learning/sigmoid', names: ['导数', '步长'], found: 1 },
    ];
    const { search: searchShared } = createSearcher({ ...TINY, terms }, tinyIndex());
    expect(ids(await searchShared('步长', true)).section.sort()).toEqual(['s2', 's3']);
    expect(ids(await searchShared('导数', true)).section).toEqual(['s2']);
  });

  it('reads traditional characters', async () => {
    const answer = await search('為什麼要激活函數', true);
    expect(answer.plan.corrections).toEqual([]);
    expect(ids(answer).section).toEqual(['s1', 's2']);
  });

  it('groups sections, questions and terms', async () => {
    expect(ids(await search('激活函数', true))).toEqual({ section: ['s1', 's2'], question: ['q1'], term: ['t1'] });
  });

  it('does not let the words of a question decide', async () => {
    expect(ids(await search('sigmoid为什么会梯度消失呢', true)).section[0]).toBe('s2');
  });

  it('finds nothing for function words that every page has', async () => {
    const answer = await search('的了吗', true);
    expect(ids(answer)).toEqual({ section: [], question: [], term: [] });
    expect(answer.plan.units).toEqual([]);
  });

  it('refuses pages that hold a small part of a query about something else', async () => {
    expect(ids(await search('红烧排骨的数据', true)).section).toEqual([]);
  });

  it('puts a homophone right and says so', async () => {
    const answer = await search('机火涵数', true);
    expect(answer.plan).toMatchObject({ query: '激活函数', corrections: [{ from: '机火涵数', to: '激活函数' }] });
    expect(ids(answer).section).toEqual(['s1', 's2']);
  });

  it('puts a Latin slip right inside a Chinese question', async () => {
    const answer = await search('sigmiod的导数', true);
    expect(answer.plan.corrections).toEqual([{ from: 'sigmiod', to: 'sigmoid' }]);
    expect(ids(answer).section[0]).toBe('s2');
  });

  it('puts a Latin slip right that the index knows by its stem alone, once no section is found', async () => {
    const index = tinyIndex();
    const { search: searchStems } = createSearcher(TINY, {
      find: async (phrase, mode) => (phrase.includes('sigmoyd') ? [{ id: 'q1', score: 1 }] : index.find(phrase, mode)),
    });
    const answer = await searchStems('sigmoyd', true);
    expect(answer.plan.corrections).toEqual([{ from: 'sigmoyd', to: 'sigmoid' }]);
    expect(ids(answer).section[0]).toBe('s2');
    expect(ids(await searchStems('sigmoyd', false))).toEqual({ section: [], question: ['q1'], term: [] });
  });

  it('asks nothing of “enough”', async () => {
    const { search: searchEnglish } = createSearcher({ ...TINY, language: 'en' }, tinyIndex());
    const { plan } = await searchEnglish('why is sigmoid not enough', true);
    expect(plan.units.map(({ text }) => text)).toEqual(['sigmoid']);
  });

  it('reads typed pinyin, in one word or several', async () => {
    for (const typed of ['jihuohanshu', 'ji huo han shu'])
      expect((await search(typed, true)).plan.query, typed).toBe('激活函数');
  });

  it('searches for the words as written when asked to', async () => {
    const answer = await search('机火涵数', false);
    expect(answer.plan.corrections).toEqual([]);
    expect(ids(answer).section).toEqual([]);
  });

  it('takes no word that the pages use for a slip of a name', async () => {
    expect((await search('损失系数', true)).plan.corrections).toEqual([]);
  });

  it('reads a name that is not finished yet', async () => {
    expect(ids(await search('激活函', true)).section).toEqual(['s1', 's2']);
    expect(ids(await search('sigm', true)).section).toEqual(['s2', 's1']);
  });

  it('suggests terms that share characters when nothing is found', async () => {
    const answer = await search('损毁赔偿', true);
    expect(ids(answer).section).toEqual([]);
    expect(answer.suggestions).toEqual(['损失函数']);
  });

  it('asks the index for each phrase once', async () => {
    const asked: string[] = [];
    const fresh = createSearcher(TINY, tinyIndex(asked));
    await fresh.search('激活函数', true);
    await fresh.search('激活函数的缺点', true);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks again for a phrase whose search failed', async () => {
    let broken = true;
    const index = tinyIndex();
    const fresh = createSearcher(TINY, {
      find: (phrase, mode) => (broken ? Promise.reject(new Error('offline')) : index.find(phrase, mode)),
    });
    await expect(fresh.search('激活函数', true)).rejects.toThrow('offline');
    broken = false;
    expect(ids(await fresh.search('激活函数', true)).section).toEqual(['s1', 's2']);
  });

  it('names the chapter of every result', async () => {
    const { groups } = await search('缺点', true);
    expect(groups.section.map(({ id, chapter }) => [id, chapter])).toEqual([['s3', 'mlp']]);
  });
});

describe('toPhrases', () => {
  it('parts Chinese characters in Chinese, and leaves English alone', () => {
    expect(toPhrases('激活函数', 'zh')).toEqual(['激 活 函 数']);
    expect(toPhrases('激活函数', 'en')).toEqual(['激活函数']);
  });

  it('asks for a hyphenated name with and without its hyphen', () => {
    expect(toPhrases('cross-entropy', 'en')).toEqual(['crossentropy', 'cross entropy']);
    expect(toPhrases('m-p神经元', 'zh')).toEqual(['mp 神 经 元', 'm p 神 经 元', 'p 神 经 元']);
  });

  it('keeps a decimal point and drops a full stop', () => {
    expect(toPhrases('0.25', 'en')).toEqual(['0.25']);
    expect(toPhrases('tf.js', 'en')).toEqual(['tf js']);
  });
});
