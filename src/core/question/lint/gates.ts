/** Gates on the bank and on each chapter with at least 30 items; a template counts once. */
import { OUTLINE } from '#core/course/outline.ts';
import type { Bilingual, Language } from '../question.ts';
import type { BankRule, Draft, LintItem } from './rule.ts';
import { LANGUAGES, reasonsOf, textOptionsOf, widthOf } from './surface.ts';

const LEAST_ITEMS = 30;

interface Scope {
  /** Chapter slug, or null for the whole bank. */
  readonly chapter: string | null;
  readonly items: readonly LintItem[];
}

type BankDraft = Draft & { readonly item: string | null };

/** The bank and each chapter, without retired items and with one variant a template, where there are enough of them. */
function scopesOf(items: readonly LintItem[], least: number): Scope[] {
  const seen = new Set<string>();
  const counted = items.filter(({ question }) => {
    const name = question.template ?? question.id;
    const first = !seen.has(name);
    seen.add(name);
    return first && question.retired === null;
  });
  const chapters = [...new Set(counted.map(({ chapter }) => chapter))];
  const scopes: Scope[] = [
    { chapter: null, items: counted },
    ...chapters.map((chapter) => ({ chapter, items: counted.filter((item) => item.chapter === chapter) })),
  ];
  return scopes.filter((scope) => scope.items.length >= least);
}

function about(scope: Scope, found: Bilingual, todo: Bilingual, language: Language | null = null): BankDraft {
  const where = scope.chapter === null ? { zh: '全库', en: 'the bank' } : { zh: scope.chapter, en: scope.chapter };
  return {
    item: null,
    path: [],
    language,
    found: { zh: `${where.zh}：${found.zh}`, en: `${where.en}: ${found.en}` },
    todo,
  };
}

/** Smallest x with P(X ≤ x) ≥ .99 for a sum of independent events of the given chances (Poisson-binomial, exact). */
export function upperBound(chances: readonly number[]): number {
  const distribution = new Float64Array(chances.length + 1);
  distribution[0] = 1;
  for (const [n, chance] of chances.entries()) {
    for (let x = n + 1; x > 0; x--) {
      distribution[x] = (distribution[x] ?? 0) * (1 - chance) + (distribution[x - 1] ?? 0) * chance;
    }
    distribution[0] = (distribution[0] ?? 0) * (1 - chance);
  }
  let below = 0;
  for (const [x, probability] of distribution.entries()) {
    below += probability;
    if (below >= 0.99) return x;
  }
  return chances.length;
}

/** The chance that the longest option is a key, ties shared. */
function longestIsKey({ question }: LintItem, language: Language): number {
  const widths = textOptionsOf(question).map(({ option }) => ({
    key: option.key,
    width: widthOf(option.text[language]),
  }));
  const longest = Math.max(...widths.map(({ width }) => width));
  const ties = widths.filter(({ width }) => width === longest);
  return ties.filter(({ key }) => key).length / ties.length;
}

const G01: BankRule = {
  id: 'G01',
  name: 'key-longest',
  severity: 'error',
  check: (items) =>
    LANGUAGES.flatMap((language) =>
      scopesOf(items, LEAST_ITEMS).flatMap((scope) => {
        const choices = scope.items.filter(({ question }) => textOptionsOf(question).length > 0);
        if (choices.length < LEAST_ITEMS) return [];
        const chances = choices.map(({ question }) => {
          const options = textOptionsOf(question);
          return options.filter(({ option }) => option.key).length / options.length;
        });
        const score = choices.reduce((sum, item) => sum + longestIsKey(item, language), 0);
        const bound = upperBound(chances);
        if (score <= bound) return [];
        const shown = Math.round(score * 10) / 10;
        return [
          about(
            scope,
            {
              zh: `${choices.length} 题中有 ${shown} 题的最长项是正确项（上限 ${bound}）`,
              en: `in ${shown} of ${choices.length} items the longest option is a key (limit ${bound})`,
            },
            { zh: '缩短正确项，或给干扰项同样的细节', en: 'shorten keys, or give distractors the same detail' },
            language,
          ),
        ];
      }),
    ),
};

/** A share that must stay within bounds. */
function shareGate(
  id: string,
  name: string,
  counts: (item: LintItem) => boolean,
  most: number,
  what: Bilingual,
): BankRule {
  return {
    id,
    name,
    severity: 'error',
    check: (items) =>
      scopesOf(items, LEAST_ITEMS).flatMap((scope) => {
        const hits = scope.items.filter(counts).length;
        if (hits <= most * scope.items.length) return [];
        return [
          about(
            scope,
            {
              zh: `${scope.items.length} 题中有 ${hits} 题${what.zh}（上限 ${most * 100}%）`,
              en: `${hits} of ${scope.items.length} items are ${what.en} (limit ${most * 100} %)`,
            },
            { zh: '换掉或改写几题', en: 'replace or reword some of them' },
          ),
        ];
      }),
  };
}

const G02: BankRule = {
  id: 'G02',
  name: 'true-false-balance',
  severity: 'error',
  check: (items) =>
    scopesOf(items, LEAST_ITEMS).flatMap((scope) => {
      const claims = scope.items.flatMap(({ question }) => (question.kind === 'truefalse' ? [question.answer] : []));
      const yes = claims.filter((answer) => answer).length;
      // With an odd number of claims the nearest to half is allowed, whatever its share.
      if (Math.abs(yes - claims.length / 2) <= Math.max(0.1 * claims.length, 0.5)) return [];
      return [
        about(
          scope,
          {
            zh: `${claims.length} 道判断题中有 ${yes} 道为真（应为 40–60%）`,
            en: `${yes} of ${claims.length} claims are true (40–60 % should be)`,
          },
          { zh: '把几题的断言反过来说', en: 'turn some claims round' },
        ),
      ];
    }),
};

const G07: BankRule = {
  id: 'G07',
  name: 'why-complete',
  severity: 'error',
  check: (items) =>
    items.flatMap(({ question }): BankDraft[] =>
      reasonsOf(question).flatMap(({ path, text }) =>
        LANGUAGES.filter((language) => text[language].trim() === '').map((language) => ({
          item: question.id,
          path: [...path, language],
          language,
          found: { zh: '没有解析', en: 'no reason' },
          todo: { zh: '写出理由', en: 'give the reason' },
        })),
      ),
    ),
};

/** Every section of a chapter that has items has items itself. (That every item has a section is L23's.) */
const G08: BankRule = {
  id: 'G08',
  name: 'sections-covered',
  severity: 'error',
  check: (items) => {
    const live = new Set(
      items.filter(({ question }) => question.retired === null).map(({ question }) => question.section),
    );
    return scopesOf(items, LEAST_ITEMS).flatMap((scope) => {
      const chapter = OUTLINE.find(({ slug }) => slug === scope.chapter);
      const bare = (chapter?.sections ?? []).filter((section) => !live.has(`${chapter?.slug}/${section}`));
      if (bare.length === 0) return [];
      return [
        about(
          scope,
          { zh: `这些小节没有题目：${bare.join('、')}`, en: `sections without items: ${bare.join(', ')}` },
          { zh: '每节至少写一题', en: 'write at least one item for each' },
        ),
      ];
    });
  },
};

/** The gates that need no statistics. */
export const GATES: readonly BankRule[] = [
  G01,
  G02,
  shareGate('G03', 'negatives', ({ question }) => question.negative, 0.1, { zh: '是否定题', en: 'negative' }),
  shareGate('G04', 'recall', ({ question }) => question.level === 'recall', 0.5, {
    zh: '只要求记住',
    en: 'mere recall',
  }),
  G07,
  G08,
];
