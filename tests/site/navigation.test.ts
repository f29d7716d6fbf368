import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTLINE } from '#core/course/outline.ts';
import { attributes, BASE, DIST, PAGES, type Page, readAsset } from './pages.ts';

const ROOMS = ['/exam/', '/questions/', '/lab/', '/glossary/'];
const root = (page: Page): string => `${BASE}${page.locale === 'en' ? 'en/' : ''}`.replace(/\/$/, '');

/** Addresses of the links in the first element whose opening tag matches. */
function linksIn(page: Page, opening: RegExp): string[] {
  const start = page.html.search(opening);
  const name = page.html.slice(start).match(/^<([a-z]+)/)?.[1] ?? '';
  return attributes(page.html.slice(start, page.html.indexOf(`</${name}>`, start)), 'a', 'href');
}

describe('ways through the site', () => {
  it('every page has a menu that needs no script: five rooms and six chapters', () => {
    for (const page of PAGES) {
      const wanted = [...ROOMS, ...OUTLINE.map(({ slug }) => `/chapters/${slug}/`)].map((path) => root(page) + path);
      expect(linksIn(page, /<nav class="menu"/), page.path).toEqual(expect.arrayContaining(wanted));
      expect(page.html, page.path).toMatch(/<button[^>]*popovertarget="menu"/);
    }
  });

  it('a section’s menu holds the sections of its chapter, in order', () => {
    for (const page of PAGES.filter(({ kind }) => kind === 'section')) {
      const [, , slug] = page.inner.split('/');
      const sections = OUTLINE.find((chapter) => chapter.slug === slug)?.sections ?? [];
      const there = linksIn(page, /<nav class="menu"/).filter((href) => href.split('/chapters/')[1]?.split('/')[1]);
      expect(there, page.path).toEqual(sections.map((section) => `${root(page)}/chapters/${slug}/${section}/`));
    }
  });

  it('a chapter says as many questions as the list it links to shows', () => {
    const list = PAGES.find(({ inner, locale }) => inner === '/questions/' && locale === 'zh-CN')?.html ?? '';
    for (const { slug } of OUTLINE) {
      const page = PAGES.find(({ inner, locale }) => inner === `/chapters/${slug}/` && locale === 'zh-CN')?.html ?? '';
      const listed = list.split(`data-section="${slug}/`).length - 1;
      expect(listed, slug).toBeGreaterThan(20);
      expect(page, slug).toContain(`>${listed} 题<`);
    }
  });

  it('a chapter leads to the chapters before and after it', () => {
    for (const page of PAGES.filter(({ kind }) => kind === 'chapter')) {
      const at = OUTLINE.findIndex(({ slug }) => page.inner === `/chapters/${slug}/`);
      const beside = [OUTLINE[at - 1], OUTLINE[at + 1]].flatMap((chapter) => chapter?.slug ?? []);
      expect(linksIn(page, /<nav class="page-turn"/), page.path).toEqual(
        beside.map((slug) => `${root(page)}/chapters/${slug}/`),
      );
    }
  });

  it('what the link past the header leads to begins with the text of a section', () => {
    for (const page of PAGES.filter(({ kind }) => kind === 'section')) {
      const main = page.html.slice(page.html.indexOf('<main id="main">'));
      expect(main.indexOf('<article'), page.path).toBeGreaterThan(0);
      expect(main.slice(0, main.indexOf('<article')), page.path).not.toContain('<a ');
    }
  });

  it('the home page and every footer lead to bank, lab and glossary', () => {
    for (const page of PAGES) {
      const wanted = ['/questions/', '/lab/', '/glossary/'].map((path) => root(page) + path);
      expect(linksIn(page, /<footer/), page.path).toEqual(expect.arrayContaining(wanted));
      if (page.kind === 'home') expect(linksIn(page, /<main/)).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('the contents of a section name all its headings but the notes’, and stand once', () => {
    for (const page of PAGES.filter(({ kind }) => kind === 'section')) {
      const headings = [...page.html.matchAll(/<h[23] id="([^"]+)"/g)].map((match) => `#${match[1]}`);
      const own = headings.filter((id) => page.html.includes(`aria-labelledby="link-to ${id.slice(1)}"`));
      expect(linksIn(page, /<nav class="toc"/), page.path).toEqual(own);
      expect(page.html.match(/<nav class="toc"/g), page.path).toHaveLength(1);
    }
  });
});

describe('what a browser and a crawler look for', () => {
  it('an icon for the home screen and, for either theme, a colour for the browser’s bar, on every page', () => {
    for (const page of PAGES) {
      expect(page.html, page.path).toContain(`<link rel="apple-touch-icon" href="${BASE}apple-touch-icon.png"`);
      // The first that holds counts.
      expect(page.html.match(/<meta name="theme-color"[^>]*>/g), page.path).toEqual([
        expect.stringContaining('media="(prefers-color-scheme: dark)"'),
        expect.not.stringContaining('media='),
      ]);
    }
    expect(readAsset(`${BASE}apple-touch-icon.png`)?.subarray(1, 4).toString()).toBe('PNG');
  });

  it('the home page names the sitemap, for crawlers that find no robots.txt under a path', () => {
    for (const page of PAGES.filter(({ kind }) => kind === 'home'))
      expect(page.html, page.path).toContain(`<link rel="sitemap" href="${BASE}sitemap-index.xml"`);
  });

  it('robots.txt names the sitemap by its full address', () => {
    const origin = process.env['SITE_URL'] ?? 'https://example.github.io';
    expect(readFileSync(`${DIST}/robots.txt`, 'utf8')).toContain(`Sitemap: ${origin}${BASE}sitemap-index.xml`);
  });
});
