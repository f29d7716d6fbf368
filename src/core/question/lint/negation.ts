/** Negative questions: L09, L10. */
import { stripMarkdown } from '../fold.ts';
import type { Language } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, leadIn, textOptionsOf } from './surface.ts';

const NO_NEGATION: Readonly<Record<Language, RegExp>> = {
  zh: /不变|非线性|不同|不仅|不止|不但|不论|不管|不断|不足|去除[^，。？]*外|是否|能否|可否|除以|除法/gu,
  en: /\bfalse (positive|negative)s?\b|\bnot only\b|\bat least\b|\bleast squares\b|\bwhether or not\b/gi,
};

const NEGATION: Readonly<Record<Language, RegExp>> = {
  zh: /不属于|错误的|除(了)?[^，。？]{1,16}(之?外|以外)|不|非/gu,
  en: /\b(not|except|least|false)\b|n't\b/gi,
};

/** `为什么 sigmoid 网络的前几层几乎不更新` asks for a reason, not for what does not hold. */
const ASKS_WHY: Readonly<Record<Language, RegExp>> = {
  zh: /为什么|为何|原因|怎么|怎样|如何|说明了?什么|意味着?什么/u,
  en: /\b(why|how|reason|cause[sd]?|explain(s|ed)?)\b/i,
};

const ASKING: Readonly<Record<Language, RegExp>> = {
  zh: /哪|什么|谁|下列|以下|下面|____|多少|几(?!乎)/u,
  en: /\b(which|what|who|how many|how much)\b|____/i,
};

const POINTER = /哪|下列|以下|下面/u;

/** The negations of a lead-in that turn the question round; Markdown must still be in place. */
export function negationsIn(lead: string, language: Language): { readonly word: string; readonly bold: boolean }[] {
  const clauses = lead
    .split(language === 'zh' ? /[，；：]/ : /[,;:]/)
    .filter((clause) => ASKING[language].test(clause));
  return clauses.flatMap((clause) => {
    if (ASKS_WHY[language].test(clause)) return [];
    const text = clause.replace(NO_NEGATION[language], (hit) => ' '.repeat(hit.length));
    return [...text.matchAll(NEGATION[language])].flatMap((match) => {
      const [before, after] = [text.slice(0, match.index), text.slice(match.index)];
      // `不加激活函数的网络等价于哪…`: the negation belongs to a noun, and the question is not negative.
      if (language === 'zh' && !POINTER.test(before) && /^不[^，。？]{1,14}的(?!是|有|为)/u.test(after)) return [];
      // The same in English: a relative or conditional clause before or after the question word.
      if (language === 'en' && /\b(that|who|if|when|whose)\b[^,]*$/i.test(before)) return [];
      const marks = before.split('**').length - 1;
      return [{ word: match[0], bold: marks % 2 === 1 }];
    });
  });
}

/** L09: a negative lead-in is bold and declared; two negations are one too many. A claim (truefalse) is L32's. */
export const L09: Rule = {
  id: 'L09',
  name: 'negative-stem',
  severity: 'error',
  check: ({ question }) => {
    if (question.kind === 'truefalse') return [];
    return LANGUAGES.flatMap((language): Draft[] => {
      const negations = negationsIn(leadIn(question.stem[language], language), language);
      const [first] = negations;
      if (first === undefined) return [];
      const path = ['stem', language];
      if (negations.length > 1) {
        return [
          {
            path,
            language,
            found: {
              zh: `双重否定：${negations.map(({ word }) => word).join('、')}`,
              en: `a double negative: ${negations.map(({ word }) => word).join(', ')}`,
            },
            todo: { zh: '改成肯定的问法', en: 'ask it positively' },
          },
        ];
      }
      if (first.bold && question.negative) return [];
      return [
        {
          path,
          language,
          found: first.bold
            ? {
                zh: `问的是否定（${first.word}），却没有 negative: true`,
                en: `a negative question ("${first.word}") without negative: true`,
              }
            : { zh: `否定词「${first.word}」没有加粗`, en: `the negation "${first.word}" is not bold` },
          todo: {
            zh: `写成 **${first.word}**，并加上 negative: true；能改成肯定的问法更好`,
            en: `write **${first.word}** and add negative: true; better, ask it positively`,
          },
        },
      ];
    });
  },
};

const NEGATIVE_OPTION: Readonly<Record<Language, RegExp>> = {
  zh: /不(?!变|同|仅|断|足)|没有|无(?!监督|关)/u,
  en: /\b(not|no)\b/i,
};

/** L10: a negative option under a negative stem. */
export const L10: Rule = {
  id: 'L10',
  name: 'negative-option',
  severity: 'warning',
  check: ({ question }) => {
    if (!question.negative) return [];
    return LANGUAGES.flatMap((language) =>
      textOptionsOf(question).flatMap(({ option, path }): Draft[] => {
        const hit = NEGATIVE_OPTION[language].exec(stripMarkdown(option.text[language]));
        if (hit === null) return [];
        return [
          {
            path: [...path, language],
            language,
            found: {
              zh: `题干已是否定，选项 ${option.id} 又有「${hit[0]}」`,
              en: `the stem is negative, and option ${option.id} has "${hit[0]}"`,
            },
            todo: { zh: '把选项写成肯定的说法', en: 'state the option positively' },
          },
        ];
      }),
    );
  },
};
