/** Words that tell right from wrong without knowledge: L05, L07, L08. */
import { stripMarkdown } from '../fold.ts';
import type { Language, Question } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, textOptionsOf } from './surface.ts';

const COMBINATION: Readonly<Record<Language, RegExp>> = {
  zh: /以上(选项|说法|各项|答案)?(都|均|皆|全)[^，。]{0,6}(对|错|是|不是|正确|错误)|^(都|均|全)(对|不对|错|正确|错误)$|^[A-G]\s?(和|与|、)\s?[A-G](都对|均正确)?$|[①②③④⑤]/u,
  en: /\b(all|none|both|neither|any) of (the )?(above|these|those)\b|^(both )?[A-G] and [A-G]$/i,
};

/** Whether an option is "all of the above" or a combination of others. */
export function isCombination(text: string, language: Language): boolean {
  return COMBINATION[language].test(stripMarkdown(text).trim());
}

/** L05: all or none of the above, combinations. */
export const L05: Rule = {
  id: 'L05',
  name: 'combination',
  severity: 'error',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) =>
      textOptionsOf(question).flatMap(({ option, path }): Draft[] =>
        isCombination(option.text[language], language)
          ? [
              {
                path: [...path, language],
                language,
                found: {
                  zh: `选项 ${option.id}「${option.text[language]}」是别的选项的组合`,
                  en: `option ${option.id}, "${option.text[language]}", combines other options`,
                },
                todo: {
                  zh: '写成一条自己成立的说法；几项都对就改成多选题',
                  en: 'write a statement of its own; if several hold, make it multiple',
                },
              },
            ]
          : [],
      ),
    ),
};

const ABSOLUTES: Readonly<Record<Language, RegExp>> = {
  zh: /总是|从不|绝对|一定(?!程度|数量|规模|比例|范围|条件)|必然|必须|所有|任何|完全|唯一|只能|永远/gu,
  en: /\b(always|never|only|all|none|every|must|cannot)\b/gi,
};

const NOT_ABSOLUTE: Readonly<Record<Language, RegExp>> = {
  zh: /不一定|绝对值|不完全|全连接|完全连接/gu,
  en: /\bnot (only|all|every|always)\b|\bat all\b/gi,
};

function absolutesIn(text: string, language: Language): string[] {
  return stripMarkdown(text).replace(NOT_ABSOLUTE[language], ' ').match(ABSOLUTES[language]) ?? [];
}

function withoutCombinations(question: Question, language: Language) {
  return textOptionsOf(question).filter(({ option }) => !isCombination(option.text[language], language));
}

/** L07: absolute words in distractors and in no key. */
export const L07: Rule = {
  id: 'L07',
  name: 'absolutes',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) => {
      const options = withoutCombinations(question, language);
      const hits = options
        .map(({ option, path }) => ({ option, path, words: absolutesIn(option.text[language], language) }))
        .filter(({ words }) => words.length > 0);
      if (hits.some(({ option }) => option.key)) return [];
      return hits.map(
        ({ option, path, words }): Draft => ({
          path: [...path, language],
          language,
          found: {
            zh: `「${words.join('、')}」只出现在干扰项 ${option.id} 里，正确项里没有`,
            en: `"${words.join('", "')}" stands in distractor ${option.id} and in no key`,
          },
          todo: { zh: '去掉绝对化的词，让它因内容而错', en: 'drop the absolute; let the content be what is wrong' },
        }),
      );
    }),
};

const HEDGES: Readonly<Record<Language, RegExp>> = {
  zh: /通常|往往|有时|(?<![不尽])可能(?!性)|一般(?!化)/gu,
  en: /\b(often|usually|sometimes|rarely)\b/gi,
};

/** L08: vague frequency in options. */
export const L08: Rule = {
  id: 'L08',
  name: 'vague-frequency',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) =>
      textOptionsOf(question).flatMap(({ option, path }): Draft[] => {
        const words = stripMarkdown(option.text[language]).match(HEDGES[language]);
        if (words === null) return [];
        return [
          {
            path: [...path, language],
            language,
            found: {
              zh: `选项 ${option.id} 说「${words.join('、')}」，多常算数不清楚`,
              en: `option ${option.id} says "${words.join('", "')}"; how often counts is left open`,
            },
            todo: { zh: '直接断言，或写出条件', en: 'assert it, or name the condition' },
          },
        ];
      }),
    ),
};
