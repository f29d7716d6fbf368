import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../site/pages.ts';
import { axeViolations } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';

const SECTION = '/chapters/deep-learning/what-is-deep-learning/';
const RUNNABLE = '/chapters/deep-learning/sigmoid/';
const site = siteForTests();

const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);
const current = (page: Page): Promise<string[]> => page.locator('#toc [aria-current="true"]').allTextContents();

describe('finding one’s way on a phone', () => {
  it('opens the menu without script, walks to another section, then to the lab', async () => {
    const { page } = await site.visit(SECTION, { width: 320, script: false });
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.click('.menu-open');
    const small = await page
      .locator('#menu a')
      .evaluateAll((links) =>
        links.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.textContent),
      );
    expect(small).toEqual([]);
    await page.click('#menu [data-section$="/relu/"] a');
    expect(page.url()).toBe(site.url('/chapters/deep-learning/relu/'));
    await page.click('.menu-open');
    await page.click('#menu a[href$="/lab/"]');
    expect(page.url()).toBe(site.url('/lab/'));
  });

  it('has a menu up to the width at which the rail stands beside the text', async () => {
    const { page } = await site.visit(SECTION, { width: 1279 });
    expect([await page.locator('.menu-open').isVisible(), await page.locator('#menu').isVisible()]).toEqual([
      true,
      false,
    ]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect([await page.locator('.menu-open').isVisible(), await page.locator('#menu').isVisible()]).toEqual([
      false,
      true,
    ]);
  });

  it.each(['/', '/chapters/cnn/', '/exam/'])('has the menu on %s, where no rail stands, at any width', async (path) => {
    const { page } = await site.visit(path, { width: 1440 });
    await page.click('.menu-open');
    await expect.poll(() => page.locator('#menu').isVisible()).toBe(true);
    await page.click('#menu a[href$="/chapters/rnn/"]');
    await page.waitForURL('**/chapters/rnn/');
  });

  it('goes on from a chapter to the next', async () => {
    const { page } = await site.visit('/chapters/cnn/', { width: 1440 });
    await page.click('.page-turn .next');
    await page.waitForURL('**/chapters/rnn/');
    await page.click('.page-turn .previous');
    await page.waitForURL('**/chapters/cnn/');
  });

  it.each([
    ['/', 150],
    ['/', 200],
    ['/en/', 150],
    ['/en/', 200],
  ])('keeps the whole header of %s within the screen at letters of %i per cent', async (path, size) => {
    const { page } = await site.visit(path, { width: 390 });
    await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
    }, size);
    const cut = () =>
      page.locator('.site-header :is(a, button)').evaluateAll((parts) =>
        parts
          .map((part) => ({ name: part.textContent, box: part.getBoundingClientRect() }))
          .filter(({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth)
          .map(({ name }) => name),
      );
    await expect.poll(cut).toEqual([]);
    const over = () => page.locator('.site-header').evaluate((header) => header.scrollWidth - header.clientWidth);
    expect(await over()).toBeLessThanOrEqual(0);
  });

  it('shows the contents over the text: the place stays, the part being read is marked, an entry leads on', async () => {
    const { page, faults } = await site.visit(SECTION, { width: 390 });
    await page.evaluate(() => scrollTo({ top: 2200, behavior: 'instant' }));
    await page.click('.bottom-bar [popovertarget="toc"]');
    expect(await page.locator('#toc').isVisible()).toBe(true);
    expect(await scrolled(page)).toBe(2200);
    await expect.poll(() => current(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#toc').isVisible()).toBe(false);
    await page.click('.bottom-bar [popovertarget="toc"]');
    await page.click('.bottom-bar [popovertarget="toc"]');
    expect([await page.locator('#toc').isVisible(), await scrolled(page)]).toEqual([false, 2200]);
    await page.click('.bottom-bar [popovertarget="toc"]');
    const last = page.locator('#toc a').last();
    const hash = await last.getAttribute('href');
    await last.click();
    await expect.poll(() => page.locator('#toc').isVisible()).toBe(false);
    await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    expect(faults).toEqual([]);
  });

  it('lays neither menu nor contents out wrongly, in either theme', async () => {
    const { page } = await site.visit(SECTION, { width: 390 });
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const id of ['menu', 'toc']) {
        await page.click(`[popovertarget="${id}"]:visible`);
        found.push(...(await axeViolations(page, `#${id}`)));
        await page.keyboard.press('Escape');
      }
    }
    expect(found).toEqual([]);
  });

  it('sets the framework table without scrolling sideways at 320 px, its rows still rows', async () => {
    const { page } = await site.visit('/chapters/deep-learning/choosing-a-framework/', { width: 320 });
    await page.locator('.compare table').scrollIntoViewIfNeeded();
    await page.locator('.compare-controls').waitFor();
    const box = page.locator('.compare .table-scroll');
    expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    expect(await box.getByRole('row').count()).toBe(14);
    expect(await box.getByRole('row').nth(1).getByRole('cell').count()).toBe(3);
  });
});

describe('the contents in the margin', () => {
  it('mark one part after any jump, also at the end of the page', async () => {
    const { page } = await site.visit('/chapters/deep-learning/frameworks/', { width: 1440 });
    await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
    await expect.poll(() => current(page)).toHaveLength(1);
    const [middle] = await current(page);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await expect.poll(async () => (await current(page))[0]).not.toBe(middle);
    expect(await current(page)).toEqual([await page.locator('#toc a').last().textContent()]);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await expect.poll(() => current(page)).toEqual([]);
  });

  it('leave a window of middling width to a text in its middle', async () => {
    const { page } = await site.visit(SECTION, { width: 900 });
    const { left, right } = await page
      .locator('article')
      .evaluate((article) => article.getBoundingClientRect().toJSON());
    expect(Math.abs(left - (900 - right))).toBeLessThanOrEqual(1);
    expect(await page.locator('.toc-door button').isVisible()).toBe(true);
  });
});

