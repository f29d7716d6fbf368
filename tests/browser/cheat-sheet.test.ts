import { describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { siteForTests } from './site-for-tests.ts';

const SHEETS = PAGES.filter((page) => page.inner.endsWith('/cheat-sheet/'));
const site = siteForTests();

/** A4 less the sheet's margins, in CSS pixels. */
const PAPER = { width: 733, height: 1062 };

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
    '%s fills one A4 page, readably, and cuts nothing',
    async (path) => {
      const { page, context } = await site.visit(path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOf(pdf)).toBe(1);
      await page.setViewportSize(PAPER);
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => {
        const box = document.querySelector('.sheet-columns');
        if (box === null) throw new Error('no sheet');
        const column = (element: Element | null) => Math.round(element?.getClientRects()[0]?.left ?? -1);
        const inner = [...box.children].map((part) => part.children);
        return {
          bottom: box.getBoundingClientRect().bottom,
          points: (Number.parseFloat(getComputedStyle(box).fontSize) * 3) / 4,
          beyond: box.scrollWidth - box.clientWidth,
          torn: [...box.querySelectorAll('.sheet-trap, .sheet-formula, dl > div, tbody tr')]
            .filter((element) => element.getClientRects().length > 1)
            .map((element) => element.textContent),
          bare: inner.filter((parts) => parts.length < 2).map((parts) => parts[0]?.textContent),
          orphans: [...inner].flatMap(([head, next]) =>
            head !== undefined && next !== undefined && column(next) - column(head) > 60 ? [head.textContent] : [],
          ),
        };
      });
      expect(seen.bottom / PAPER.height, 'filled').toBeGreaterThan(0.85);
      expect(seen.points).toBeGreaterThanOrEqual(path.startsWith('/en') ? 7.5 : 8);
      expect(seen.beyond).toBeLessThanOrEqual(1);
      expect(seen.torn).toEqual([]);
      expect(seen.bare).toEqual([]);
      expect(seen.orphans).toEqual([]);
      await context.close();
    },
  );
});
