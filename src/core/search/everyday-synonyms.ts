import type { Language } from '#core/question/question.ts';

/** Everyday words that readers put for one another; technical synonyms come from the glossary instead. */
const GROUPS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '区别 差异 差别 不同 对比 比较 异同',
    '优点 优势 好处 长处 强项',
    '缺点 劣势 不足 坏处 短处 局限 弱点 缺陷',
    '选择 挑选 选哪个 选哪 选型 选',
    '图像 图片 照片',
    '公式 表达式 式子',
    '导数 求导 斜率 微分',
    '组成 构成 结构 部件',
    '历史 由来 来历 发展史',
    '计算 算',
    '数据量 数据不够 数据少 数据太少',
  ],
  en: [
    'difference differ different compare comparison contrast',
    'strength strengths advantage advantages pro pros benefit benefits',
    'limit limits limitation limitations weakness weaknesses disadvantage disadvantages con cons drawback drawbacks',
    'choose choosing choice pick select',
    'derivative slope differentiate',
    'formula equation',
    'picture image photo',
    'part parts component components anatomy',
  ],
};

const TABLES: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = { zh: table('zh'), en: table('en') };

function table(language: Language): ReadonlyMap<string, readonly string[]> {
  return new Map(
    GROUPS[language].flatMap((group) => {
      const words = group.split(' ');
      return words.map((word): [string, readonly string[]] => [word, words.filter((other) => other !== word)]);
    }),
  );
}

/** The other words of a word's group; none for a word that has no group. */
export function everydaySynonyms(word: string, language: Language): readonly string[] {
  return TABLES[language].get(word) ?? [];
}
