/** Every section, opened once in each language: nothing for axe to find, nothing wider than the screen, no fault. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { openSite, type Site } from './site.ts';

const SECTIONS = PAGES.filter(({ kind }) => kind === 'section').map(({ inner, locale }, i) => ({
  path: locale === 'en' ? `/en${inner}` : inner,
  // Theme and width change from page to page, so that every combination is looked at many times.
  theme: i % 2 === 0 ? ('light' as const) : ('dark' as const),
  width: Math.floor(i / 2) % 2 === 0 ? 320 : 1280,
}));
let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

describe('every section', () => {
  it.each(SECTIONS)('$path, $theme, $width px', async ({ path, theme, width }) => {
    const { page, context, faults } = await site.visit(path, { theme, width });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(faults).toEqual([]);
    await context.close();
  });
});
