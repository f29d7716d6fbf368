/** A paper from its cover to the marked script, in a real browser: nothing a reader did is lost on the way. */

import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { faultsInLooks, looksOf } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';

const site = siteForTests();

/** Takes a paper of a kind with a seed and starts it. */
async function start(page: Page, blueprint: 'drill' | 'exam', seed: string): Promise<void> {
  await page.fill('#seed', seed);
  await page.click(`a[href*="b-${blueprint}-deep-learning.${seed}"]`);
  await page.click('.cover-start button');
  await page.waitForSelector('.paper-question');
}

const position = (page: Page): Promise<string> => page.locator('.question-number').innerText();
const rows = (page: Page): Promise<string[]> => page.locator('.answer-text').allInnerTexts();
const ticked = (page: Page): Promise<number[]> =>
  page
    .locator('.answer-row input')
    .evaluateAll((inputs) => inputs.flatMap((input, i) => (input.matches(':checked') ? [i] : [])));
const isFocused = (page: Page, selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();
const turn = (page: Page): Promise<void> => page.locator('.desk-turn button').last().click();

/** Answers the question in view in some way. */
async function answer(page: Page, place: number): Promise<void> {
  const number = page.locator('.number-field input');
  if ((await number.count()) > 0) await number.fill('0.25');
  else await page.locator('.answer-row').nth(place).click();
}

describe('a mock paper', () => {
  it('is sat across a reload and a change of language, handed in and marked, without losing a step', async () => {
    const { page, faults } = await site.visit('/exam/');
    await start(page, 'exam', 'browser-test');
    expect(await page.locator('.question-map li').count()).toBe(20);
    await answer(page, 1);
    await page.click('.flag-button');
    await turn(page);
    await answer(page, 2);
    const [second, chosen] = [await rows(page), await ticked(page)];
    expect(chosen).toEqual([2]);

    await page.reload();
    await page.waitForSelector('.paper-question');
    expect(await position(page)).toBe('第 2 题');
    expect([await rows(page), await ticked(page)]).toEqual([second, chosen]);
    expect(await page.locator('.question-map .is-answered').count()).toBe(2);
    expect(await page.locator('.question-map .is-flagged').getAttribute('aria-label')).toBe('第 1 题、已答、已标记');
    expect(await page.locator('.clock-face').innerText()).toMatch(/^(40:00|39:\d\d)$/);

    await page.click('[data-language-switch]');
    await page.waitForURL(/\/en\/exam\/run\//);
    await page.waitForSelector('.paper-question');
    expect(await position(page)).toBe('Question 2');
    expect(await ticked(page)).toEqual(chosen);
    await expect.poll(() => page.locator('.desk-tools').getByRole('button', { name: 'Pause' }).isEnabled()).toBe(true);

    for (let index = 2; index < 20; index++) {
      await turn(page);
      await answer(page, index % 3);
    }
    // Nothing is revealed before the paper is handed in.
    expect(await page.locator('.marked-rows, .verdict-mark, .check-line').count()).toBe(0);
    await page.click('.submit-button');
    await page.getByRole('dialog').getByText('Still flagged: 1').waitFor();
    await page.getByRole('button', { name: 'Hand it in' }).click();
    await page.waitForURL(/\/en\/exam\/report\/#[a-z0-9]{16}$/);
    await page.waitForSelector('.exam-report');
    expect(await page.locator('.reviewed').count()).toBe(20);
    expect(await page.locator('.report-mark').innerText()).toMatch(/passed/);

    // The marks in the margin add up to the mark at the top: 20 questions, 5 points each.
    const right = await page.locator('.reviewed .verdict-right').count();
    expect(await page.locator('.report-mark b').innerText()).toBe(String(right * 5));
    const reviewed = page.locator('#q2');
    expect(await reviewed.locator('.marked-text > span').allInnerTexts()).toHaveLength(second.length);
    expect(await reviewed.locator('.marked-row').nth(2).getAttribute('class')).toContain('is-chosen');
    expect(await page.locator('.marked-why').count()).toBe(await page.locator('.marked-row').count());
    expect(await page.locator('.section-results a').first().getAttribute('href')).toMatch(
      /\/en\/chapters\/deep-learning\//,
    );
    expect(faults).toEqual([]);
  });

  it('M03: keeps an answer whose tab is closed right after the click', async () => {
    const { page, context } = await site.visit('/exam/');
    await start(page, 'exam', 'killed-tab');
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('.answer-row input')[1]?.click());
    const address = page.url();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.waitForSelector('.paper-question');
    expect(await ticked(again)).toEqual([1]);
  });

  it('gives everyone with the same link the same paper, and lets one tab write at a time', async () => {
    const one = await site.visit('/exam/');
    await start(one.page, 'exam', 'same-paper');
    const link = one.page.url();
    const two = await site.visit('/exam/');
    await two.page.goto(link);
    await two.page.waitForSelector('.exam-cover');
    const fingerprint = await two.page.locator('.paper-identity code').last().innerText();
    expect(fingerprint).toMatch(/^\d{8}$/);
    expect(await one.page.locator('.desk-identity code').innerText()).toBe(fingerprint);

    const other = await one.context.newPage();
    await other.goto(link);
    await other.getByRole('button', { name: '在此继续' }).click();
    await other.locator('.answer-row').first().click();
    expect(await ticked(other)).toEqual([0]);
    await one.page.getByText('正在另一个标签页里答').waitFor();
    expect(await one.page.locator('.answer-row input').first().isDisabled()).toBe(true);
  });

  it('can be read through in the tab that may only read, and nothing of that reaches the other', async () => {
    const one = await site.visit('/exam/');
    await start(one.page, 'exam', 'read-only');
    const two = await one.context.newPage();
    await two.goto(one.page.url());
    await two.getByRole('button', { name: '在此继续' }).click();
    await two.getByText('正在另一个标签页里答').waitFor({ state: 'detached' });
    await answer(two, 0);
    await one.page.getByText('正在另一个标签页里答').waitFor();
    await one.page.bringToFront();
    await turn(one.page);
    await expect.poll(() => position(one.page)).toBe('第 2 题');
    await one.page.keyboard.press('ArrowRight');
    await expect.poll(() => position(one.page)).toBe('第 3 题');
    await one.page.locator('.question-map .square').nth(4).click();
    await expect.poll(() => position(one.page)).toBe('第 5 题');
    await one.page.getByRole('button', { name: '收起时钟' }).click();
    await one.page.getByRole('button', { name: '显示时钟' }).waitFor();
    // It looks again when it is looked at, and stays where it was turned to.
    await one.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect
      .poll(() => one.page.locator('.question-map .square').first().getAttribute('class'))
      .toContain('is-answered');
    expect(await position(one.page)).toBe('第 5 题');
    for (const locked of ['.flag-button', '.submit-button', '.answer-row input, .number-field input'])
      expect(await one.page.locator(locked).first().isDisabled(), locked).toBe(true);
    expect(await position(two)).toBe('第 1 题');
    await two.reload();
    await two.waitForSelector('.paper-question');
    expect(await position(two)).toBe('第 1 题');
  });

  it('leads the tab that may only read to the report once the other has handed in', async () => {
    const one = await site.visit('/exam/');
    await start(one.page, 'exam', 'two-tabs');
    const two = await one.context.newPage();
    await two.goto(one.page.url());
    await two.getByRole('button', { name: '在此继续' }).click();
    await one.page.getByText('正在另一个标签页里答').waitFor();
    await two.click('.submit-button');
    await two.getByRole('button', { name: '交卷', exact: true }).click();
    await two.waitForSelector('.exam-report');
    await one.page.bringToFront();
    await one.page.evaluate(() => dispatchEvent(new Event('focus')));
    await one.page.waitForSelector('.exam-report');
    expect(await one.page.getByText('正在另一个标签页里答').count()).toBe(0);
  });

  it('shows nothing that leads to the answers, and keeps its address when the skip link is used', async () => {
    const { page } = await site.visit('/exam/');
    await start(page, 'exam', 'nothing-else');
    const address = page.url();
    const others = page.locator('.site-nav, .site-footer, .bottom-bar, .tools [data-search-open]');
    expect(await others.evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(page.url()).toBe(address);
    expect(await page.locator('.paper-question').count()).toBe(1);
  });

  it('can be sat by keyboard alone', async () => {
    const { page } = await site.visit('/en/exam/');
    await start(page, 'exam', 'keys-only');
    // The keys come to life a moment after the question stands.
    await expect
      .poll(async () => {
        if ((await ticked(page)).length === 0) await page.keyboard.press('b');
        return ticked(page);
      })
      .toEqual([1]);
    await page.keyboard.press('f');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => position(page)).toBe('Question 2');
    await page.keyboard.press('3');
    await expect.poll(() => ticked(page)).toEqual([2]);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('.flag-button').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys and time' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.square[aria-current]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe('Question 20');
    // M12: how many to choose stands in the group's accessible name.
    const name = await page.getByRole('group', { name: /multiple answer · choose \d/ }).count();
    expect(name).toBe(1);
  });

  it('gives the focus back to where a dialog was opened from, also when a button of the dialog closes it', async () => {
    const { page } = await site.visit('/en/exam/');
    await start(page, 'exam', 'focus');
    const opener = page.getByRole('button', { name: 'Keys and time' });
    await opener.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('.exam-dialog').waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    const submit = page.locator('.submit-button');
    for (let time = 0; time < 2; time++) {
      await submit.click();
      await page.getByRole('button', { name: 'Keep working' }).click();
      await page.locator('.exam-dialog').waitFor({ state: 'detached' });
      expect(await submit.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    expect(await position(page)).toBe('Question 1');
  });

  it('takes the focus along where the button that had it goes: start, pause, going on, taking over', async () => {
    const { page, context } = await site.visit('/en/exam/');
    await page.fill('#seed', 'refuge');
    await page.click('a[href*="b-exam-deep-learning.refuge"]');
    await page.locator('.cover-start button').press('Enter');
    await isFocused(page, '.question-head h2');
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    await isFocused(page, '.paused button');
    await page.keyboard.press('Enter');
    await isFocused(page, '.question-head h2');
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Continue here' }).press('Enter');
    await isFocused(other, '.question-head h2');
  });

  it('takes the focus along when the reader has said whether a sleep counts', async () => {
    const { page, context } = await site.visit('/en/about/');
    await context.clock.install({ time: new Date('2026-03-02T09:00:00') });
    await page.goto(site.url('/en/exam/'));
    await start(page, 'exam', 'slept');
    await context.clock.setSystemTime(new Date('2026-03-02T09:10:00'));
    await page.locator('.exam-notice button').last().press('Enter');
    await isFocused(page, '.question-head h2');
    await expect.poll(() => page.locator('.exam-notice').count()).toBe(0);
  });

  it('hides the question while paused, also after a reload, and the clock stands still', async () => {
    const { page } = await site.visit('/en/exam/');
    await start(page, 'exam', 'paused');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.reload();
    await page.getByText('Paused. The question is put away.').waitFor();
    expect(await page.locator('.stem').count()).toBe(0);
    const before = await page.locator('.clock-face').innerText();
    await page.waitForTimeout(1600);
    expect(await page.locator('.clock-face').innerText()).toBe(before);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForSelector('.stem');
  });
});

describe('a drill', () => {
  it('checks at once, counts the first check, and shows a reason for every option', async () => {
    const { page, faults } = await site.visit('/en/exam/');
    await start(page, 'drill', 'drill-test');
    expect(await page.locator('.question-map li').count()).toBe(15);
    for (let index = 0; index < 15; index++) {
      expect(await page.getByRole('button', { name: 'Check the answer' }).isDisabled()).toBe(true);
      if ((await page.locator('.number-field').count()) > 0) {
        expect(await page.locator('.number-echo').innerText()).toMatch(/^You can write 0\.5.*\.$/);
        await page.locator('.number-field input').fill('half');
        expect(await page.getByRole('button', { name: 'Check the answer' }).isDisabled()).toBe(true);
        await page.locator('.number-field input').fill('5e-1');
        expect(await page.locator('.number-echo').innerText()).toBe('read as 0.5');
        await page.locator('.number-field input').press('Enter');
      } else {
        await answer(page, 0);
        await page.getByRole('button', { name: 'Check the answer' }).click();
      }
      expect(await page.locator('.answer-row, .number-field').count()).toBe(0);
      expect(await page.locator('.marked-why').count()).toBe(await page.locator('.marked-row').count());
      if (index < 14) await turn(page);
    }
    const signs = page.locator('.square .sign');
    expect(await signs.count()).toBe(15);
    await page.reload();
    await page.waitForSelector('.paper-question');
    expect(await signs.count()).toBe(15);
    await page.getByRole('button', { name: 'Finish the drill' }).click();
    await page.getByRole('button', { name: 'Hand it in' }).click();
    await page.waitForSelector('.exam-report');
    expect(await page.locator('.reviewed').count()).toBe(15);
    expect(faults).toEqual([]);
  });
});

describe('without network', () => {
  it.each([true, false])('a paper is handed in and marked on the spot; storage: %s', async (storage) => {
    const { page, context } = await site.visit('/about/');
    if (!storage)
      await page.addInitScript(() => {
        for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(globalThis, name, { value: undefined });
      });
    await page.goto(site.url('/exam/'));
    await start(page, 'exam', 'offline');
    await answer(page, 0);
    await context.setOffline(true);
    await page.click('.submit-button');
    await page.getByRole('button', { name: '交卷', exact: true }).click();
    await page.waitForSelector('.exam-report');
    expect(await page.locator('.reviewed').count()).toBe(20);
    expect(await page.locator('.marked-why').count()).toBeGreaterThan(60);
    await expect.poll(() => page.locator('.exam-report h1:focus').count()).toBe(1);
    await context.setOffline(false);
    if (!storage) return;
    await expect.poll(() => page.url()).toMatch(/\/exam\/report\/#[a-z0-9]{16}$/);
    await page.click('[data-language-switch]');
    await page.waitForURL(/\/en\/exam\/report\/#[a-z0-9]{16}$/);
    await page.waitForSelector('.exam-report');
    await page.reload();
    await page.waitForSelector('.exam-report');
  });
});

describe('a class', () => {
  it.each([
    ['打印卷子', '.printed-paper:not(.printed-key)'],
    ['打印答案与解析', '.printed-key'],
  ])('%s from the cover, with seed and full address, and no clock starts', async (button, sheet) => {
    const { page } = await site.visit('/about/');
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.goto(site.url('/exam/'));
    await page.fill('#seed', 'class3-week5');
    await page.click('a[href*="b-exam-deep-learning.class3-week5"]');
    await page.getByText('打印这份卷子').click();
    await page.getByRole('button', { name: button }).click();
    await page.locator('html[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator(sheet);
    const text = await printed.innerText();
    expect(text).toContain('卷号 class3-week5');
    expect(text).toContain(page.url());
    expect(await printed.locator('> ol > li').count()).toBe(20);
    const keyed = button === '打印答案与解析';
    expect(text.includes('姓名')).toBe(!keyed);
    expect((await printed.locator('.tag-key').count()) >= 20).toBe(keyed);
    expect(await page.locator('.cover-start').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(site.url('/exam/'));
    // A paper begun now is the only one in the list: the printed one never was.
    await start(page, 'exam', 'begun-after');
    await page.goto(site.url('/exam/'));
    await page.locator('.past-attempts li').first().waitFor();
    expect(await page.locator('.past-attempts li').count()).toBe(1);
  });
});

describe('the address of a paper', () => {
  it('is copied at a press, and where the browser forbids that it says so and is selected', async () => {
    const { page } = await site.visit('/about/');
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) =>
            asked.push(text) === 1 ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError')),
        },
      });
    });
    await page.goto(site.url('/exam/'));
    await page.fill('#seed', 'copied');
    await page.click('a[href*="b-exam-deep-learning.copied"]');
    const copy = page.locator('.copy-link button');
    await copy.click();
    await page.locator('.copy-link').getByText('已复制').waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([page.url()]);
    await copy.click();
    await page.getByText('没能复制。地址已经选中').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
  });
});

describe('the way back', () => {
  it('of a paper whose time ran out while it was closed leads to its marking, dated by its deadline', async () => {
    const { page, context } = await site.visit('/about/');
    await context.clock.install({ time: new Date('2026-03-02T09:00:00') });
    await page.goto(site.url('/exam/'));
    await start(page, 'exam', 'run-out');
    await answer(page, 0);
    await page.goto(site.url('/about/'));
    await context.clock.setSystemTime(new Date('2026-03-03T20:00:00'));
    await page.goto(site.url('/exam/'));
    await page.getByRole('link', { name: /时间已到，看批改/ }).click();
    await page.waitForSelector('.exam-report');
    expect(await page.locator('.report-head').innerText()).toMatch(/2026年3月2日[^\n]*9:4\d[\s\S]*时间到/);
  });

  it('leads from the start page to an open paper, and to a finished one', async () => {
    const { page } = await site.visit('/exam/');
    await start(page, 'exam', 'left-open');
    await answer(page, 0);
    await page.goto(site.url('/'));
    await page.getByText('还有一份没做完').waitFor();
    await page.goto(site.url('/exam/'));
    await page.getByRole('link', { name: /继续/ }).click();
    await page.waitForSelector('.paper-question');
    expect(await ticked(page)).toEqual([0]);
    await page.click('.submit-button');
    await page.getByText('还有 19 题没答：').waitFor();
    await page.getByRole('button', { name: '交卷', exact: true }).click();
    await page.waitForSelector('.exam-report');
    await page.goto(site.url('/exam/'));
    await page.locator('.past-attempts a').click();
    await page.waitForSelector('.exam-report');
    expect(await page.locator('.verdict-blank').count()).toBe(19);
    await page.goto(site.url('/'));
    expect(await page.getByText('还有一份没做完').isVisible()).toBe(false);
  });

  it('says on the home page that a paper is open for as long as one is', async () => {
    const { page } = await site.visit('/exam/');
    page.on('dialog', (dialog) => void dialog.accept());
    const isOpen = async (): Promise<boolean> => {
      await page.goto(site.url('/'));
      return page.getByText('还有一份没做完').isVisible();
    };
    for (const seed of ['first', 'second', 'third']) {
      await page.goto(site.url('/exam/'));
      await start(page, 'exam', seed);
    }
    await page.click('.submit-button');
    await page.getByRole('button', { name: '交卷', exact: true }).click();
    await page.waitForSelector('.exam-report');
    expect(await isOpen()).toBe(true);
    for (const [path, left] of [
      ['/exam/', 1],
      ['/exam/report/', 0],
    ] as const) {
      await page.goto(site.url(path));
      const open = page.locator('.past-attempts').filter({ hasText: '接着做' }).locator('li');
      await open.first().getByRole('button', { name: '删除' }).click();
      await expect.poll(() => open.count()).toBe(left);
      await isFocused(page, left > 0 ? '.past-open h2' : '.past-finished h2');
      expect(await isOpen()).toBe(left > 0);
    }
  });

  it('says which steps could not be read, and keeps them until the reader deletes them', async () => {
    const { page, faults } = await site.visit('/exam/');
    await start(page, 'exam', 'torn-step');
    await answer(page, 1);
    const address = page.url();
    await turn(page);
    await answer(page, 0);
    const chosen = await ticked(page);
    const damage = (store: 'attempts' | 'journal', place: number): Promise<void> =>
      page.evaluate(
        ([name, index]) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('aca-exam', 1);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(name, 'readwrite');
              const objects = transaction.objectStore(name);
              objects.getAllKeys().onsuccess = (event) => {
                const keys: IDBValidKey[] = (event.target as IDBRequest).result;
                const key = keys[index];
                if (key === undefined) {
                  reject(new Error(`${name} has ${keys.length} records`));
                  return;
                }
                objects.get(key).onsuccess = (found) =>
                  objects.put({ ...(found.target as IDBRequest).result, sum: 'no' }, key);
              };
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
        [store, place] as const,
      );
    // Start, answer, next, answer: the first answer goes, the second is still there.
    await page.goto(site.url('/about/'));
    await damage('journal', 1);
    await page.goto(address);
    const notice = page.getByText('有 1 步记录读不出来');
    await notice.waitFor();
    expect(await position(page)).toBe('第 2 题');
    expect(await ticked(page)).toEqual(chosen);
    expect(await page.locator('.question-map .is-answered').count()).toBe(1);
    // A reload does not make it forgotten.
    await page.reload();
    await notice.waitFor();

    // The paper itself goes too: its address says so, and what is left is one more row, however often somebody looks.
    await page.goto(site.url('/about/'));
    await damage('attempts', 0);
    await page.goto(address);
    await page.locator('.exam-cover').getByText('读不出来了').waitFor();
    await page.goto(site.url('/exam/'));
    const kept = page.locator('.past-attempts').filter({ hasText: '读不出来的答卷和记录' }).locator('li');
    await expect.poll(() => kept.count()).toBe(2);
    await page.reload();
    await expect.poll(() => kept.count()).toBe(2);
    const downloading = page.waitForEvent('download');
    await kept.first().getByRole('link', { name: '下载原始数据' }).click();
    expect((await downloading).suggestedFilename()).toBe('attempt.json');
    page.on('dialog', (dialog) => void dialog.accept());
    await kept.last().getByRole('button', { name: '删除' }).click();
    await expect.poll(() => kept.count()).toBe(1);
    await kept.first().getByRole('button', { name: '删除' }).click();
    await expect.poll(() => kept.count()).toBe(0);
    expect(await page.locator('.past-attempts').count()).toBe(0);
    await isFocused(page, 'h1');
    expect(faults).toEqual([]);
  });

  it.each([
    ['', '没有说是哪份卷子'],
    ['#1.nonsense', '题库编号'],
    ['#1.0123456789ab.b-exam-deep-learning.x.1', '0123456789ab 已经不在本站'],
  ])('says what is wrong with the address /exam/run/%s and what still works', async (hash, text) => {
    const { page } = await site.visit(`/exam/run/${hash}`);
    await page.getByRole('alert').getByText(text).waitFor();
    expect(await page.getByRole('link', { name: '回到选卷页' }).count()).toBe(1);
  });

  it.each([
    ['', '已经不在本站', /今天的题库/],
    ['/en', 'is no longer on this site', /today’s bank/],
  ])('offers today’s bank where a link’s bank is gone: %s/exam/run/', async (language, text, way) => {
    const { page } = await site.visit(`${language}/exam/run/#1.0123456789ab.b-exam-deep-learning.x.1`);
    await page.getByRole('alert').getByText(text).waitFor();
    await page.getByRole('link', { name: way }).click();
    await page.waitForSelector('.exam-cover');
    expect(page.url()).toMatch(/#1\.[0-9a-f]{12}\.b-exam-deep-learning\.x\.1$/);
  });

  it('says so for as long as nothing can be stored, and the paper can still be sat', async () => {
    const { page } = await site.visit('/about/');
    await page.addInitScript(() => {
      const denied = (): DOMException => new DOMException('denied', 'SecurityError');
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw denied();
        },
      });
      // With site data blocked the browser has locks, and refuses every one.
      Object.defineProperty(LockManager.prototype, 'request', { value: () => Promise.reject(denied()) });
    });
    await page.goto(site.url('/exam/'));
    await start(page, 'exam', 'no-storage');
    await answer(page, 0);
    await expect.poll(() => page.locator('.question-map .is-answered').count()).toBe(1);
    expect(await page.getByText('正在另一个标签页里答').count()).toBe(0);
    await page.getByText('这个浏览器不让网页保存数据').waitFor();
    await page.click('.submit-button');
    await page.getByRole('button', { name: '交卷', exact: true }).click();
    await page.waitForSelector('.exam-report');
    // The report stands at the paper's own address here, and still the paper can be sat again.
    await page.getByRole('link', { name: '再做这份卷子' }).click();
    await page.waitForSelector('.exam-cover');
    await page.click('.cover-start button');
    await page.waitForSelector('.paper-question');
    expect(await ticked(page)).toEqual([]);
  });

  it('keeps a paper number typed before the script of the page has loaded', async () => {
    const { page } = await site.visit('/about/');
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.goto(site.url('/exam/'), { waitUntil: 'commit' });
    await page.fill('#seed', 'early');
    await page.locator('a[href*=".early."]').first().waitFor();
    expect(await page.inputValue('#seed')).toBe('early');
  });

  it('says that a paper number without letters or digits cannot be used, and leads to the one it proposed', async () => {
    const { page } = await site.visit('/exam/');
    await page.locator('a[href*="b-exam-deep-learning"]').waitFor();
    const proposed = await page.inputValue('#seed');
    expect(proposed).toMatch(/^[a-z0-9]{6}$/);
    await page.fill('#seed', '三班第五周');
    await page.getByText(`改好之前先用 ${proposed}`).waitFor();
    expect(await page.locator('#seed').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator(`a[href*="b-exam-deep-learning.${proposed}.1"]`).count()).toBe(1);
    await page.fill('#seed', '三班 week5');
    await page.locator('a[href*="b-exam-deep-learning.week5.1"]').waitFor();
    await page.getByText('将用作 week5').waitFor();
  });

  it('is not blank where the script of a paper or a report does not arrive', async () => {
    const { page } = await site.visit('/about/');
    await page.route('**/*.js', (route) => route.abort());
    for (const [path, title] of [
      ['/exam/run/', '答题'],
      ['/exam/report/', '答卷与批改'],
    ] as const) {
      await page.goto(site.url(path));
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText('重新加载这一页').waitFor();
      await page.locator('main').getByRole('link', { name: '回到选卷页' }).waitFor();
    }
  });

  it('explains itself without script, with links to sections and questions', async () => {
    const { page } = await site.visit('/exam/', { script: false });
    expect(await page.locator('.no-script li a').count()).toBe(41);
    await page.locator('.no-script').getByText('不开脚本也能练').waitFor();
    expect(await page.locator('#seed').isVisible()).toBe(false);
  });
});

