import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markersIn } from './markers.ts';
import { DIST, gzipBytes, PAGES, type Page, pageScripts, pageStyles, readAsset } from './pages.ts';

const KB = 1024;

function weigh(urls: readonly string[]): number {
  return urls.reduce((sum, url) => sum + gzipBytes(readAsset(url) ?? ''), 0);
}

function inlineScripts(page: Page): string {
  return [...page.html.matchAll(/<script(?![^>]*(?:\ssrc=|application\/json))[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('');
}

function hasIsland(page: Page): boolean {
  return page.html.includes('<astro-island');
}

/** Pages over a limit, with their figures, so that a failure says which and by how much. */
function over(pages: readonly Page[], limit: number, weight: (page: Page) => number): string[] {
  return pages.flatMap((page) =>
    weight(page) > limit ? [`${page.path}: ${(weight(page) / KB).toFixed(1)} KB > ${limit / KB} KB`] : [],
  );
}

const before = (page: Page): number => gzipBytes(page.html) + weigh(pageStyles(page)) + weigh(pageScripts(page));

describe('budgets, gzip -9', () => {
  const sections = PAGES.filter((page) => page.kind === 'section');
  const plain = sections.filter((page) => !hasIsland(page));

  it('looks at sections with and without a widget, in both languages', () => {
    expect(plain.filter((page) => page.locale === 'en').length).toBeGreaterThan(3);
    expect(sections.length - plain.length).toBeGreaterThan(3);
  });

  it('a section without a widget: HTML, CSS and JS up to 22 KB before any interaction', () => {
    expect(over(plain, 22 * KB, before)).toEqual([]);
  });

  it('a section without a widget: up to 5 KB of JavaScript', () => {
    expect(over(plain, 5 * KB, (page) => weigh(pageScripts(page)) + gzipBytes(inlineScripts(page)))).toEqual([]);
  });

  it('a question page: up to 15 KB', () => {
    expect(
      over(
        PAGES.filter((page) => page.kind === 'question'),
        15 * KB,
        before,
      ),
    ).toEqual([]);
  });

  it('a section without a widget: up to 8 requests', () => {
    const requests = (page: Page): number => 2 + pageStyles(page).length + pageScripts(page).length;
    expect(plain.filter((page) => requests(page) > 8).map((page) => page.path)).toEqual([]);
  });

  it('no tfjs, no Pagefind and no island code among what a page loads at once', () => {
    const loads = plain.flatMap((page) => pageScripts(page)).map((url) => readAsset(url)?.toString('utf8') ?? '');
    expect(loads.length).toBeGreaterThan(0);
    expect(markersIn(loads, ['tfjs', 'pagefind', 'preact', 'zod'])).toEqual([]);
  });

  it('ships one web font, for formulas, of up to 40 KB and without Chinese', () => {
    const styles = new Set(PAGES.flatMap((page) => pageStyles(page)));
    const faces = [...styles].flatMap(
      (url) =>
        readAsset(url)
          ?.toString('utf8')
          .match(/@font-face\s*\{[^}]*\}/g) ?? [],
    );
    expect(new Set(faces).size).toBe(1);
    const [face = ''] = faces;
    const fonts = globSync('**/*.{woff,woff2,ttf,otf}', { cwd: DIST });
    expect(fonts).toHaveLength(1);
    expect(face).toContain(fonts[0]?.split('/').at(-1));
    expect(statSync(join(DIST, fonts[0] ?? '')).size).toBeLessThanOrEqual(40 * 1024);
    const highs = [...face.matchAll(/[uU]\+([0-9a-fA-F?]+)(?:-([0-9a-fA-F]+))?/g)].map((range) => [
      range[1],
      range[2] ?? range[1],
    ]);
    expect(highs.length).toBeGreaterThan(0);
    expect(highs.filter(([low = '', high = '']) => parseInt(low, 16) < 0xa000 && parseInt(high, 16) >= 0x2e80)).toEqual(
      [],
    );
  });
});
