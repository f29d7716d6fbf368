/** The bank as the build laid it out, and what a practice page loads. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeIndex } from '#core/exam/bank-index.ts';
import { buildPaper } from '#core/exam/paper.ts';
import type { Bilingual, Question } from '#core/question/question.ts';

import { decodeBankList, findBankFault } from '../../src/integrations/bank/bank-list.ts';

import { markersIn } from './markers.ts';

import { BASE, DIST, gzipBytes, PAGES, readAsset } from './pages.ts';

const KB = 1024;
const EXAM_PAGES = PAGES.filter((page) => page.kind === 'exam');
const INDEX_FILES = globSync('bank/*/index.json', { cwd: DIST });

/** Every script a page loads when its island starts: what the markup names, and what those import, transitively. */
function scriptsOf(html: string): Map<string, string> {
  const found = new Map<string, string>();
  const take = (url: string): void => {
    if (found.has(url)) return;
    const text = readAsset(url)?.toString('utf8');
    if (text === undefined) return;
    found.set(url, text);
    // Static imports only: what is imported on demand is no part of the first load.
    for (const [, name] of text.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g)) take(`${BASE}_astro/${name}`);
  };
  for (const [, url] of html.matchAll(/(?:src|component-url|renderer-url)="([^"]+\.js)"/g)) take(url ?? '');
  return found;
}

describe('a practice page', () => {
  it.each(EXAM_PAGES.map((page) => page.path))('%s runs on at most 40 KB of script, none of it tfjs or zod', (path) => {
    const html = EXAM_PAGES.find((page) => page.path === path)?.html ?? '';
    const scripts = [...scriptsOf(html).values()];
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.reduce((sum, text) => sum + gzipBytes(text), 0)).toBeLessThanOrEqual(40 * KB);
    // The renderer shows that what an island imports is among them.
    expect(markersIn(scripts, ['tfjs', 'pagefind', 'zod', 'preact'])).toEqual(['preact']);
  });

  it('has a heading and a way on before its script arrives', () => {
    for (const { path, html, locale } of EXAM_PAGES) {
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/<(template|noscript)\b[\s\S]*?<\/\1>/g, '') ?? '';
      expect(main, path).toMatch(/<h1\b/);
      if (path.endsWith('/exam/')) continue;
      expect(main, path).toMatch(locale === 'en' ? /<p[^>]*>Opening…/ : /<p[^>]*>正在打开…/);
      expect(main, path).toContain(`href="${BASE}${locale === 'en' ? 'en/' : ''}exam/"`);
    }
  });

  it('is reached from every chapter where that chapter’s drill stands', () => {
    const starts = PAGES.filter((page) => page.inner === '/exam/').map(({ html }) => html);
    const chapters = PAGES.filter((page) => page.kind === 'chapter');
    expect(chapters).toHaveLength(12);
    for (const { path, inner, html } of chapters) {
      const drill = `drill-${inner.split('/')[2]}`;
      expect(html, path).toContain(`/exam/#${drill}"`);
      expect(starts.filter((start) => !start.includes(`id="${drill}"`))).toEqual([]);
    }
  });

  it('exists in both languages, and only the choice of papers is for search engines', () => {
    expect(EXAM_PAGES.map((page) => `${page.locale} ${page.inner} ${page.html.includes('noindex')}`).sort()).toEqual([
      'en /exam/ false',
      'en /exam/report/ true',
      'en /exam/run/ true',
      'zh-CN /exam/ false',
      'zh-CN /exam/report/ true',
      'zh-CN /exam/run/ true',
    ]);
  });
});

