/** Bars of a widget that trains which take minutes or several tabs: what stays in memory, and whether one address is one run. */
import type { Page } from 'playwright';
import type { Site } from '../browser/site.ts';
import type { Report } from './run.ts';

const WARM_UP = 30_000;
const WATCHED = 300_000;
/** A training is begun anew so often, in milliseconds, since an address ends it in less than half a minute. */
const ROUND = 10_000;

const live = async (page: Page): Promise<void> => {
  await page.locator('.stage').first().focus();
  await page.locator('.narration').filter({ hasText: /\d/ }).first().waitFor({ timeout: 60_000 });
};

async function trainFor(page: Page, time: number): Promise<void> {
  for (let spent = 0; spent < time; spent += ROUND) {
    await page.keyboard.press('r');
    await page.keyboard.press(' ');
    await page.waitForTimeout(ROUND);
  }
  await page.keyboard.press('r');
  await page.waitForTimeout(1_000);
}

/** Reports how much the page's heap grows in five minutes of training, garbage collected before and after, in MB. */
export async function measureHeap(site: Site, name: string, path: string, report: Report): Promise<void> {
  const { page, context } = await site.visit(path);
  await live(page);
  const session = await context.newCDPSession(page);
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  await trainFor(page, WARM_UP);
  const before = await used();
  await trainFor(page, WATCHED);
  const grown = (await used()) - before;
  report({ name: `lab.heap_growth_mb.${name}`, value: Number(grown.toFixed(2)), unit: 'MB in 5 min', better: 'lower' });
  await context.close();
}

/**
 * Reports how many fingerprints there are of one address beyond the first: opened, reloaded, and opened in another tab.
 * That a main thread gives the same is a test of its own, tests/browser.
 *
 * @param told a text of the sentence once the address has been reached
 * @param print selects the fingerprint on the page
 */
export async function measureSameness(
  site: Site,
  { name, path, told, print }: { name: string; path: string; told: string; print: string },
  report: Report,
): Promise<void> {
  const prints: (string | null)[] = [];
  for (let tab = 0; tab < 2; tab++) {
    const { page, context } = await site.visit(path);
    for (let load = 0; load < 2; load++) {
      await live(page);
      await page.locator('.narration', { hasText: told }).waitFor({ timeout: 60_000 });
      prints.push(await page.locator(print).first().textContent());
      await page.reload();
    }
    await context.close();
  }
  report({ name: `lab.hash_mismatches.${name}`, value: new Set(prints).size - 1, unit: 'hashes', better: 'lower' });
}
