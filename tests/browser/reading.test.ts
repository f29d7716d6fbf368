import { describe, expect, it } from 'vitest';
import { siteForTests } from './site-for-tests.ts';

const SECTION = '/chapters/deep-learning/what-is-deep-learning/';
const site = siteForTests();

describe('reading', () => {
  it('loads a section without fault, without tfjs, search or island code, in at most eight requests', async () => {
    const { faults, requests, page } = await site.visit('/chapters/deep-learning/strengths-and-limits/');
    await page.waitForTimeout(300);
    expect(faults).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(8);
    expect(requests.filter((path) => /tfjs|pagefind|worker|client\./.test(path))).toEqual([]);
  });

  it('switches language on the same page, at the same anchor', async () => {
    const { page } = await site.visit(`${SECTION}#training`);
    await page.click('[data-language-switch]');
    await page.waitForURL(/\/en\/chapters/);
    expect(new URL(page.url()).pathname).toContain(`/en${SECTION}`);
    expect(new URL(page.url()).hash).toBe('#training');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('follows the system theme, switches, and keeps the choice without a flash', async () => {
    const { page } = await site.visit(SECTION, { theme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await background();
    await page.click('[data-theme-switch]');
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload({ waitUntil: 'commit' });
    await page.waitForSelector('h1');
    expect(await page.getAttribute('html', 'data-theme')).toBe('light');
    expect(await background()).toBe(light);
    const button = page.locator('[data-theme-switch]');
    expect(await button.getAttribute('aria-label')).toBe('深浅色：浅');
    await button.click();
    expect([await button.getAttribute('aria-label'), await background()]).toEqual(['深浅色：深', dark]);
    await button.click();
    expect([await button.getAttribute('aria-label'), await background()]).toEqual(['深浅色：随系统', dark]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background()).toBe(light);
    await page.reload();
    expect(await page.getAttribute('html', 'data-theme')).toBeNull();
  });

  it('remembers the place: the home page leads back to the last heading, and read sections are marked', async () => {
    const { page } = await site.visit(SECTION);
    const heading = page.locator('.prose h2[id]').nth(2);
    const id = await heading.getAttribute('id');
    expect(id).toMatch(/./);
    // Just above the middle of the window: passed, and no later heading is.
    await heading.evaluate((element) =>
      scrollBy({ top: element.getBoundingClientRect().top - innerHeight / 2 + 8, behavior: 'instant' }),
    );
    const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('aca.place') ?? '{}').last?.heading);
    await expect.poll(kept).toBe(id);
    await page.goto(site.url('/'));
    const door = page.locator('[data-continue]');
    await expect.poll(async () => (await door.getAttribute('href')) ?? '').toMatch(new RegExp(`${SECTION}#${id}$`));
    await page.goto(site.url(SECTION));
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => page.locator('[data-known]').getAttribute('aria-pressed')).toBe('true');
    await page.goto(site.url('/'));
    await expect.poll(() => page.locator(`.course-list [data-section="${SECTION}"][data-read]`).count()).toBe(1);
  });

  it('takes a reader’s word that a section is known, before a line of it is read, and keeps it over a reload', async () => {
    const { page } = await site.visit(SECTION);
    const button = page.locator('[data-known]');
    const pressed = () => button.getAttribute('aria-pressed');
    const dots = async () => {
      await page.goto(site.url('/'));
      return page.locator(`.course-list [data-section="${SECTION}"][data-read]`).count();
    };
    expect(await pressed()).toBe('false');
    await button.click();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await pressed()).toBe('true');
    expect(await dots()).toBe(1);
    await page.goto(site.url(SECTION));
    expect(await pressed()).toBe('true');
    await button.click();
    expect(await pressed()).toBe('false');
    await page.reload();
    expect(await pressed()).toBe('false');
    expect(await dots()).toBe(0);
  });

  it('says of a section read to its end that it is known, until the reader says otherwise', async () => {
    const { page } = await site.visit(SECTION);
    const button = page.locator('[data-known]');
    const pressed = () => button.getAttribute('aria-pressed');
    const readOn = () => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await readOn();
    await expect.poll(pressed).toBe('true');
    await button.click();
    expect(await pressed()).toBe('false');
    await readOn();
    await page.waitForTimeout(600);
    await page.reload();
    expect(await pressed()).toBe('false');
  });

  it('shows a term’s definition on focus and on press, and hides it on Escape', async () => {
    const { page } = await site.visit(SECTION);
    const term = page.locator('[data-term]').first();
    const definition = page.locator(`#${await term.getAttribute('popovertarget')}`);
    expect(await definition.isVisible()).toBe(false);
    await term.click();
    expect(await definition.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => definition.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await term.hover();
    await expect.poll(() => definition.isVisible()).toBe(true);
  });

  it('can be read and walked without script: text, contents, next section, answers', async () => {
    const { page } = await site.visit(SECTION, { script: false, width: 360 });
    expect(await page.locator('.prose').innerText()).toContain('深度学习');
    await page.click('.page-turn .next');
    expect(page.url()).toContain('/chapters/deep-learning/strengths-and-limits/');
    await page.click('.question-links a >> nth=0');
    await page.click('details.answer > summary');
    expect(await page.locator('.reasons li').count()).toBeGreaterThan(1);
    expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
  });

  it('filters the framework table by row and column', async () => {
    const { page } = await site.visit('/chapters/deep-learning/choosing-a-framework/', { width: 360 });
    const table = page.locator('.compare table');
    await table.scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.compare-controls input[type=checkbox]').count()).toBe(4);
    expect(await table.locator('thead th:visible').count()).toBe(3);
    await page.locator('.compare-controls input[type=checkbox]').nth(3).check();
    expect(await table.locator('thead th:visible').count()).toBe(4);
    await page.fill('.compare-controls input[type=search]', 'LuaJIT');
    expect(await table.locator('tbody tr:visible').count()).toBeGreaterThan(0);
    expect(await table.locator('tbody tr:visible').count()).toBeLessThan(13);
  });

  it('prints the framework table whole and without its controls, whatever was chosen on the screen', async () => {
    const { page } = await site.visit('/chapters/deep-learning/choosing-a-framework/', { width: 360 });
    const table = page.locator('.compare table');
    await table.scrollIntoViewIfNeeded();
    await page.locator('.compare-controls').waitFor();
    await expect.poll(() => table.locator('thead th:visible').count()).toBe(3);
    await page.fill('.compare-controls input[type=search]', 'LuaJIT');
    await expect.poll(() => table.locator('tbody tr:visible').count()).toBeLessThan(13);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => table.locator('thead th:visible').count()).toBe(5);
    expect(await table.locator('tbody tr:visible').count()).toBe(13);
    expect(await page.locator('.compare-controls').isVisible()).toBe(false);
  });

  it('filters glossary and bank as one types, and keeps the choice in the address', async () => {
    const { page } = await site.visit('/questions/');
    const all = await page.locator('#bank > li:visible').count();
    await page.selectOption('select[name=kind]', 'multiple');
    const some = await page.locator('#bank > li:visible').count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    await page.reload();
    await expect.poll(() => page.locator('#bank > li:visible').count()).toBe(some);
    await page.goto(site.url('/glossary/'));
    await page.fill('[data-filter-text]', 'sigmoid');
    await expect.poll(() => page.locator('#terms > div:visible').count()).toBeLessThan(8);
  });

  it('answers a wrong address with 404.html in both languages', async () => {
    const { page } = await site.visit('/');
    const response = await page.goto(site.url('/nothing/here/'));
    expect(response?.status()).toBe(404);
    expect(await page.locator('section[lang]').count()).toBe(2);
  });

  it('the link past the header leads past the rail too: the next stop is in the text', async () => {
    const { page } = await site.visit(SECTION, { width: 1440 });
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true);
  });

  it('keeps a term’s definition open while Tab stands on the link in it', async () => {
    const { page } = await site.visit(SECTION);
    const term = page.locator('[data-term]').first();
    const definition = page.locator(`#${await term.getAttribute('popovertarget')}`);
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => definition.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await definition.locator('a').evaluate((link) => link === document.activeElement)).toBe(true);
    await page.waitForTimeout(400);
    expect(await definition.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(() => definition.isVisible()).toBe(false);
  });

  it('reaches every part of the header by keyboard, the skip link first', async () => {
    const { page } = await site.visit(SECTION);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#main');
  });
});
