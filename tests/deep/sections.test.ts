/** Every page of the course in every look: `npm test` looks at a fixed part of them. */
import { describe, expect, it } from 'vitest';
import { faultsInLooks, LOOKS, unfold } from '../browser/looks.ts';
import { siteForTests } from '../browser/site-for-tests.ts';
import { PAGES } from '../site/pages.ts';

const KINDS = ['home', 'chapter', 'sheet', 'section', 'widget', 'lab', 'glossary', 'exam', 'about'];
const PATHS = PAGES.filter(({ kind }) => KINDS.includes(kind)).map(({ inner, locale }) =>
  locale === 'en' ? `/en${inner}` : inner,
);
const site = siteForTests();

describe('every page in every look', () => {
  it.each(PATHS)('%s', async (path) => {
    const { page, context, faults } = await site.visit(path);
    await unfold(page);
    expect(await faultsInLooks(page, LOOKS)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
