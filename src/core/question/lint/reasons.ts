/** Reasons and misconceptions: L19, L20. */
import { foldText, stripMarkdown } from '../fold.ts';
import type { Bilingual, Language } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, optionsOf, reasonsOf, widthOf } from './surface.ts';

const LEAST_WIDTH = 20;
const POINTER: Readonly<Record<Language, RegExp>> = {
  zh: /^(略|同上|如上|见(教材|课本|上|正文|文档|解析)|参见|参考|详见)[^，。]{0,12}。?$/u,
  en: /^(see|refer to|as above|same as|cf\.?|omitted)\b[^,.]{0,40}\.?$/i,
};
const OPENS_WRONG: Readonly<Record<Language, RegExp>> = {
  zh: /^(错误?[，。：:！!]|不对|不正确|不成立)/u,
  en: /^(incorrect|wrong|false|not (true|correct|right)|no)\b\s*[,.:;—-]/i,
};

/** L19: every reason says something, and the key's does not begin by calling it wrong. */
export const L19: Rule = {
  id: 'L19',
  name: 'why',
  severity: 'error',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) =>
      reasonsOf(question).flatMap(({ path, text, ofKey, answer }): Draft[] => {
        const why = stripMarkdown(text[language]).trim();
        const report = (found: Bilingual, todo: Bilingual): Draft[] => [
          { path: [...path, language], language, found, todo },
        ];
        if (POINTER[language].test(why))
          return report(
            { zh: `「${why}」只是指路`, en: `"${why}" only points elsewhere` },
            { zh: '把理由写在这里', en: 'write the reason here' },
          );
        const width = widthOf(text[language]);
        if (width < LEAST_WIDTH)
          return report(
            {
              zh: `解析宽 ${width}（至少 ${LEAST_WIDTH}）`,
              en: `the reason is ${width} wide (at least ${LEAST_WIDTH})`,
            },
            { zh: '说清为什么对、错在哪里', en: 'say why it is right, or where it goes wrong' },
          );
        if (answer !== null && foldText(why) === foldText(answer[language]))
          return report(
            { zh: '解析照抄了选项', en: 'the reason copies the answer' },
            { zh: '写出理由', en: 'give the reason' },
          );
        if (ofKey && OPENS_WRONG[language].test(why))
          return report(
            { zh: '正确项的解析却以「错」开头', en: "the key's reason opens by calling it wrong" },
            { zh: '核对正确项，或改写开头', en: 'check the key, or rewrite the opening' },
          );
        return [];
      }),
    ),
};

const JOKES: Readonly<Record<Language, RegExp>> = {
  zh: /外星人|皮卡丘|魔法|算命|掷骰子|随便/u,
  en: /\b(aliens?|magic|fortune[- ]telling|whatever|unicorns?)\b/i,
};

/** L20: a distractor nobody believes: without a named misconception, or a joke. */
export const L20: Rule = {
  id: 'L20',
  name: 'distractor',
  severity: 'warning',
  check: ({ question }) => [
    ...optionsOf(question).flatMap(({ option }, i): Draft[] =>
      option.key || option.misconception !== null
        ? []
        : [
            {
              path: ['options', i],
              language: null,
              found: {
                zh: `干扰项 ${option.id} 没有 misconception`,
                en: `distractor ${option.id} has no misconception`,
              },
              todo: { zh: '写出它依据的误解', en: 'name the mistake it rests on' },
            },
          ],
    ),
    ...LANGUAGES.flatMap((language) =>
      optionsOf(question).flatMap(({ option, path }): Draft[] => {
        const hit = option.key ? null : JOKES[language].exec(option.text[language]);
        return hit === null
          ? []
          : [
              {
                path: [...path, language],
                language,
                found: {
                  zh: `干扰项里有「${hit[0]}」，没有人会选`,
                  en: `the distractor says "${hit[0]}"; nobody will choose it`,
                },
                todo: { zh: '换成真实的误解', en: 'take a real mistake' },
              },
            ];
      }),
    ),
  ],
};
