import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { faultsInLooks, LOOKS } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';

const SECTION = '/chapters/deep-learning/what-is-deep-learning/';
const FIELD = '.search-panel input[type="search"]';
const site = siteForTests();

async function open(page: Page, key = '/'): Promise<void> {
  await page.keyboard.press(key);
  await page.locator(`dialog[open] ${FIELD}`).waitFor();
}

/** Types a query and waits for what it led to, results or a sentence; what an earlier query led to goes first. */
async function ask(page: Page, query: string): Promise<void> {
  const answer = page.locator('[data-result], [data-search-empty]');
  await page.locator(FIELD).fill('');
  await expect.poll(() => answer.count()).toBe(0);
  await page.locator(FIELD).fill(query);
  await answer.first().waitFor();
}

describe('search', () => {
  it('fetches nothing before its first use, then the dialog, then Pagefind with the first query', async () => {
    const { page, requests, faults } = await site.visit(SECTION);
    await page.waitForTimeout(200);
    expect(requests.filter((path) => /search|pagefind/i.test(path))).toEqual([]);
    await open(page);
    expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await ask(page, '激活函数');
    expect(requests).toContain('/pagefind/dictionary.zh-CN.json');
    expect(faults).toEqual([]);
  });

  it('goes from key to page by keyboard alone', async () => {
    const { page } = await site.visit(SECTION);
    await open(page, 'Control+k');
    await page.keyboard.type('sigmoid');
    await page.locator('[data-result="section"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator(`${FIELD}:focus`).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/chapters/deep-learning/sigmoid/**');
  });

  it('closes with Escape, gives the focus back, and still has the query when opened again', async () => {
    const { page } = await site.visit(SECTION);
    await page.locator('.tools [data-search-open]').focus();
    await open(page, 'Enter');
    await ask(page, '梯度消失');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.locator('.tools [data-search-open]:focus').count()).toBe(1);
    await open(page);
    expect(await page.locator(FIELD).inputValue()).toBe('梯度消失');
  });

  it('leaves a slash to whoever is typing', async () => {
    const { page } = await site.visit('/glossary/');
    await page.locator('[data-filter-text]').focus();
    await page.keyboard.type('m/p');
    expect(await page.locator('[data-filter-text]').inputValue()).toBe('m/p');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('says what it put right, and goes back when asked', async () => {
    const { page } = await site.visit(SECTION);
    await open(page);
    await ask(page, '激活涵数');
    const notice = page.locator('dialog [role="status"]').filter({ hasText: '已改为搜索“激活函数”' });
    await notice.waitFor();
    await page.getByRole('button', { name: '改回“激活涵数”' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await page.locator(FIELD).inputValue()).toBe('激活涵数');
  });

  it('says that nothing was found, and suggests', async () => {
    const { page } = await site.visit(`/en${SECTION}`);
    await open(page);
    await ask(page, 'asdfghjkl');
    expect(await page.locator('dialog [role="status"]').innerText()).toContain('Nothing on “asdfghjkl”');
    expect(await page.locator('[data-result]').count()).toBe(0);
    await page.locator(FIELD).fill('the of and');
    await page.getByText('“the of and” holds no word to look for').waitFor();
  });

  it('announces counts, narrows to a kind and a chapter, and widens again', async () => {
    const { page } = await site.visit('/search/?q=%E5%81%8F%E7%BD%AE');
    await page.locator('[data-result="section"]').first().waitFor();
    expect(await page.getByRole('main').getByRole('status').innerText()).toMatch(/章节 \d+，题目 \d+，术语 \d+/);
    await page.getByRole('radio', { name: /题目/ }).check();
    await page.locator('[data-result="section"]').first().waitFor({ state: 'detached' });
    expect(await page.locator('[data-result="question"]').count()).toBeGreaterThan(4);
    await expect.poll(() => new URL(page.url()).search).toBe('?q=%E5%81%8F%E7%BD%AE&kind=question');
    await page.locator('select').selectOption('deep-learning');
    await expect.poll(() => new URL(page.url()).searchParams.get('chapter')).toBe('deep-learning');
  });

  it('reads query and kind from the address', async () => {
    const { page, faults } = await site.visit('/en/search/?q=sigmod&kind=term');
    await page.locator('[data-result="term"]').first().waitFor();
    expect(await page.locator(FIELD).inputValue()).toBe('sigmod');
    expect(await page.locator('[data-result="section"]').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('says so when the index cannot be fetched, and works once it can', async () => {
    const { page, context } = await site.visit(SECTION);
    await open(page);
    await context.setOffline(true);
    await page.locator(FIELD).fill('激活函数');
    const retry = page.getByRole('button', { name: '再试一次' });
    await retry.waitFor();
    expect(await page.locator('dialog [role="status"]').innerText()).toContain('没有取到搜索索引');
    await context.setOffline(false);
    await retry.click();
    await page.locator('[data-result]').first().waitFor();
  });

  it('says so when a part of the index does not arrive in between, and finds the word once it can', async () => {
    const { page, context } = await site.visit(SECTION);
    await open(page);
    await ask(page, '激活函数');
    await context.setOffline(true);
    await page.locator(FIELD).fill('长短期记忆');
    const retry = page.getByRole('button', { name: '再试一次' });
    await retry.waitFor();
    expect(await page.locator('dialog [role="status"]').innerText()).toContain('没有取到搜索索引');
    await context.setOffline(false);
    await retry.click();
    await page.locator(`${FIELD}:focus`).waitFor();
    await page.locator('[data-result="section"]', { hasText: 'LSTM' }).first().waitFor();
    expect(await page.locator(FIELD).inputValue()).toBe('长短期记忆');
    await context.close();
  });

  it('keeps the focus inside when the button that was pressed is gone', async () => {
    const { page, context } = await site.visit('/search/?q=%E5%81%8F%E7%BD%AE');
    const links = page.locator('[data-result="question"]');
    await links.first().waitFor();
    const before = await links.count();
    await page.getByRole('region', { name: '题目', exact: true }).getByRole('button').press('Enter');
    const isFocused = (link: Element): boolean => link === document.activeElement;
    await expect.poll(async () => (await links.count()) > before && links.nth(before).evaluate(isFocused)).toBe(true);
    await page.locator('select').selectOption('gan');
    await page.getByRole('radio', { name: /术语/ }).check();
    await page.getByRole('button', { name: '看全部结果' }).press('Enter');
    await page.locator(`${FIELD}:focus`).waitFor();
    await page.locator('[data-result="section"]').first().waitFor();
    await context.close();
  });

  it('stays on the page when it cannot be fetched, says so, and opens once it can', async () => {
    const { page, context } = await site.visit(SECTION);
    await context.setOffline(true);
    await page.keyboard.press('/');
    const notice = page.getByRole('dialog', { name: /没有取到搜索索引/ });
    await notice.waitFor();
    await notice.getByRole('button', { name: '关闭' }).click();
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    await notice.waitFor();
    await context.setOffline(false);
    await notice.getByRole('button', { name: '再试一次' }).click();
    await page.locator(FIELD).waitFor();
  });

  it('does not search for the letters of an unfinished syllable', async () => {
    const { page, context } = await site.visit(SECTION);
    await open(page);
    const keys = await context.newCDPSession(page);
    for (const text of ['j', 'ji', 'ji h', 'ji huo']) {
      await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(250);
      expect(await page.locator('.search-results [data-result], [data-search-empty]').count()).toBe(0);
    }
    await keys.send('Input.insertText', { text: '激活' });
    await page.locator('[data-result="section"]').first().waitFor();
    expect(await page.locator(FIELD).inputValue()).toBe('激活');
    expect(await page.locator('[data-result="section"] b').first().innerText()).toBe('激活函数');
    const chapters = page.locator('.search-chapter option');
    expect((await chapters.allInnerTexts()).slice(1, 3)).toEqual(['深度学习概述', '多层感知机']);
  });

  it('opens from the bottom bar of a phone and fits', async () => {
    const { page } = await site.visit(SECTION, { width: 320, height: 640, touch: true });
    await page.locator('.bottom-bar [data-search-open]').tap();
    await page.locator(`dialog[open] ${FIELD}`).waitFor();
    await ask(page, '激活涵数');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const small = await page
      .locator('dialog :is(button, select, a, fieldset label)')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.textContent),
      );
    expect(small).toEqual([]);
  });

  it('leaves ways to find things without script', async () => {
    const { page } = await site.visit('/search/', { script: false });
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(FIELD).isVisible()).toBe(false);
  });

  it('has no axe violation in either theme, at 320 px and on a desktop, empty, with results, with nothing', async () => {
    const { page, context } = await site.visit(SECTION);
    await open(page);
    for (const query of ['', '激活涵数', '红烧肉怎么做']) {
      if (query !== '') await ask(page, query);
      expect(await page.locator('[data-search-empty]').count(), query).toBe(query === '红烧肉怎么做' ? 1 : 0);
      expect(await faultsInLooks(page, LOOKS, 'dialog'), query).toEqual([]);
    }
    await context.close();
  });
});
