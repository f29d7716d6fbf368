/** A site of six pages, and an index over it that finds phrases by looking: the oracle Pagefind stands in for. */
import type { SearchDictionary } from '#core/search/dictionary.ts';
import type { PhraseIndex } from '#core/search/search.ts';
import { normaliseText } from '#core/search/text.ts';

const TEXTS: Readonly<Record<string, string>> = {
  s1: '激活函数。激活函数给网络引入非线性。梯度消失也从这里开始。ReLU 与 Sigmoid 都是激活函数。',
  s2: 'Sigmoid 激活函数。Sigmoid 的导数最大是0.25，所以会梯度消失。它的系数。',
  s3: '优点与缺点。深度学习的缺点：要大量数据，训练慢，可解释性差。的的的。交叉熵 cross-entropy。',
  q1: '下面哪一个是激活函数？ReLU、损失、权重。',
  t1: '激活函数，activation function。放在加权和之后的非线性函数。',
  t2: '损失函数，loss。给错误打分。',
};

/** Dictionary of the tiny site, as the build would write it. */
export const TINY: SearchDictionary = {
  version: 1,
  language: 'zh',
  sections: [
    { id: 's1', key: 'deep-learning/activation-functions', title: '激活函数', headings: ['为什么要非线性'] },
    { id: 's2', key: 'deep-learning/sigmoid', title: 'Sigmoid 激活函数', headings: ['导数'] },
    { id: 's3', key: 'mlp/strengths', title: '优点与缺点', headings: [] },
  ],
  questions: [{ id: 'q1', chapter: 'deep-learning' }],
  terms: [
    {
      id: 't1',
      section: 'deep-learning/activation-functions',
      names: ['激活函数', 'activation function', '激励函数'],
      found: 2,
    },
    { id: 't2', section: 'mlp/strengths', names: ['损失函数', 'loss', '代价函数', 'cross-entropy'], found: 2 },
  ],
  syllables: {
    ji: '激机基',
    huo: '活火或',
    han: '函涵汉',
    shu: '数书树',
    sun: '损孙',
    shi: '失师是',
    jiao: '交较',
    cha: '叉差',
  },
  words: ['sigmoid', 'relu', 'activation'],
};

function occurrences(text: string, phrase: string): number {
  const plain = (value: string): string => normaliseText(value).replace(/[\s.，。]/g, '');
  return plain(text).split(plain(phrase)).length - 1;
}

/** Phrases asked of the index so far are kept in `asked`. */
export function tinyIndex(asked: string[] = []): PhraseIndex {
  return {
    find: async (phrase, mode) => {
      asked.push(`${mode} ${phrase}`);
      return Object.entries(TEXTS)
        .map(([id, text]) => ({ id, score: occurrences(text, phrase) }))
        .filter(({ score }) => score > 0);
    },
  };
}
