/** A page in its looks, light and dark, on a phone and on a desktop, and what is wrong in each. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { byDepth } from '../depth.ts';

/** How a page may be shown. */
export interface Dress {
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: 320 | 1280;
}

/** All looks: the width changes as seldom as may be, since it costs a layout. */
export const LOOKS: readonly Dress[] = [
  { theme: 'light', width: 320 },
  { theme: 'dark', width: 320 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 1280 },
];

/**
 * Looks in which `npm test` sees a page: Chinese in one pair, English in the other, so that each theme, each width and
 * each language is seen; `test:deep` sees all four in both.
 */
export function looksOf(path: string): readonly Dress[] {
  const english = path.startsWith('/en/');
  return byDepth(
    LOOKS.filter(({ theme, width }) => (theme === 'light') === (width === (english ? 1280 : 320))),
    LOOKS,
  );
}

/**
 * What axe finds wrong on the page as it stands, as `rule: places`; within `scope` (a selector) alone if given.
 * Only violations are asked for, without a second page to put frames together (the site has no frames): a quarter of
 * the time. `preload` feeds one rule, on turning the device, whose CSS the site does not have.
 */
export async function axeViolations(page: Page, scope?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
  const { violations } = await (scope === undefined ? axe : axe.include(scope)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Opens every folded part, so that it is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Dresses the page in each look and lists what is wrong: violations, and content wider than the screen. */
export async function faultsInLooks(page: Page, looks: readonly Dress[], scope?: string): Promise<string[]> {
  const found: string[] = [];
  for (const { theme, width } of looks) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    const look = `${theme}, ${width} px`;
    found.push(...(await axeViolations(page, scope)).map((fault) => `${look}: ${fault}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${look}: ${wide} px wide`);
  }
  return found;
}
