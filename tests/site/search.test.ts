import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESULT_KINDS } from '#core/search/dictionary.ts';
import { openBuiltSearch } from './pagefind-in-node.ts';
import { DIST, gzipBytes } from './pages.ts';
import { QUERIES } from './search-queries/all.ts';
import * as nonsense from './search-queries/nonsense.ts';
import type { ExpectedQuery } from './search-queries/query.ts';

/** Share of queries that must have a right section among the first three: of all, and of each chapter's. */
const BAR = 0.95;
const CHAPTER_BAR = 0.9;
const LANGUAGES = [
  { locale: 'zh-CN', chapters: QUERIES['zh-CN'], nonsense: nonsense.ZH },
  { locale: 'en', chapters: QUERIES.en, nonsense: nonsense.EN },
] as const;

describe.each(LANGUAGES)('search of the built site, $locale', async ({ locale, chapters, nonsense: silly }) => {
  const queries = chapters.flatMap(({ queries: own }) => own);
  const { searcher, dictionary } = await openBuiltSearch(locale);
  const keys = new Map(dictionary.sections.map(({ id, key }) => [id, key]));

  async function fail(expected: ExpectedQuery): Promise<string | null> {
    const { groups, plan } = await searcher.search(expected.query, true);
    const first = groups.section.slice(0, expected.first ? 1 : 3).map(({ id }) => keys.get(id) ?? id);
    const found = first.some((key) => expected.sections.includes(key));
    const corrected = plan.corrections.map(({ to }) => to);
    const right = expected.corrected === undefined || corrected.includes(expected.corrected);
    return found && right
      ? null
      : `${expected.query} → ${first.join(', ') || 'nothing'}; put right: ${corrected.join(', ') || 'nothing'}`;
  }

  it('asks at least forty different queries, about every section that is written', () => {
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    expect(queries.length).toBeGreaterThanOrEqual(40);
    const asked = new Set(queries.flatMap(({ sections }) => sections));
    expect([...keys.values()].filter((key) => !asked.has(key))).toEqual([]);
  });

  it(`has a right section among the first three for at least ${BAR * 100} % of the queries`, async () => {
    const failures = (await Promise.all(queries.map(fail))).filter((failure) => failure !== null);
    expect(1 - failures.length / queries.length, failures.join('\n')).toBeGreaterThanOrEqual(BAR);
  });

  it.each(chapters)(
    `has one for at least ${CHAPTER_BAR * 100} percent of those about $chapter, two slips among them`,
    async ({ queries: own }) => {
      expect(own.filter(({ corrected }) => corrected !== undefined).length).toBeGreaterThanOrEqual(2);
      const failures = (await Promise.all(own.map(fail))).filter((failure) => failure !== null);
      expect(1 - failures.length / own.length, failures.join('\n')).toBeGreaterThanOrEqual(CHAPTER_BAR);
    },
  );

  it.runIf(locale === 'zh-CN')('puts a page with the word in its title before one without', async () => {
    const { groups } = await searcher.search('框架', true);
    expect(groups.section.slice(0, 2).map(({ id }) => keys.get(id))).toEqual([
      'deep-learning/frameworks',
      'deep-learning/choosing-a-framework',
    ]);
  });

  it('finds nothing for nonsense', async () => {
    const found = await Promise.all(
      silly.map(async (query) => {
        const { groups } = await searcher.search(query, true);
        const count = RESULT_KINDS.reduce((sum, kind) => sum + groups[kind].length, 0);
        return count === 0 ? [] : [`${query}: ${count}`];
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it('puts the page with the exact title first', async () => {
    for (const { title, key } of dictionary.sections) {
      const { groups } = await searcher.search(title, true);
      expect(keys.get(groups.section[0]?.id ?? ''), title).toBe(key);
    }
  });

  it('finds every glossary term by its own name, first among the terms', async () => {
    for (const { id, names } of dictionary.terms) {
      const { groups } = await searcher.search(names[0] ?? '', true);
      expect(groups.term[0]?.id, names[0]).toBe(id);
    }
  });

  it(`finds the section that teaches a term among the first three, for at least ${BAR * 100} % of the terms`, async () => {
    const lost: string[] = [];
    for (const { names, section } of dictionary.terms) {
      const { groups } = await searcher.search(names[0] ?? '', true);
      const first = groups.section.slice(0, 3).map(({ id }) => keys.get(id) ?? id);
      if (!first.includes(section)) lost.push(`${names[0]} (${section}) → ${first.join(', ') || 'nothing'}`);
    }
    expect(1 - lost.length / dictionary.terms.length, lost.join('\n')).toBeGreaterThanOrEqual(BAR);
  });

  it('corrects no name of a term', async () => {
    for (const { names } of dictionary.terms) {
      for (const name of names) {
        const { plan } = await searcher.search(name, true);
        expect(plan.corrections, name).toEqual([]);
      }
    }
  });

  it('gives back the words as written when asked to', async () => {
    const slip = queries.find(({ corrected }) => corrected !== undefined);
    expect(slip).toBeDefined();
    expect((await searcher.search(slip?.query ?? '', false)).plan.corrections).toEqual([]);
  });

  it('knows the chapter of every question', () => {
    expect(dictionary.questions.length).toBeGreaterThanOrEqual(60);
    expect(dictionary.questions.filter(({ chapter }) => chapter === '')).toEqual([]);
  });
});

describe('what the search weighs, gzip -9', () => {
  /** Scripts a chunk imports before it can run, itself included. */
  function withImports(file: string, seen: Set<string>): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const source = readFileSync(join(DIST, '_astro', file), 'utf8');
    for (const [, imported = ''] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      withImports(imported, seen);
    return seen;
  }

  it('up to 40 KB of script for the dialog', () => {
    const [entry = ''] = globSync('search-dialog.*.js', { cwd: join(DIST, '_astro') });
    const files = [...withImports(entry, new Set())];
    const bytes = files.reduce((sum, file) => sum + gzipBytes(readFileSync(join(DIST, '_astro', file))), 0);
    expect(files.length).toBeGreaterThan(2);
    expect(bytes).toBeLessThanOrEqual(40 * 1024);
  });

  it('up to 32 KB of dictionary a language', () => {
    for (const { locale } of LANGUAGES)
      expect(gzipBytes(readFileSync(join(DIST, `pagefind/dictionary.${locale}.json`)))).toBeLessThanOrEqual(32 * 1024);
  });

  it('leaves out the interfaces of Pagefind that nobody opens', () => {
    expect(
      globSync('pagefind/pagefind-*', { cwd: DIST }).filter(
        (file) => !/pagefind-(?:entry\.json|worker\.js)$/.test(file),
      ),
    ).toEqual([]);
    expect(existsSync(join(DIST, 'pagefind/pagefind.js'))).toBe(true);
  });
});
