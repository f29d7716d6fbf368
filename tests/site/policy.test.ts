import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attributes, PAGES, type Page } from './pages.ts';

function policyOf(page: Page): string {
  return page.html.match(/<meta http-equiv="content-security-policy" content="([^"]+)"/)?.[1] ?? '';
}

function inline(page: Page, element: 'script' | 'style'): string[] {
  return [...page.html.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)([^>]*)>([\\s\\S]*?)</${element}>`, 'g'))]
    .filter((match) => !/type="application\/(?:ld\+)?json"/.test(match[1] ?? ''))
    .map((match) => match[2] ?? '');
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('content security policy', () => {
  it('stands on every page and allows nothing from elsewhere', () => {
    for (const page of PAGES) {
      const policy = policyOf(page);
      expect(policy, page.path).toContain("default-src 'none'");
      expect(policy, page.path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  });

  it('stands before everything that could load or run, since it holds for what follows it', () => {
    const late = PAGES.filter(
      (page) => !/<head>\s*<meta charset="utf-8">\s*<meta http-equiv="content-security-policy"/.test(page.html),
    );
    expect(late.map((page) => page.path)).toEqual([]);
  });

  it('covers every inline script and style by its hash', () => {
    const uncovered = PAGES.flatMap((page) => {
      const policy = policyOf(page);
      return [...inline(page, 'script'), ...inline(page, 'style')]
        .filter((text) => !policy.includes(hash(text)))
        .map((text) => `${page.path}: ${text.slice(0, 60)}`);
    });
    expect(uncovered).toEqual([]);
  });

  it('names no hash that its page does not need', () => {
    const idle = PAGES.flatMap((page) => {
      const own = [...inline(page, 'script'), ...inline(page, 'style')].map(hash);
      return (policyOf(page).match(/'sha256-[^']+'/g) ?? []).filter((each) => !own.includes(each)).map(() => page.path);
    });
    expect(idle).toEqual([]);
  });

  it('finds no inline style and no handler attribute', () => {
    const bad = PAGES.filter((page) =>
      /<[a-z][^>]*\s(?:style|on[a-z]+)="/.test(page.html.replace(/<script[\s\S]*?<\/script>/g, '')),
    );
    expect(bad.map((page) => page.path)).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const loads = PAGES.flatMap((page) => [
      ...attributes(page.html, 'script', 'src'),
      ...attributes(page.html, 'img', 'src'),
      ...attributes(page.html, 'iframe', 'src'),
      ...(
        page.html.match(/<link\b[^>]*rel="(?:stylesheet|icon|modulepreload|preload|preconnect|dns-prefetch)"[^>]*>/g) ??
        []
      ).flatMap((tag) => tag.match(/href="([^"]+)"/)?.[1] ?? []),
    ]);
    expect(loads.filter((url) => /^(?:https?:)?\/\//.test(url))).toEqual([]);
  });
});