describe('copying', () => {
  it('says so when the browser does not let it copy', async () => {
    const { page, context } = await site.visit(RUNNABLE);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await page.locator('.prose .heading-link').first().press('Enter');
    await page.locator('.said', { hasText: '没能复制' }).waitFor();
    await page.locator('.said:empty').waitFor({ state: 'attached' });
    await page.locator('[data-copy]').first().click();
    await page.locator('.said', { hasText: '没能复制' }).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).not.toBe('');
    await context.close();
  });

  it('copies code by a button and says so, also as edited; a heading’s link copies its address', async () => {
    const { page, context } = await site.visit(RUNNABLE);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const held = () => page.evaluate(() => navigator.clipboard.readText());
    const figure = page.locator('figure[data-run]').first();
    await figure.getByRole('button', { name: '复制' }).click();
    await expect.poll(() => page.getByRole('status').filter({ hasText: '已复制' }).count()).toBe(1);
    expect(await held()).toBe((await figure.locator('pre[data-code]').textContent())?.trimEnd());
    const heading = page.locator('.prose h2').first();
    const words = (await heading.textContent())?.trim() ?? '';
    await page.getByRole('link', { name: `链接到： ${words}`, exact: true }).click({ force: true });
    await expect.poll(held).toBe(`${site.url(RUNNABLE)}#${await heading.getAttribute('id')}`);
    await figure.locator('.run-start').click();
    await figure.locator('textarea').fill('edited');
    await figure.getByRole('button', { name: '复制' }).click();
    await expect.poll(held).toBe('edited');
  });
});

describe('a proof', () => {
  it('says so when its panel cannot be had, comes when it can, and stays over a closing', async () => {
    const proved = PAGES.find(({ inner, html }) => inner.startsWith('/questions/') && html.includes('data-proof'));
    const { page, context } = await site.visit(proved?.inner ?? '');
    const summary = page.locator('.proof > summary');
    await context.setOffline(true);
    await summary.click();
    await page.getByText('TensorFlow.js 没能加载').waitFor();
    await summary.click();
    await context.setOffline(false);
    await summary.click();
    await page.locator('.proof textarea').waitFor();
    const code = await page.locator('.proof textarea').inputValue();
    await summary.click();
    await summary.click();
    expect(await page.locator('.proof textarea').inputValue()).toBe(code);
    expect(await page.getByText('TensorFlow.js 没能加载').isVisible()).toBe(false);
  });
});

describe('without script', () => {
  it.each(['/questions/', '/glossary/'])('%s offers no filter that would do nothing', async (path) => {
    const { page } = await site.visit(path, { script: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
  });
});

describe('on paper', () => {
  it('prints in the light colours, whatever theme the screen has', async () => {
    const { page } = await site.visit(SECTION);
    const ink = () =>
      page.evaluate(() =>
        ['.page-turn a b', '.crumbs a', '.question-links a', '.guess > .label', '.prose p a', '.after .button'].map(
          (selector) => {
            const element = document.querySelector(selector);
            return element && getComputedStyle(element).color;
          },
        ),
      );
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const light = await ink();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await ink()).toEqual(light);
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    expect(await ink()).toEqual(light);
    await page.emulateMedia({ media: 'screen' });
    expect(await ink()).not.toEqual(light);
  });
});

describe('colours the system forces', () => {
  it('reach the course map in the dark, with the light theme chosen', async () => {
    const { page } = await site.visit('/');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'light';
    });
    const colours = () =>
      page.evaluate(() => {
        const of = (selector: string, property: 'color' | 'backgroundColor' | 'fill' | 'stroke'): string => {
          const element = document.querySelector(selector);
          return element === null ? selector : getComputedStyle(element)[property];
        };
        return {
          ink: of('body', 'color'),
          drawn: [
            of('.course-map .edge', 'stroke'),
            of('.course-map .node', 'stroke'),
            of('.course-map .label', 'fill'),
          ],
          paper: of('html', 'backgroundColor'),
          ground: of('.course-map a:not([data-read], [data-here]) .node', 'fill'),
        };
      });
    await expect.poll(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await expect
      .poll(async () => {
        const { ink, drawn, paper, ground } = await colours();
        return { seen: ink !== paper, inked: drawn.every((each) => each === ink), ground: ground === paper };
      })
      .toEqual({ seen: true, inked: true, ground: true });
  });
});

describe('the colour of the browser’s bar', () => {
  it('is that of the paper, as the system wishes or as the reader chose', async () => {
    const { page } = await site.visit('/', { theme: 'dark' });
    const bar = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(
            (meta) => matchMedia(meta.getAttribute('media') ?? 'all').matches,
          )?.content,
      );
    const [light, dark] = ['#faf7ef', '#111928'];
    await expect.poll(bar).toBe(dark);
    await page.click('[data-theme-switch]');
    await expect.poll(bar).toBe(light);
    await page.click('[data-theme-switch]');
    await expect.poll(bar).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(bar).toBe(dark);
    await page.click('[data-theme-switch]');
    await expect.poll(bar).toBe(light);
  });
});

describe('a wrong English address', () => {
  it('is answered in English all around', async () => {
    const { page } = await site.visit('/en/nothing/here/');
    await page.locator('html[lang="en"]').waitFor();
    expect(await page.locator('h1').allTextContents()).toEqual(['There is no such page']);
    expect(await page.locator('.site-header, .site-footer, .bottom-bar').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/章节|关于|练习/),
    );
    await page.click('[data-theme-switch]');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  });
});
