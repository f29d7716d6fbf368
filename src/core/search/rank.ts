/** Score of a page for one unit: Pagefind's, for pages that hold the phrase exactly. */
export type UnitHits = ReadonlyMap<string, number>;

/** A unit of a query with what was found for it in pages of every kind. */
export interface UnitResult {
  readonly text: string;
  /** Names under which the unit counts when it stands in a title. */
  readonly names: readonly string[];
  readonly hits: UnitHits;
}

/** What a page is called; titles and headings in the form of `normaliseText`. */
export interface PageNames {
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

/** Below this share of the query's weight, a page is about something else. */
export const LEAST_COVERAGE = 0.4;

/** Weight of a unit that `df` of `count` pages hold: its inverse document frequency (Robertson 2004), long words a little more. */
export function unitWeight(text: string, df: number, count: number): number {
  return Math.min(4, Math.log(1 + (count - df + 0.5) / (df + 0.5))) * Math.sqrt([...text].length);
}

/**
 * Merges what was found for each unit into one order: a page counts by how well it holds each unit, and above all by how
 * much of the query it holds; units in its title count again.
 *
 * @param pages the pages of the group that is ranked, by id
 * @param count number of pages of all kinds, for the weights
 * @param share pages that score less than this share of the best are left out, 0–1
 */
export function rankPages(
  units: readonly UnitResult[],
  pages: ReadonlyMap<string, PageNames>,
  count: number,
  share: number,
): readonly Ranked[] {
  const weights = units.map(({ text, hits }) => unitWeight(text, hits.size, count));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const best = units.map(({ hits }) => Math.max(1e-9, ...[...hits].map(([id, score]) => (pages.has(id) ? score : 0))));
  const ranked: Ranked[] = [];
  for (const [id, names] of pages) {
    let value = 0;
    let matched = 0;
    let titled = 0;
    units.forEach((unit, u) => {
      const score = unit.hits.get(id);
      const weight = weights[u] ?? 0;
      if (score === undefined) return;
      matched += weight;
      value += weight * (0.3 + (0.7 * score) / (best[u] ?? 1));
      titled += weight * titleMatch(unit.names, names);
    });
    const coverage = total === 0 ? 0 : matched / total;
    if (matched === 0 || coverage < LEAST_COVERAGE) continue;
    const score = (value / total) * (0.2 + coverage ** 2) * (1 + (1.5 * titled) / total);
    ranked.push({ id, score, coverage });
  }
  ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return ranked.filter(({ score }) => score >= share * (ranked[0]?.score ?? 0));
}

/** 1 when the title is one of the names, less when it or a heading only holds one, by how much of it the name is. */
function titleMatch(names: readonly string[], page: PageNames): number {
  let best = 0;
  for (const name of names) {
    if (page.title.includes(name)) best = Math.max(best, 0.6 + (0.4 * name.length) / page.title.length);
    for (const heading of page.headings)
      if (heading.includes(name)) best = Math.max(best, 0.2 + (0.2 * name.length) / heading.length);
  }
  return best;
}
