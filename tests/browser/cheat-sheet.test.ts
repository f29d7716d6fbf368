import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { openSite, type Site } from './site.ts';

const SHEETS = PAGES.filter((page) => page.inner.endsWith('/cheat-sheet/'));
let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Pages of a PDF, counted by its page objects. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe('cheat sheets', () => {
  it('are there for every written chapter, in both languages', () => {
    const chapters = PAGES.filter((page) => page.kind === 'chapter');
    expect(SHEETS.length).toBe(chapters.length);
  });

  it.each(SHEETS.map((page) => `${page.locale === 'en' ? '/en' : ''}${page.inner}`))(
    '%s prints on one A4 page and cuts nothing off',
    async (path) => {
      const { page, context } = await site.visit(path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOf(pdf)).toBe(1);
      await page.setViewportSize({ width: 733, height: 1060 });
      await page.emulateMedia({ media: 'print' });
      const beyond = await page.evaluate(() => {
        const box = document.querySelector('.sheet-columns');
        return box === null ? null : box.scrollWidth - box.clientWidth;
      });
      expect(beyond).toBeLessThanOrEqual(1);
      await context.close();
    },
  );
});
