import type { Language } from '#core/question/question.ts';
import type { ResultKind, SearchDictionary } from './dictionary.ts';
import { createReader, type IsKnown, type Plan, planQuery, type Reader, type Unit } from './plan.ts';
import { type PageNames, type Ranked, rankPages, type UnitResult } from './rank.ts';
import { normaliseText, separateHan } from './text.ts';

/** A page that an index found, with the index's own score. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** The index below: `exact` finds pages that hold the phrase as it is, unranked; `ranked` scores pages by its words. */
export interface PhraseIndex {
  readonly find: (phrase: string, mode: 'exact' | 'ranked') => Promise<readonly Hit[]>;
}

/** One result: which page, and the phrase to cut its excerpt by. */
export interface SearchResult extends Ranked {
  readonly chapter: string;
  readonly phrase: string;
}

/** What a query found, by kind, best first; and what was put right. */
export interface SearchAnswer {
  readonly plan: Plan;
  readonly groups: Readonly<Record<ResultKind, readonly SearchResult[]>>;
  /** Glossary terms to try instead, when nothing was found. */
  readonly suggestions: readonly string[];
}

/** A search over one language. */
export interface Searcher {
  readonly search: (query: string, correct: boolean) => Promise<SearchAnswer>;
}

/** Results weaker than this share of their group's best are left out; a term that merely mentions another is no find. */
const SHARE_OF_BEST: Readonly<Record<ResultKind, number>> = { section: 0.1, question: 0.2, term: 0.3 };

function groupPages(dictionary: SearchDictionary): Readonly<Record<ResultKind, ReadonlyMap<string, PageNames>>> {
  return {
    section: new Map(
      dictionary.sections.map(({ id, key, title, headings }) => [
        id,
        { key, title: normaliseText(title), headings: headings.map(normaliseText) },
      ]),
    ),
    question: new Map(dictionary.questions.map(({ id }) => [id, { key: null, title: '', headings: [] }])),
    term: new Map(
      dictionary.terms.map(({ id, names: [own = '', ...others] }) => [id, { key: null, title: own, headings: others }]),
    ),
  };
}

/** Chapter slug of every page, by id. */
function chaptersOf({ sections, questions, terms }: SearchDictionary): ReadonlyMap<string, string> {
  const chapter = (key: string): string => key.split('/')[0] ?? '';
  return new Map([
    ...sections.map(({ id, key }): [string, string] => [id, chapter(key)]),
    ...questions.map(({ id, chapter: slug }): [string, string] => [id, slug]),
    ...terms.map(({ id, section }): [string, string] => [id, chapter(section)]),
  ]);
}

/**
 * The forms in which a phrase is asked of the index: Chinese characters apart where the index has them so, decimal points kept. Pagefind reads `cross-entropy`
 * in a page as one word, and writers do not agree on hyphens, so a name with one is asked with and without; between a
 * Latin letter and Chinese it can find no phrase across a hyphen or a multiplication sign, so that
 * `m-p神经元` is asked as `p神经元` and `1×1卷积` as `1卷积`.
 */
