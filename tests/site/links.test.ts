import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributes, BASE, DIST, PAGES, type Page } from './pages.ts';

const ids = new Map(
  PAGES.map((page) => [page.path, new Set([...page.html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))]),
);

/** Broken inner links of a page: no such page or file, or no such anchor on it. */
function broken(page: Page): string[] {
  return attributes(page.html, 'a', 'href').flatMap((href) => {
    if (/^(?:https?:|mailto:)/.test(href)) return [];
    const url = new URL(href.replaceAll('&amp;', '&'), `http://site${page.path}`);
    if (!url.pathname.startsWith(BASE)) return [`${page.path} → ${href}: outside the base path`];
    const target = ids.get(url.pathname);
    if (target === undefined)
      return existsSync(`${DIST}/${decodeURIComponent(url.pathname.slice(BASE.length))}`) && !url.pathname.endsWith('/')
        ? []
        : [`${page.path} → ${href}: no such page`];
    const anchor = decodeURIComponent(url.hash.slice(1));
    const stateInHash = /\/(?:lab\/[a-z-]+|exam\/run|exam\/report)\/$/.test(url.pathname);
    return anchor === '' || stateInHash || target.has(anchor) ? [] : [`${page.path} → ${href}: no such anchor`];
  });
}

describe('links', () => {
  it('all lead to a page that exists and an anchor on it', () => {
    expect([...new Set(PAGES.flatMap(broken))]).toEqual([]);
  });

  it('no id stands twice on a page', () => {
    const doubled = PAGES.flatMap((page) => {
      const all = [...page.html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      return all.filter((id, i) => all.indexOf(id) !== i).map((id) => `${page.path}#${id}`);
    });
    expect(doubled).toEqual([]);
  });

  it('every “edit this page” names a file of the repository', () => {
    const edits = PAGES.flatMap(({ html }) =>
      attributes(html, 'a', 'href').flatMap((href) => href.match(/\/edit\/main\/(.+)$/)?.[1] ?? []),
    );
    expect(edits.length).toBeGreaterThan(100);
    expect([...new Set(edits)].filter((file) => !existsSync(join(DIST, '..', file)))).toEqual([]);
  });

  it('a section leads to its questions and each question back', () => {
    const sections = PAGES.filter((page) => page.kind === 'section');
    const oneWay = sections.flatMap((section) => {
      const questions = attributes(section.html, 'a', 'href').filter((href) => /\/questions\/[^/]+\/$/.test(href));
      const back = questions.filter((href) =>
        PAGES.find((page) => page.path === href)?.html.includes(`href="${section.path}`),
      );
      return questions.length >= 5 && back.length === questions.length
        ? []
        : [`${section.path}: ${questions.length} questions, ${back.length} lead back`];
    });
    expect(oneWay).toEqual([]);
  });
});
