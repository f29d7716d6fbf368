/** Words as rules compare them: Chinese by a segmenter that knows the glossary's terms, English without stop words. */
import { stripMarkdown } from '../fold.ts';
import type { Language } from '../question.ts';

/** The content words of a text, in order, repeated as they occur. */
export type WordsOf = (text: string, language: Language) => readonly string[];

const STOP: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set(
    '的 了 是 在 和 与 或 把 被 对 从 到 给 让 向 为 于 以 及 并 而 但 也 都 就 才 还 又 再 只 会 能 可 要 用 做 有 没 没有 不 无 这 那 它 其 一 一个 个 种 项 上 下 中 里 时 后 前 多 少 大 小 哪 哪个 哪些 哪项 什么 怎么 如何 为什么 多少 下列 以下 下面 说法 正确 错误 问题 可以 因为 所以 如果 那么 以及 或者 而且 但是 由于 通过 进行 使用 得到 成为 变成 不是 就是 还是 只是 这个 那个 这些 那些 自己 之间 其中 关于 对于 按照 根据'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an the of to in on at by for from with without and or but not no nor is are was were be been being am do does did has have had can could will would should may might must it its they them their this that these those there here which what who whom whose when where why how than then as if so such into onto over under between among each every any all some more most less least only own same other another one two both either also very just about after before while because through during its it’s'.split(
      ' ',
    ),
  ),
};

/** Builds the word function for a glossary's terms (Chinese names stay whole). */
export function wordsWith(terms: readonly string[]): WordsOf {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const known = [...new Set(terms)].filter((term) => /\p{Script=Han}/u.test(term) && term.length > 1);
  known.sort((x, y) => y.length - x.length);
  const split =
    known.length === 0
      ? null
      : new RegExp(`(${known.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`, 'u');
  const segment = (text: string): string[] =>
    [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment.toLowerCase());
  const cache = new Map<string, readonly string[]>();
  return (text, language) => {
    const key = `${language}${text}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const plain = stripMarkdown(text.replace(/```[\s\S]*?```/g, ' '));
    const raw =
      language === 'en'
        ? (plain.toLowerCase().match(/[a-z][a-z0-9'’-]*|\d[\d.,]*/g) ?? [])
        : (split === null ? [plain] : plain.split(split)).flatMap((piece, i) =>
            i % 2 === 1 ? [piece] : segment(piece),
          );
    const words = raw.filter((word) => !STOP[language].has(word));
    cache.set(key, words);
    return words;
  };
}
