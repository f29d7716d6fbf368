/** Cues from words that the key shares with the stem or with the other options: L13, L14. */
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, textOptionsOf } from './surface.ts';

const isTerm = (word: string): boolean =>
  /\p{Script=Han}/u.test(word) ? [...word].length >= 2 : /^[a-z'’-]{4,}$/.test(word);

/** English plural and verb endings, so that `layer` and `layers` are one word. */
const stem = (word: string): string => word.replace(/(?<=[a-z]{3})(ies|es|s|ing|ed)$/, '');

/** L13: a term stands in the stem, in every key and in no distractor. */
export const L13: Rule = {
  id: 'L13',
  name: 'clang',
  severity: 'warning',
  check: ({ question }, { words }) =>
    LANGUAGES.flatMap((language): Draft[] => {
      const termsOf = (text: string): Set<string> => new Set(words(text, language).filter(isTerm).map(stem));
      const options = textOptionsOf(question).map(({ option, path }) => ({
        key: option.key,
        path,
        terms: termsOf(option.text[language]),
      }));
      const keys = options.filter(({ key }) => key);
      const [first] = keys;
      if (first === undefined) return [];
      const clang = [...termsOf(question.stem[language])].filter(
        (term) =>
          keys.every(({ terms }) => terms.has(term)) && options.every(({ key, terms }) => key || !terms.has(term)),
      );
      if (clang.length === 0) return [];
      const list = clang.join(language === 'zh' ? '、' : ', ');
      return [
        {
          path: [...first.path, language],
          language,
          found: { zh: `题干里的「${list}」只在正确项里再出现`, en: `"${list}" of the stem recurs in the key only` },
          todo: {
            zh: '正确项换个说法，或让干扰项也用这个词',
            en: 'word the key otherwise, or use the word in distractors too',
          },
        },
      ];
    }),
};

/** L14: the key shares more words with the other options than any distractor does, by 2 or more. */
export const L14: Rule = {
  id: 'L14',
  name: 'convergence',
  severity: 'warning',
  check: ({ question }, { words }) => {
    if (question.kind !== 'single') return [];
    return LANGUAGES.flatMap((language): Draft[] => {
      const options = textOptionsOf(question).map(({ option, path }) => ({
        key: option.key,
        path,
        set: new Set(words(option.text[language], language).map(stem)),
      }));
      const scored = options.map((option) => ({
        ...option,
        score: options.reduce(
          (sum, other) => sum + (other === option ? 0 : [...option.set].filter((word) => other.set.has(word)).length),
          0,
        ),
      }));
      const key = scored.find((option) => option.key);
      const next = Math.max(...scored.filter((option) => !option.key).map(({ score }) => score));
      if (key === undefined || options.length < 3 || key.score - next < 2) return [];
      return [
        {
          path: [...key.path, language],
          language,
          found: {
            zh: `正确项与其余各项共有 ${key.score} 个词，其次只有 ${next} 个`,
            en: `the key shares ${key.score} words with the other options, the next one ${next}`,
          },
          todo: { zh: '让干扰项之间也有同样多的共同成分', en: 'let distractors have as much in common' },
        },
      ];
    });
  },
};
