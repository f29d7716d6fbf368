import { describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { axeViolations, faultsInLooks, LOOKS, looksOf, unfold } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';

const PATHS = [
  '/',
  '/chapters/deep-learning/',
  '/chapters/deep-learning/cheat-sheet/',
  '/chapters/deep-learning/sigmoid/',
  '/chapters/deep-learning/choosing-a-framework/',
  '/questions/',
  '/questions/dl-sigmoid-curve-facts/',
  '/exam/',
  '/lab/',
  '/lab/activation/',
  '/lab/convolution/',
  '/lab/gan/',
  '/lab/mlp/',
  '/lab/mlp/#v=1&at=250&b=x.y_3-2_tanh_square_sgd_0.03_10_none_0.01',
  '/glossary/',
  '/search/',
  '/about/',
  '/nothing/',
];
const KINDS = PATHS.flatMap((path) => [path, `/en${path}`]);
/** A fixed part of the sections, each in one language and one look, which change from one to the next; `test:deep` takes all. */
const SECTIONS = PAGES.filter(({ kind, locale }) => kind === 'section' && locale === 'en')
  .map(({ inner }, i) => ({
    path: i % 2 === 0 ? `/en${inner}` : inner,
    looks: LOOKS.slice(Math.floor(i / 2) % LOOKS.length).slice(0, 1),
  }))
  .filter((_, i) => i % 3 === 0);
const site = siteForTests();

describe('axe', () => {
  it('sees what is wrong', async () => {
    const { page } = await site.visit('/about/');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/aca/favicon.svg">');
    });
    expect(await axeViolations(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
    expect(await faultsInLooks(page, LOOKS)).toHaveLength(LOOKS.length);
  });

  it.each(KINDS)('finds no violation on %s', async (path) => {
    const { page, context } = await site.visit(path);
    await unfold(page);
    expect(await faultsInLooks(page, looksOf(path))).toEqual([]);
    await context.close();
  });

  it.each(SECTIONS)('finds no violation on $path, $looks', async ({ path, looks }) => {
    const { page, context, faults } = await site.visit(path);
    await unfold(page);
    expect(await faultsInLooks(page, looks)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
