/** What holds of every widget that trains: a pause is a pause, for the picture, the reading and the sentence. */
import { describe, expect, it } from 'vitest';
import { byDepth } from '../depth.ts';
import { siteForTests } from './site-for-tests.ts';
import { hashOf, live, reading, says } from './widget-page.ts';

const site = siteForTests();
const PAUSES = byDepth(2, 5);

describe.each([
  { name: 'gan', short: '#v=1&path=b97&at=97&stop=t100', long: '#v=1&path=b19000&at=19000', end: 19_000 },
  { name: 'mlp', short: '#v=1&at=24250&stop=e100', long: '#v=1&at=4750000', end: 19_000 },
])('the $name widget', ({ name, short, long, end }) => {
  it('stays where Pause found it: picture, reading and sentence, in every frame that follows', async () => {
    const { page, context } = await site.visit(`/lab/${name}/`);
    await live(page);
    for (let i = 0; i < PAUSES; i++) {
      const before = await reading(page);
      await page.locator('.player button').nth(1).click();
      await expect.poll(() => reading(page), { timeout: 20_000 }).not.toBe(before);
      // Well under way, and each pause at another moment of a frame.
      await page.waitForTimeout(700 + 90 * i);
      const looks = await page.evaluate(async () => {
        const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
        const look = () => ({
          picture: document.querySelector('.stage svg')?.getAttribute('aria-label') ?? '',
          reading: text('.player .reading'),
          said: text('.narration'),
          numbers: text('.readings'),
        });
        const seen = [look()];
        document.querySelectorAll<HTMLButtonElement>('.player button')[1]?.click();
        for (let frame = 0; frame < 60; frame++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          seen.push(look());
        }
        return seen;
      });
      const distinct = (part: keyof (typeof looks)[number]) => [...new Set(looks.map((look) => look[part]))];
      expect(distinct('picture')).toHaveLength(1);
      expect(distinct('reading')).toHaveLength(1);
      expect(distinct('numbers')).toHaveLength(1);
      expect(distinct('said').length).toBeLessThanOrEqual(2);
      const [place = ''] = distinct('reading')[0]?.match(/[\d.]+/) ?? [];
      expect(looks.at(-1)?.said).toContain(place);
    }
    await context.close();
  });

  it('keeps its state where the skip link is followed', async () => {
    const { page, context } = await site.visit(`/en/lab/${name}/${short}`);
    await live(page);
    await says(page).toContain('97');
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(600);
    expect(await reading(page)).toContain('97');
    expect(await hashOf(page)).toBe(short);
    expect(await page.locator('.problems').count()).toBe(0);
    await context.close();
  });

  it('leaves the keys that move to a table that scrolls', async () => {
    const { page, context } = await site.visit(`/en/lab/${name}/${short}`);
    await live(page);
    await says(page).toContain('97');
    await page.locator('.foot-line button', { hasText: 'Table' }).click();
    await page.locator('.twin .table-scroll').first().focus();
    for (const key of ['ArrowLeft', 'Home', ' ']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await reading(page)).toContain('97');
    await context.close();
  });

  it('opens its code before the first frame, and fills it with the first', async () => {
    const { page, context } = await site.visit(`/en/lab/${name}/`);
    await page.locator('.foot-line button:enabled', { hasText: 'Code' }).click();
    await page.locator('.run-panel textarea').waitFor({ timeout: 25_000 });
    expect(await page.locator('.run-panel textarea').inputValue()).toContain('tf.');
    await context.close();
  });

  it('stops on a long way where the reader says', async () => {
    const { page, context } = await site.visit(`/en/lab/${name}/${long}`);
    await page.locator('.stage').first().focus();
    await page.locator('.stop-here').click({ timeout: 25_000 });
    await page.locator('.stop-here').waitFor({ state: 'detached' });
    const at = await reading(page);
    const stood = Number(at?.match(/[\d.]+/)?.[0]);
    expect(stood).toBeGreaterThan(0);
    expect(stood).toBeLessThan(end);
    await page.waitForTimeout(500);
    expect(await reading(page)).toBe(at);
    await context.close();
  });

  it('ends slow play, too, where its condition comes true, and plays on from there', async () => {
    const { page, context } = await site.visit(`/en/lab/${name}/${short}`, { reducedMotion: true });
    await live(page);
    await says(page).toContain('97');
    await page.keyboard.press('-');
    await page.keyboard.press(' ');
    await says(page).toContain('Paused');
    expect(await reading(page)).toContain('100');
    await page.waitForTimeout(500);
    expect(await reading(page)).toContain('100');
    await page.keyboard.press(' ');
    await expect.poll(() => reading(page)).toMatch(/10[3-9]|1[1-9]\d/);
    await context.close();
  });

  it('says one sentence a step, and at most one a second in play', async () => {
    const { page, context } = await site.visit(`/lab/${name}/`, { reducedMotion: true });
    await live(page);
    await page.evaluate(() => {
      const said: number[] = [];
      Object.assign(globalThis, { said });
      const line = document.querySelector('.narration');
      if (line !== null)
        new MutationObserver(() => said.push(performance.now())).observe(line, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    const said = (): Promise<number[]> => page.evaluate(() => Reflect.get(globalThis, 'said'));
    await page.locator('.stage').focus();
    for (let i = 1; i <= 5; i++) {
      await page.keyboard.press('ArrowRight');
      await says(page).toMatch(new RegExp(`(?<!\\d)${i}(?!\\d)`));
      await page.waitForTimeout(150);
      expect(await said()).toHaveLength(i);
    }
    await page.keyboard.press(' ');
    await expect.poll(async () => (await said()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(5 + 4);
    const times = (await said()).slice(5);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    // A sentence that a busy machine told late leaves less than a second to the next.
    expect(times.length - 1).toBeLessThanOrEqual(seconds + 1);
    await context.close();
  });

  it('prints whole tables, what the controls are set to, and an address with its host', async () => {
    const { page, context } = await site.visit(`/lab/${name}/`);
    await live(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-only.address').innerText()).toMatch(/^https?:\/\/[^/]+\/.*\/lab\//);
    expect(await page.locator('.settings-said').first().isVisible()).toBe(true);
    const cut = await page
      .locator('.twin:not(.unfilled *) .table-scroll')
      .evaluateAll((all) =>
        all
          .filter((part) => part.getBoundingClientRect().height < part.scrollHeight - 1 || part.clientHeight === 0)
          .map((part) => `${part.getAttribute('aria-label')}: ${part.clientHeight} of ${part.scrollHeight}`),
      );
    expect(cut).toEqual([]);
    await context.close();
  });
});