export function toPhrases(text: string, language: Language): readonly string[] {
  const form = (part: string, hyphen: string): string => {
    const plain = part.replace(/[-–]/g, hyphen).replace(/[/'’]|\.(?!\d)/g, ' ');
    return (language === 'zh' ? separateHan(plain, ' ') : plain).replace(/\s+/g, ' ').trim();
  };
  const tail = /[-–×]([a-z0-9]+\p{Script=Han}.*)$/u.exec(text)?.[1] ?? text;
  return [...new Set([form(text, ''), form(text, ' '), form(tail, ' ')])].filter((phrase) => phrase !== '');
}

/** Makes a search of a dictionary and an index. Answers to equal phrases are kept, for readers type and change their minds. */
export function createSearcher(dictionary: SearchDictionary, index: PhraseIndex): Searcher {
  const reader = createReader(dictionary);
  const groups = groupPages(dictionary);
  const chapters = chaptersOf(dictionary);
  const kept = new Map<string, Promise<ReadonlyMap<string, number>>>();

  const scoreOne = (phrase: string): Promise<ReadonlyMap<string, number>> => {
    const known = kept.get(phrase);
    if (known !== undefined) return known;
    const asked = scorePhrase(phrase, index);
    asked.catch(() => kept.delete(phrase));
    kept.set(phrase, asked);
    return asked;
  };
  const score = async (text: string): Promise<PhraseScores> => {
    const phrases = toPhrases(text, dictionary.language);
    const scores = new Map<string, { score: number; phrase: string }>();
    for (const [i, found] of (await Promise.all(phrases.map(scoreOne))).entries()) {
      for (const [id, value] of found) {
        if (value > (scores.get(id)?.score ?? -1)) scores.set(id, { score: value, phrase: phrases[i] ?? '' });
      }
    }
    return scores;
  };
  const isKnown = async (text: string): Promise<boolean> => (await score(text)).size > 0;
  // Pagefind finds `recurent` where a page says “recur”: it compares stems.
  const words = new Set(dictionary.words);
  const isKnownWord = async (text: string): Promise<boolean> =>
    /^[a-z]{4,}$/.test(text) ? words.has(text) : isKnown(text);

  const searchAs = async (query: string, correct: boolean, known: IsKnown): Promise<SearchAnswer> => {
    const plan = await planQuery(query, reader, known, correct);
    const found = await Promise.all(plan.units.map((unit) => findUnit(unit, score)));
    const results = found.map(({ result }) => result);
    const answer = (kind: ResultKind): readonly SearchResult[] => {
      return rankPages(plan.query, results, groups[kind], chapters.size, SHARE_OF_BEST[kind]).map((ranked) => ({
        ...ranked,
        chapter: chapters.get(ranked.id) ?? '',
        phrase: phraseFor(ranked.id, found),
      }));
    };
    const all = { section: answer('section'), question: answer('question'), term: answer('term') };
    const none = Object.values(all).every((group) => group.length === 0);
    return { plan, groups: all, suggestions: none ? suggestTerms(query, reader) : [] };
  };

  return {
    search: async (query, correct) => {
      const answer = await searchAs(query, correct, isKnown);
      if (!correct || answer.groups.section.length > 0) return answer;
      const stricter = await searchAs(query, correct, isKnownWord);
      return stricter.groups.section.length > 0 ? stricter : answer;
    },
  };
}

async function scorePhrase(phrase: string, index: PhraseIndex): Promise<ReadonlyMap<string, number>> {
  const [exact, ranked] = await Promise.all([index.find(phrase, 'exact'), index.find(phrase, 'ranked')]);
  const scores = new Map(ranked.map(({ id, score }) => [id, score]));
  return new Map(exact.map(({ id }) => [id, scores.get(id) ?? 0]));
}

/** Pages that hold a text, each with its score and the phrase it was found by. */
type PhraseScores = ReadonlyMap<string, { readonly score: number; readonly phrase: string }>;

interface FoundUnit {
  readonly result: UnitResult;
  /** The phrase that a page was found by. */
  readonly by: ReadonlyMap<string, string>;
}

/** A unit is the best of its aliases; each alias is scaled to its own best page first, since scores of phrases differ in size. */
async function findUnit(unit: Unit, score: (text: string) => Promise<PhraseScores>): Promise<FoundUnit> {
  const hits = new Map<string, number>();
  const by = new Map<string, string>();
  for (const { text, weight } of unit.aliases) {
    const scores = await score(text);
    const top = Math.max(1e-9, ...[...scores.values()].map((found) => found.score));
    for (const [id, found] of scores) {
      const share = (weight * found.score) / top;
      if (share <= (hits.get(id) ?? -1)) continue;
      hits.set(id, share);
      by.set(id, found.phrase);
    }
  }
  return {
    result: {
      text: unit.text,
      taughtIn: unit.taughtIn,
      everyday: unit.everyday,
      names: unit.aliases.map(({ text }) => text),
      hits,
    },
    by,
  };
}

/** The alias of the rarest unit that the page holds: an excerpt around it says most. */
function phraseFor(id: string, found: readonly FoundUnit[]): string {
  const holding = found.filter(({ by }) => by.has(id)).sort((a, b) => a.by.size - b.by.size);
  return holding[0]?.by.get(id) ?? '';
}

/** Up to four terms that share the most characters (Chinese) or leading letters (Latin) with a query that found nothing. */
function suggestTerms(query: string, reader: Reader): readonly string[] {
  const asked = normaliseText(query);
  const pieces = new Set(asked.match(/\p{Script=Han}|[a-z]{3}/gu) ?? []);
  return reader.dictionary.terms
    .map(({ names }) => ({
      name: names[0] ?? '',
      shared: [...pieces].filter((piece) => names.some((name) => name.includes(piece))).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 4)
    .map(({ name }) => name);
}
