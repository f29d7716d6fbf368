import { hasHan } from './text.ts';

/** Score of a page for one unit: Pagefind's, for pages that hold the phrase exactly. */
export type UnitHits = ReadonlyMap<string, number>;

/** A unit of a query with what was found for it in pages of every kind. */
export interface UnitResult {
  readonly text: string;
  /** The section that teaches it, when it is a term of the glossary. */
  readonly taughtIn: string | null;
  /** Whether it says how something is asked, not what. */
  readonly everyday: boolean;
  /** Names under which the unit counts when it stands in a title. */
  readonly names: readonly string[];
  readonly hits: UnitHits;
}

/** What a page is called; titles and headings in the form of `normaliseText`. */
export interface PageNames {
  /** `chapter/section` of a section, else null. */
  readonly key: string | null;
  readonly title: string;
  readonly headings: readonly string[];
}

/** A page in the order of results. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  /** Share of the query's weight that the page holds, 0–1. */
  readonly coverage: number;
}

/** Below these shares of the query's weight, a page is about something else; one that holds none of its terms, sooner. */
const LEAST_COVERAGE = 0.25;
const LEAST_WITHOUT_TERM = 0.6;
const LEAST_OF_MANY = 0.5;

/** Words that no page has weigh more, for they say that the query is about something else; a few among many, less. */
const UNKNOWN = { most: 1.6, few: 0.8 };
/** Words questions are put with weigh less. */
const EVERYDAY = 0.5;
/** What the course teaches weighs more than the words around it. */
const TERM = 1.4;

/** Factors for the page whose title is the query, and for one whose title is another name of all it asks for. */
const WHOLE_TITLE = 3;
const OTHER_NAME = 1.5;
/** Factor for a page that has each of several things asked for in its title or headings, however common some are. */
const ALL_NAMED = 2.5;
/** How much a title that is all of what is asked for adds to the text's own score. */
const TITLE = 2;
/** To teach a term counts as much as to hold its name in a short heading. */
const TAUGHT = 0.5;

/**
 * Weight of a unit that `df` of `count` pages hold: its inverse document frequency (Robertson 2004), capped, times the root
 * of its length, a Latin letter counting half a Han character.
 *
 * @param unknown factor for a unit that no page has
 */
export function unitWeight(
  unit: Omit<UnitResult, 'names' | 'hits'>,
  df: number,
  count: number,
  unknown = UNKNOWN.most,
): number {
  const idf = Math.min(4, Math.log(1 + (count - df + 0.5) / (df + 0.5)));
  const length = [...unit.text].reduce((sum, character) => sum + (hasHan(character) ? 1 : 0.5), 0);
  const kind = unit.everyday ? EVERYDAY : unit.taughtIn === null ? 1 : TERM;
  return idf * Math.sqrt(length) * (df === 0 ? unknown : 1) * kind;
}

/**
 * Merges what was found for each unit into one order: a page counts by how well it holds each unit, and above all by how
 * much of the query it holds; units in its title count again.
 *
 * @param query the query as a whole, normalised: a page of just this title comes first
 * @param pages the pages of the group that is ranked, by id
 * @param count number of pages of all kinds, for the weights
 * @param share pages that score less than this share of the best are left out, 0–1
 */
export function rankPages(
  query: string,
  units: readonly UnitResult[],
  pages: ReadonlyMap<string, PageNames>,
  count: number,
  share: number,
): readonly Ranked[] {
  const strange = units.filter(({ hits }) => hits.size === 0).length;
  const few = strange > 0 && strange * 4 <= units.length;
  const weights = units.map((unit) => unitWeight(unit, unit.hits.size, count, few ? UNKNOWN.few : UNKNOWN.most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const best = units.map(({ hits }) => Math.max(1e-9, ...[...hits].map(([id, score]) => (pages.has(id) ? score : 0))));
  const ranked: Ranked[] = [];
  for (const [id, names] of pages) {
    let value = 0;
    let matched = 0;
    let titled = 0;
    let named = 0;
    let least = few ? LEAST_OF_MANY : LEAST_WITHOUT_TERM;
    units.forEach((unit, u) => {
      const score = unit.hits.get(id);
      const weight = weights[u] ?? 0;
      if (score === undefined) return;
      matched += weight;
      if (unit.taughtIn !== null) least = LEAST_COVERAGE;
      value += weight * (0.3 + (0.7 * score) / (best[u] ?? 1));
      const taught = unit.taughtIn !== null && unit.taughtIn === names.key ? TAUGHT : 0;
      const title = titleMatch(unit.names, names);
      titled += weight * Math.min(1, title + taught);
      if (title > 0) named += 1;
    });
    const coverage = total === 0 ? 0 : matched / total;
    if (matched === 0 || coverage < least) continue;
    const all = units.length > 1 && named === units.length ? ALL_NAMED : 1;
    const score =
      wholeTitle(query, units, names) * all * (value / total) * (0.2 + coverage ** 2) * (1 + (TITLE * titled) / total);
    ranked.push({ id, score, coverage });
  }
  ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return ranked.filter(({ score }) => score >= share * (ranked[0]?.score ?? 0));
}

/** Factor for a title that is the query, or the only thing it asks for under another name: 激活函数 for 激活. */
function wholeTitle(query: string, units: readonly UnitResult[], { title }: PageNames): number {
  if (title === '') return 1;
  if (bare(title) === bare(query)) return WHOLE_TITLE;
  return units.length === 1 && units[0]?.names.includes(title) ? OTHER_NAME : 1;
}

/** Letters and digits alone: ‘What is deep learning?’ is the title ‘What Is Deep Learning’. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * How much a page is named after a unit, 0–1: 1 when its title is one of the names, less when title or heading only hold
 * one, by how much of it the name is.
 */
function titleMatch(names: readonly string[], page: PageNames): number {
  let best = 0;
  for (const name of names) {
    if (page.title === name) return 1;
    if (page.title.includes(name)) best = Math.max(best, 0.4 + (0.5 * name.length) / page.title.length);
    for (const heading of page.headings)
      if (heading.includes(name)) best = Math.max(best, 0.15 + (0.25 * name.length) / heading.length);
  }
  return best;
}
