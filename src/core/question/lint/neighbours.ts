/** Items that give one another away or are one another: L21, L22. */
import { foldText } from '../fold.ts';
import type { Language } from '../question.ts';
import { jaccard, trigrams } from './duplicates.ts';
import type { BankRule, LintItem } from './rule.ts';
import { LANGUAGES, optionsOf, reasonsOf, textOptionsOf } from './surface.ts';

/** Items and one variant of each template: variants of one template never meet in a paper. */
function representatives(items: readonly LintItem[]): LintItem[] {
  const seen = new Set<string>();
  return items.filter(({ question }) => {
    if (question.template === null) return true;
    const first = !seen.has(question.template);
    seen.add(question.template);
    return first;
  });
}

const nameOf = ({ question }: LintItem): string => question.template ?? question.id;

function areEnemies(x: LintItem, y: LintItem): boolean {
  return x.question.enemies.some((id) => id === nameOf(y)) || y.question.enemies.some((id) => id === nameOf(x));
}

const GRAM = 8;

/** L21: another item's stem or reasons hold this item's key, of 4 words or more, word for word. */
export const L21: BankRule = {
  id: 'L21',
  name: 'gives-away',
  severity: 'warning',
  check: (items, { words }) =>
    LANGUAGES.flatMap((language) => {
      const ones = representatives(items);
      const keys = new Map<
        string,
        { readonly item: LintItem; readonly folded: string; readonly path: readonly (string | number)[] }[]
      >();
      for (const item of ones) {
        for (const { option, path } of textOptionsOf(item.question)) {
          const folded = foldText(option.text[language]);
          if (!option.key || folded.length < GRAM || words(option.text[language], language).length < 4) continue;
          const gram = folded.slice(0, GRAM);
          keys.set(gram, [...(keys.get(gram) ?? []), { item, folded, path }]);
        }
      }
      return ones.flatMap((other) =>
        [other.question.stem, ...reasonsOf(other.question).map(({ text }) => text)].flatMap((text) => {
          const folded = foldText(text[language]);
          const hits = [];
          for (let at = 0; at + GRAM <= folded.length; at++) {
            for (const key of keys.get(folded.slice(at, at + GRAM)) ?? []) {
              if (key.item === other || areEnemies(key.item, other) || !folded.startsWith(key.folded, at)) continue;
              hits.push({
                item: key.item.question.id,
                path: [...key.path, language],
                language,
                found: {
                  zh: `${nameOf(other)} 的题干或解析里写着这个正确项`,
                  en: `the stem or a reason of ${nameOf(other)} holds this key`,
                },
                todo: {
                  zh: `写上 enemies: [${nameOf(other)}]，或改写其中一处`,
                  en: `add enemies: [${nameOf(other)}], or reword one of them`,
                },
              });
            }
          }
          return hits;
        }),
      );
    }),
};

const LIKE = 0.6;
const SAME = 0.85;

/** 32-bit words of a fingerprint. */
const WORDS = 16;

interface Face {
  readonly item: LintItem;
  readonly grams: ReadonlySet<string>;
  /** A bit for each trigram, by hash: sets differ in at least as many trigrams as fingerprints differ in bits. */
  readonly bits: Int32Array;
}

function faceOf(item: LintItem, language: Language): Face {
  const options = optionsOf(item.question)
    .map(({ option }) => foldText(option.text[language]))
    .sort();
  const grams = trigrams([item.question.stem[language], ...options].join(' '));
  const bits = new Int32Array(WORDS);
  for (const gram of grams) {
    let hash = 0;
    for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x9e3779b1);
    const bit = (hash >>> 16) % (WORDS * 32);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return { item, grams, bits };
}

function countBits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether the fingerprints let the sets differ in at most so many trigrams. */
function mayDifferBy(x: Int32Array, y: Int32Array, most: number): boolean {
  let different = 0;
  for (let i = 0; i < WORDS; i++) {
    different += countBits((x[i] ?? 0) ^ (y[i] ?? 0));
    if (different > most) return false;
  }
  return true;
}

/**
 * Pairs that may be alike by more than `LIKE`: all others are ruled out by size or fingerprint, without comparing sets.
 * From J = (s − d) / (s + d) for sizes summing to s and d differences follows d < s·(1 − J)/(1 + J).
 */
function* candidatePairs(faces: readonly Face[]): Generator<readonly [Face, Face]> {
  const bySize = [...faces].sort((x, y) => x.grams.size - y.grams.size);
  for (const [i, x] of bySize.entries()) {
    for (let j = i + 1; j < bySize.length; j++) {
      const y = bySize[j];
      if (y === undefined || x.grams.size < LIKE * y.grams.size) break;
      const most = ((x.grams.size + y.grams.size) * (1 - LIKE)) / (1 + LIKE);
      if (mayDifferBy(x.bits, y.bits, most)) yield x.item.question.id < y.item.question.id ? [x, y] : [y, x];
    }
  }
}

/** L22: two items alike by the trigrams of stem and options: > .6 a warning (not between enemies), > .85 an error. */
export const L22: BankRule = {
  id: 'L22',
  name: 'duplicate-item',
  severity: 'warning',
  check: (items) =>
    LANGUAGES.flatMap((language) => {
      const faces = representatives(items).map((item) => faceOf(item, language));
      return [...candidatePairs(faces)].flatMap(([x, y]) => {
        const likeness = jaccard(x.grams, y.grams);
        if (likeness <= LIKE || (likeness <= SAME && areEnemies(x.item, y.item))) return [];
        const percent = Math.round(likeness * 100);
        return [
          {
            item: y.item.question.id,
            path: ['stem', language],
            language,
            severity: likeness > SAME ? ('error' as const) : ('warning' as const),
            found: { zh: `与 ${nameOf(x.item)} 有 ${percent}% 相同`, en: `${percent} % the same as ${nameOf(x.item)}` },
            todo:
              likeness > SAME
                ? { zh: '删去其中一题', en: 'remove one of them' }
                : {
                    zh: `换个角度问，或写上 enemies: [${nameOf(x.item)}]`,
                    en: `ask from another side, or add enemies: [${nameOf(x.item)}]`,
                  },
          },
        ];
      });
    }),
};