describe('axe and width', () => {
  it.each(['/exam/', '/en/exam/'])(
    'find nothing wrong from %s to the report, in either theme, at 320 px and on a desktop',
    async (path) => {
      const { page, context } = await site.visit(path);
      const check = async (name: string): Promise<void> => {
        expect(await faultsInLooks(page, looksOf(path)), name).toEqual([]);
      };
      await page.fill('#seed', 'axe');
      await page.click('a[href*="b-drill-deep-learning.axe"]');
      await page.waitForSelector('.exam-cover');
      await check('cover');
      await page.click('.cover-start button');
      await page.waitForSelector('.paper-question');
      await answer(page, 0);
      await page.click('.flag-button');
      await check('question');
      await page.click('.check-line button');
      await check('checked question');
      await page.click('.submit-button');
      await page.waitForSelector('dialog[open]');
      await check('submission');
      await page.locator('.exam-dialog .primary').click();
      await page.waitForSelector('.exam-report');
      await check('report');
      await context.close();
    },
  );

  it.each(['/exam/', '/en/exam/'])(
    'find nothing wrong from %s on a mock paper: as it is sat, paused, and in a tab that only reads',
    async (path) => {
      const { page, context } = await site.visit(path);
      const check = async (name: string): Promise<void> => {
        expect(await faultsInLooks(page, looksOf(path)), name).toEqual([]);
      };
      await start(page, 'exam', 'axe');
      await answer(page, 0);
      await check('desk');
      await page.locator('.desk-tools button').first().click();
      await page.locator('.paused').waitFor();
      await check('paused');
      await page.locator('.paused button').click();
      await page.waitForSelector('.paper-question');
      const other = await context.newPage();
      await other.goto(page.url());
      await other.locator('.exam-desk [role="alert"] button').click();
      await page.bringToFront();
      await page.locator('.exam-desk [role="alert"]').waitFor();
      await check('only read');
      await context.close();
    },
  );

  it.each(['/exam/', '/en/exam/'])('find nothing wrong from %s on a question that asks for a number', async (path) => {
    const { page, context } = await site.visit(path);
    const check = async (name: string): Promise<void> => {
      expect(await faultsInLooks(page, looksOf(path)), name).toEqual([]);
    };
    await start(page, 'drill', 'axe-number');
    // One of a drill's 15 questions asks for a number.
    const number = page.locator('.number-field input');
    for (let index = 1; index < 15 && (await number.count()) === 0; index++) await turn(page);
    await number.fill('half');
    await page.locator('.number-field [aria-invalid="true"]').waitFor();
    await check('not readable');
    await number.fill('5e-1');
    await page.locator('.number-echo').getByText('0.5').waitFor();
    await check('readable');
    await context.close();
  });
});
