/** Every page of the course in both themes, at both widths: `npm test` looks at each section in one of the four. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../browser/site.ts';
import { PAGES } from '../site/pages.ts';

const KINDS = ['home', 'chapter', 'sheet', 'section', 'widget', 'lab', 'glossary', 'exam', 'about'];
const PATHS = PAGES.filter(({ kind }) => KINDS.includes(kind)).map(({ inner, locale }) =>
  locale === 'en' ? `/en${inner}` : inner,
);
let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(PATHS)('%s', async (path) => {
    for (const width of [320, 1280]) {
      const { page, context, faults } = await site.visit(path, { theme, width });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${width} px: ${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});
