import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

const PATHS = [
  '/',
  '/chapters/deep-learning/',
  '/chapters/deep-learning/sigmoid/',
  '/chapters/deep-learning/choosing-a-framework/',
  '/questions/',
  '/questions/dl-sigmoid-curve-facts/',
  '/exam/',
  '/lab/',
  '/lab/activation/',
  '/glossary/',
  '/search/',
  '/about/',
];
let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

describe.each(['light', 'dark'] as const)('axe, %s', (theme) => {
  it.each(PATHS.flatMap((path) => [path, `/en${path}`]))(
    'finds no violation on %s at 320 px and on a desktop',
    async (path) => {
      for (const width of [320, 1280]) {
        const { page, context } = await site.visit(path, { theme, width });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${width} px: ${id}: ${nodes
                .map((node) => node.target.join(' '))
                .slice(0, 3)
                .join(' | ')}`,
          ),
        ).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${path} is wider than ${width} px`,
        ).toBeLessThanOrEqual(width);
        await context.close();
      }
    },
    60_000,
  );
});

describe('axe, 404', () => {
  it('finds no violation on a page that does not exist', async () => {
    const { page } = await site.visit('/nothing/');
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });
});