describe('the bank', () => {
  const folder = (INDEX_FILES[0] ?? '').replace(/\/?index\.json$/, '');
  const decoded = decodeIndex(readFileSync(`${DIST}/${INDEX_FILES[0]}`, 'utf8'));
  if (decoded.kind === 'failed') throw new Error(decoded.failure.code);
  const index = decoded.value;
  const shards = globSync('{section,template}/**/*.json', { cwd: `${DIST}/${folder}` });
  const questions = shards.flatMap(
    (name): Question[] => JSON.parse(readFileSync(`${DIST}/${folder}/${name}`, 'utf8')).questions,
  );

  it('stands once, under its own name, with a small index', () => {
    expect(INDEX_FILES).toHaveLength(1);
    expect(folder).toBe(`bank/${index.bank}`);
    // At most 20 bytes for every question and variant in it.
    expect(gzipBytes(readFileSync(`${DIST}/${folder}/index.json`))).toBeLessThanOrEqual(20 * questions.length);
    expect(EXAM_PAGES.every((page) => page.html.includes(index.bank))).toBe(true);
  });

  it('is listed for the next deployment, with the sums of all its files and the name they give', () => {
    const list = decodeBankList(readFileSync(`${DIST}/bank/banks.json`, 'utf8'));
    if ('fault' in list) throw new Error(list.fault);
    expect(list.banks.map(({ bank }) => bank)).toEqual([index.bank]);
    const [listed] = list.banks;
    if (listed === undefined) return;
    const names = ['index.json', ...shards].map((name) => name.replaceAll('\\', '/'));
    expect(Object.keys(listed.files).sort()).toEqual(names.sort());
    const files = new Map(names.map((name) => [name, readFileSync(`${DIST}/${folder}/${name}`)]));
    expect(findBankFault(listed, files)).toBeNull();
  });

  it('holds every candidate and every variant of its index in the shard where papers look for it', () => {
    const missing = index.candidates.flatMap((candidate) => {
      const name = candidate.variants.length > 0 ? `template/${candidate.id}` : `section/${candidate.section}`;
      if (!existsSync(`${DIST}/${folder}/${name}.json`)) return [name];
      const shard: { questions: Question[] } = JSON.parse(readFileSync(`${DIST}/${folder}/${name}.json`, 'utf8'));
      const ids = new Set<string>(shard.questions.map((question) => question.id));
      return (candidate.variants.length > 0 ? candidate.variants : [candidate.id]).filter((id) => !ids.has(id));
    });
    expect(missing).toEqual([]);
    expect(questions.length).toBeGreaterThan(60);
  });

  it('has texts rendered in both languages, without styles or scripts, and formulas as MathML', () => {
    const texts = (value: unknown): Bilingual[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string')
        return [{ zh: value.zh, en: value.en }];
      return Object.values(value).flatMap(texts);
    };
    const html = questions.flatMap((question) => texts(question).flatMap(({ zh, en }) => [zh, en]));
    expect(html.filter((text) => text.trim() === '')).toEqual([]);
    expect(html.filter((text) => /<script|<style|\sstyle=|\son\w+=|\$[^$]*\\/.test(text))).toEqual([]);
    expect(html.some((text) => text.includes('<math'))).toBe(true);
  });

  it('names every misconception its wrong answers rest on', () => {
    const named = new Set(
      shards.flatMap((name) =>
        Object.keys(JSON.parse(readFileSync(`${DIST}/${folder}/${name}`, 'utf8')).misconceptions),
      ),
    );
    const used = questions.flatMap((question) => {
      const wrong = question.kind === 'numeric' ? question.traps : 'options' in question ? question.options : [];
      return wrong.flatMap(({ misconception }) => misconception ?? []);
    });
    expect(used.filter((name) => !named.has(name))).toEqual([]);
  });

  it.each(index.blueprints.map((blueprint) => [blueprint.id, blueprint] as const))(
    'fills %s for 1,000 seeds with distinct questions and no two enemies',
    (_, blueprint) => {
      const byId = new Map<string, readonly string[]>(index.candidates.map((each) => [each.id, each.enemies]));
      for (let i = 0; i < 1000; i++) {
        const paper = buildPaper(blueprint, index.candidates, { seed: `s${i}`, mock: 1, form: 'A' });
        if (paper.kind === 'failed') throw new Error(paper.failure.code);
        const ids = paper.value.items.map((item) => String(item.candidate));
        expect(new Set(ids).size).toBe(blueprint.questions);
        expect(ids.filter((id) => byId.get(id)?.some((enemy) => ids.includes(enemy)))).toEqual([]);
      }
    },
  );
});
