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

interface Face {
  readonly item: LintItem;
  readonly grams: ReadonlySet<string>;
}

function faceOf(item: LintItem, language: Language): Face {
  const options = optionsOf(item.question)
    .map(({ option }) => foldText(option.text[language]))
    .sort();
  return { item, grams: trigrams([item.question.stem[language], ...options].join(' ')) };
}

/** Pairs that may reach the similarity: they share one of each other's rarest trigrams (prefix filter). */
function* candidatePairs(faces: readonly Face[]): Generator<readonly [Face, Face]> {
  const frequency = new Map<string, number>();
  for (const { grams } of faces) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const index = new Map<string, Face[]>();
  for (const face of faces) {
    const rare = [...face.grams].sort((x, y) => (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0) || (x < y ? -1 : 1));
    const prefix = rare.slice(0, face.grams.size - Math.ceil(LIKE * face.grams.size) + 1);
    const met = new Set<Face>();
    for (const gram of prefix) for (const other of index.get(gram) ?? []) met.add(other);
    for (const other of met)
      if (Math.min(face.grams.size, other.grams.size) >= LIKE * Math.max(face.grams.size, other.grams.size))
        yield [other, face];
    for (const gram of prefix) index.set(gram, [...(index.get(gram) ?? []), face]);
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
