import { absolute, compare, type Fraction, parseDecimal, subtract } from '#core/math/fraction.ts';
import { foldText, stripMarkdown } from '../fold.ts';
import type { Option } from '../question.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, optionsOf, textOptionsOf } from './surface.ts';

/** The number an option is, with an optional unit behind it; null for other texts. */
function numberOf(option: Option, text: string): Fraction | null {
  return (
    parseDecimal(option.value ?? '') ??
    parseDecimal(
      stripMarkdown(text)
        .normalize('NFKC')
        .replace(/,(?=\d{3})/g, '')
        .trim(),
    )
  );
}

const NEAR: Fraction = { n: 1n, d: 1_000_000_000n };

/** L02: two options that say the same: folded texts equal, or numbers closer than 1e-9. */
export const L02: Rule = {
  id: 'L02',
  name: 'duplicate-option',
  severity: 'error',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) => {
      const options = optionsOf(question).map(({ option, path }) => {
        const text = option.text[language];
        return { option, path, folded: foldText(text), number: numberOf(option, text) };
      });
      return options.flatMap(({ option, path, folded, number }, i): Draft[] => {
        if (language === 'en' && option.value !== null) return [];
        const twin = options
          .slice(0, i)
          .find((other) =>
            number !== null && other.number !== null
              ? compare(absolute(subtract(number, other.number)), NEAR) <= 0
              : folded === other.folded,
          );
        if (twin === undefined) return [];
        return [
          {
            path: option.value === null ? [...path, language] : path,
            language,
            found: {
              zh: `选项 ${option.id} 与 ${twin.option.id} 是同一个答案`,
              en: `options ${option.id} and ${twin.option.id} are the same answer`,
            },
            todo: { zh: '换掉其中一个', en: 'replace one of them' },
          },
        ];
      });
    }),
};

/** Character trigrams of a folded text. */
export function trigrams(text: string): ReadonlySet<string> {
  const folded = [...foldText(text)];
  return new Set(
    folded.length < 3 ? [folded.join('')] : folded.slice(2).map((_, i) => folded.slice(i, i + 3).join('')),
  );
}

/** |x ∩ y| / |x ∪ y|. */
export function jaccard(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let common = 0;
  for (const each of x) if (y.has(each)) common++;
  return common / (x.size + y.size - common);
}

/** `大于 3`, `more than 3`, `at least 3`: a half-line of numbers. */
function rangeOf(text: string): { readonly up: boolean; readonly bound: number } | null {
  const plain = stripMarkdown(text).normalize('NFKC');
  const up =
    /(?:大于|超过|至少|不少于|不低于|more than|greater than|at least|above)(?:等于| or equal to)? ?(-?\d+(?:\.\d+)?)/i.exec(
      plain,
    );
  if (up !== null) return { up: true, bound: Number(up[1]) };
  const down =
    /(?:小于|少于|不超过|至多|最多|不多于|less than|fewer than|at most|below|no more than)(?:等于| or equal to)? ?(-?\d+(?:\.\d+)?)/i.exec(
      plain,
    );
  return down === null ? null : { up: false, bound: Number(down[1]) };
}

/** Two answers that differ in their numbers or formulas alone, or hold the same words in another order, are meant to look alike. */
function isMeantAlike(x: string, y: string): boolean {
  const figures = (text: string): string => (text.match(/\d[\d.]*|\$[^$]*\$/g) ?? []).join();
  const bag = (text: string): string =>
    (text.toLowerCase().match(/[a-z]+|\p{Script=Han}|\d+/gu) ?? [])
      .filter((word) => !/^(the|an?|and|then|is|of)$/.test(word))
      .sort()
      .join();
  return figures(x) !== figures(y) || bag(x) === bag(y);
}

/** L03: options nearly alike (trigram Jaccard > .85), or ranges of which one implies or overlaps the other. */
export const L03: Rule = {
  id: 'L03',
  name: 'near-duplicate',
  severity: 'warning',
  check: ({ question }) =>
    LANGUAGES.flatMap((language) => {
      const options = textOptionsOf(question).map(({ option, path }) => {
        const text = option.text[language];
        return { id: option.id, path, text, folded: foldText(text), grams: trigrams(text), range: rangeOf(text) };
      });
      return options.flatMap((x, i) =>
        options.slice(0, i).flatMap((y): Draft[] => {
          if (x.folded === y.folded) return [];
          const overlap = x.range !== null && y.range !== null && x.range.up === y.range.up;
          if (!overlap && (jaccard(x.grams, y.grams) <= 0.85 || isMeantAlike(x.text, y.text))) return [];
          return [
            {
              path: [...x.path, language],
              language,
              found: overlap
                ? {
                    zh: `选项 ${x.id} 与 ${y.id} 的范围相互包含`,
                    en: `the ranges of options ${x.id} and ${y.id} contain one another`,
                  }
                : { zh: `选项 ${x.id} 与 ${y.id} 几乎一样`, en: `options ${x.id} and ${y.id} are nearly alike` },
              todo: overlap
                ? { zh: '改成互不重叠的区间', en: 'write ranges that do not overlap' }
                : { zh: '让区别一眼可见，或合并', en: 'let the difference show, or merge them' },
            },
          ];
        }),
      );
    }),
};
