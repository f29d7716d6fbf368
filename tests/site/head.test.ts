import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributes, BASE, DIST, PAGES } from './pages.ts';

const ORIGIN = process.env['SITE_URL'] ?? 'https://example.github.io';
const real = PAGES.filter((page) => page.kind !== '404');

describe('the head of every page', () => {
  it('names language, title, description, canonical address and its twin', () => {
    for (const page of real) {
      expect(page.html, page.path).toContain(`<html lang="${page.locale}"`);
      expect(page.html.match(/<title>[^<]{4,}<\/title>/), page.path).not.toBeNull();
      expect(page.html.match(/<meta name="description" content="[^"]{8,}"/), page.path).not.toBeNull();
      expect(page.html, page.path).toContain(`<link rel="canonical" href="${ORIGIN}${page.path}"`);
      const zh = `${ORIGIN}${BASE}${page.inner.slice(1)}`;
      const en = `${ORIGIN}${BASE}en${page.inner}`;
      expect(page.html, page.path).toContain(`hreflang="zh-CN" href="${zh}"`);
      expect(page.html, page.path).toContain(`hreflang="en" href="${en}"`);
      expect(page.html, page.path).toContain(`hreflang="x-default" href="${zh}"`);
    }
  });

  it('has both languages of every page', () => {
    const of = (locale: string) => new Set(real.filter((page) => page.locale === locale).map((page) => page.inner));
    expect([...of('zh-CN')].filter((inner) => !of('en').has(inner))).toEqual([]);
    expect([...of('en')].filter((inner) => !of('zh-CN').has(inner))).toEqual([]);
  });

  it('has Open Graph data and an image that exists', () => {
    for (const page of real)
      for (const name of [
        'og:title',
        'og:description',
        'og:url',
        'og:image',
        'og:image:alt',
        'og:locale',
        'og:site_name',
      ])
        expect(page.html, page.path).toContain(`property="${name}"`);
    expect(existsSync(`${DIST}/og.png`)).toBe(true);
  });

  it('has one h1 and headings that skip no level', () => {
    const wrong = real.flatMap((page) => {
      // A template is no part of the page: Astro puts what an island shows while it waits into one once more.
      const shown = page.html.replace(/<template\b[\s\S]*?<\/template>/g, '');
      const levels = [...shown.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));
      const skips = levels.some((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1);
      return levels.filter((level) => level === 1).length === 1 && levels[0] === 1 && !skips
        ? []
        : [`${page.path}: ${levels.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('offers the other language on the same page', () => {
    for (const page of real) {
      const twin = page.locale === 'en' ? `${BASE}${page.inner.slice(1)}` : `${BASE}en${page.inner}`;
      expect(attributes(page.html, 'a', 'href'), page.path).toContain(twin);
    }
  });

  it('has titles that differ from page to page of a language', () => {
    const titles = real
      .filter((page) => !page.html.includes('name="robots" content="noindex"'))
      .map((page) => `${page.locale} ${page.html.match(/<title>([^<]*)/)?.[1]}`);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });
});

describe('sitemap and 404', () => {
  it('lists sections in both languages and nothing that asks not to be listed', () => {
    const map = readFileSync(`${DIST}/sitemap-0.xml`, 'utf8');
    for (const page of PAGES.filter(({ kind }) => kind === 'section'))
      expect(map).toContain(`<loc>${ORIGIN}${page.path}</loc>`);
    for (const page of PAGES.filter(({ html }) => html.includes('name="robots" content="noindex"')))
      expect(map).not.toContain(`<loc>${ORIGIN}${page.path}</loc>`);
  });

  it('gives 404.html, which answers for any address, none of its own', () => {
    const page = PAGES.find(({ kind }) => kind === '404');
    expect(page?.html).not.toMatch(/rel="canonical"|property="og:url"/);
  });

  it('speaks both languages in 404.html', () => {
    const page = PAGES.find(({ kind }) => kind === '404');
    expect(page?.html).toContain('<section lang="zh-CN"');
    expect(page?.html).toContain('<section lang="en"');
  });
});
