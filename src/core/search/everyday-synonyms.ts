import type { Language } from '#core/question/question.ts';

/**
 * Words that readers put for one another and that are no terms; technical synonyms come from the glossary instead. Groups
 * of `how` say how a question is asked (区别, 优点) and not what about; they weigh less.
 */
const GROUPS: Readonly<Record<Language, { readonly how: readonly string[]; readonly what: readonly string[] }>> = {
  zh: {
    how: [
      '区别 差异 差别 不同 对比 比较 异同',
      '优点 优势 好处 长处 强项',
      '缺点 劣势 不足 坏处 短处 局限 弱点 缺陷',
      '选择 挑选 选哪个 选哪 选型 选',
      '组成 构成 结构 部件',
      '历史 由来 来历 发展史',
    ],
    what: [
      '图像 图片 照片',
      '公式 表达式 式子',
      '导数 求导 斜率 微分',
      '计算 算',
      '数据量 数据不够 数据少 数据太少',
      '黑箱 黑盒 黑盒子 可解释性',
    ],
  },
  en: {
    how: [
      'difference differ different compare comparison contrast',
      'strength strengths advantage advantages pro pros benefit benefits',
      'limit limits limitation limitations weakness weaknesses disadvantage disadvantages con cons drawback drawbacks',
      'choose choosing choice pick select',
      'part parts component components anatomy',
    ],
    what: ['derivative slope differentiate', 'formula equation', 'picture image photo'],
  },
};

/** The other words of a word's group, and whether the group says how and not what. */
export interface Everyday {
  readonly synonyms: readonly string[];
  readonly how: boolean;
}

const NONE: Everyday = { synonyms: [], how: false };

function table(language: Language): ReadonlyMap<string, Everyday> {
  const entries = (groups: readonly string[], how: boolean): [string, Everyday][] =>
    groups.flatMap((group) => {
      const words = group.split(' ');
      return words.map((word): [string, Everyday] => [
        word,
        { synonyms: words.filter((other) => other !== word), how },
      ]);
    });
  const { how, what } = GROUPS[language];
  return new Map([...entries(how, true), ...entries(what, false)]);
}

const TABLES: Readonly<Record<Language, ReadonlyMap<string, Everyday>>> = { zh: table('zh'), en: table('en') };

/** What readers say for a word in everyday language; no synonyms for a word that has no group. */
export function everydayWord(word: string, language: Language): Everyday {
  return TABLES[language].get(word) ?? NONE;
}
