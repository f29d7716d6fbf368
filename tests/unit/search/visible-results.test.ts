import { describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchResult } from '#core/search/search.ts';
import { selectResults } from '#core/search/visible-results.ts';

const results = (prefix: string, count: number, chapter: string): SearchResult[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${prefix}${i}`,
    score: count - i,
    coverage: 1,
    chapter,
    phrase: '',
  }));
const ANSWER: SearchAnswer = {
  plan: { query: '', units: [], corrections: [] },
  suggestions: [],
  groups: {
    section: results('s', 8, 'cnn'),
    question: results('q', 30, 'rnn'),
    term: [...results('t', 2, 'cnn'), ...results('u', 2, 'rnn')],
  },
};

describe('selectResults', () => {
  it('shows a few of each kind, sections first, and says how many there are', () => {
    const { groups, hidden } = selectResults(ANSWER, { kind: '', chapter: '' }, []);
    expect(groups.map(({ kind, shown, total }) => [kind, shown.length, total])).toEqual([
      ['section', 5, 8],
      ['question', 4, 30],
      ['term', 3, 4],
    ]);
    expect(hidden).toBe(0);
  });

  it('shows more of a kind that is chosen or unfolded, up to twenty', () => {
    const chosen = selectResults(ANSWER, { kind: 'question', chapter: '' }, []);
    expect(chosen.groups.map(({ kind, shown }) => [kind, shown.length])).toEqual([['question', 20]]);
    expect(chosen.hidden).toBe(12);
    const unfolded = selectResults(ANSWER, { kind: '', chapter: '' }, ['section']);
    expect(unfolded.groups[0]?.shown.length).toBe(8);
  });

  it('counts every kind within the chosen chapter, whatever kind is chosen', () => {
    const { counts, groups } = selectResults(ANSWER, { kind: 'section', chapter: 'rnn' }, []);
    expect(counts).toEqual({ section: 0, question: 30, term: 2 });
    expect(groups).toEqual([]);
  });
});
