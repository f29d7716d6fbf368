import { describe, expect, it } from 'vitest';
import { siteForTests } from './site-for-tests.ts';
import {
  expectFitForThumbs,
  expectSameWhenLive,
  hashOf,
  isTensor,
  live,
  runProgram,
  says,
  shown,
  tabTo,
} from './widget-page.ts';

const site = siteForTests();

const PATH = '/lab/convolution/';

describe('the convolution widget', () => {
  it('loads nothing of TensorFlow.js before the reader comes to it, and shows the same text after', async () => {
    const { page, requests, faults, context } = await site.visit(PATH);
    await page.waitForTimeout(800);
    expect(requests.filter(isTensor)).toEqual([]);
    await expectSameWhenLive(page, page.locator('.stage data'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('computes cell by cell by keyboard alone: n forward and n back give the same text', async () => {
    const { page, faults, context } = await site.visit(PATH, { reducedMotion: true });
    await live(page);
    await says(page).toContain('第 1 行第 1 列：9 个乘积加起来是 24');
    const before = await shown(page);
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
    await says(page).toContain('第 2 行第 3 列');
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toBe(before);
    await page.keyboard.press('End');
    await says(page).toContain('第 4 行第 4 列');
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await says(page).not.toContain('第 1 行第 1 列');
    await page.keyboard.press(' ');
    await page.keyboard.press('r');
    await says(page).toContain('第 1 行第 1 列');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lets a kernel be designed with the mouse off, and says when it is right', async () => {
    const { page, faults, context } = await site.visit(PATH);
    await live(page);
    await page.locator('.panel.task .picker button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.verdict[data-done="false"]').waitFor();
    await page.locator('.lessons button').first().focus();
    await tabTo(page, '.grid.worked[aria-label*="卷积核"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.cursor-reading', { hasText: '第 2 行第 3 列' }).count()).toBe(1);
    await page.keyboard.press('1');
    await page.locator('.verdict[data-done="true"]', { hasText: '36 / 36' }).waitFor();
    await expect.poll(() => hashOf(page)).toMatch(/w=000001000~1.*task=move/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says which number must change when a setting is impossible, and mends it', async () => {
    const { page, context } = await site.visit(`/en${PATH}#v=1&n=4&k=5`);
    await says(page).toContain('spans 5 cells');
    expect(await page.locator('.impossible').innerText()).toMatch(/Padding of at least 1/);
    await page.getByRole('button', { name: 'Set “Padding P, each side” to 1' }).click();
    await page.locator('.impossible').waitFor({ state: 'detached' });
    expect(await page.locator('.formula data').first().getAttribute('value')).toBe('2');
    await context.close();
  });

  it('opens a hash as it was shared, its numbers in full, and reports what it cannot use', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&img=ramp&n=5&w=gaussian&at=9&colour=red&px=12`);
    await says(page).toContain('第 3 行第 3 列');
    expect(await page.locator('.problems li').count()).toBe(2);
    const [value] = await page
      .locator('.total data')
      .evaluateAll((all) => all.slice(-1).map((data) => Number(data.getAttribute('value'))));
    // 0 2 5 7 9 across: columns 3–5 weigh (5 + 2·7 + 9)·4.
    expect(value).toBe(((5 + 14 + 9) * 4) / 16);
    await context.close();
  });

  it('takes a drawing by mouse and by keyboard, and keeps it in the address', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&img=blank&n=4`);
    await live(page);
    await page.getByRole('checkbox', { name: '用笔画' }).check();
    const grid = page.locator('.grid.worked').first();
    await grid.scrollIntoViewIfNeeded();
    const box = await grid.locator('svg').boundingBox();
    if (box === null) throw new Error('There is no grid.');
    await page.mouse.move(box.x + box.width * 0.125, box.y + box.height * 0.125);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.875, box.y + box.height * 0.125, { steps: 12 });
    await page.mouse.up();
    await expect.poll(() => hashOf(page)).toContain('px=9999000000000000');
    await grid.focus();
    for (const key of ['ArrowDown', 'ArrowLeft', 'Enter', 'ArrowLeft', '4']) await page.keyboard.press(key);
    await expect.poll(() => hashOf(page)).toContain('px=9999049000000000');
    await context.close();
  });

  it('reads a picture of the reader’s own, keeps it off the address, and says so', async () => {
    const { page, faults, requests, context } = await site.visit(PATH);
    await live(page);
    const before = requests.length;
    const png = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 60;
      canvas.height = 60;
      const context = canvas.getContext('2d');
      if (context !== null) {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 30, 60);
      }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
    await page.locator('.fact', { hasText: '只在这台设备上' }).waitFor();
    await expect.poll(() => page.locator('.grid').first().locator('.cell.grey text').allTextContents()).toContain('9');
    await page.waitForTimeout(600);
    expect(await hashOf(page)).not.toMatch(/img=|px=/);
    await file.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
    await page.locator('.failure', { hasText: 'PNG' }).waitFor();
    expect(requests.slice(before)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('asks, waits for a guess, then shows the answer', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&n=8&p=0&s=1`);
    await live(page);
    await page.locator('.predict legend', { hasText: '8×8 输入，窗口 3×3，每边填充 1，步幅 2' }).waitFor();
    await page.locator('.predict label', { hasText: '4×4' }).click();
    await page.locator('.predict button[type=submit]').click();
    expect(await page.locator('.predict .reveal').innerText()).toMatch(/猜对了。.*= 4/s);
    await context.close();
  });

  it('counts no guess that is no longer on screen', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&n=8&p=0&s=1`);
    await live(page);
    await page.locator('.predict label').first().click();
    expect(await page.locator('.predict button[type=submit]').isEnabled()).toBe(true);
    await page.goto(site.url(`${PATH}#v=1&n=9&p=0&s=1`));
    await page.locator('.predict legend', { hasText: '9×9' }).waitFor();
    expect(await page.locator('.predict input:checked').count()).toBe(0);
    expect(await page.locator('.predict button[type=submit]').isDisabled()).toBe(true);
    await context.close();
  });

  it('shows the state as a program that prints the numbers on screen', async () => {
    const { page, faults, context } = await site.visit(`/en${PATH}#v=1&n=4&img=ramp&at=4`);
    await says(page).toContain('Row 2, column 2');
    expect(await runProgram(page, '2 x 2 x 1')).toContain('24 24');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works at 320 px by touch alone, with targets of 44 px and nothing cut off', async () => {
    const { page, context } = await site.visit(PATH, { width: 320, touch: true });
    await page.locator('.player button').nth(2).tap();
    await says(page).toContain('第 1 行第 2 列');
    await expectFitForThumbs(page);
    await context.close();
  });

  it('is whole without script: figures, sums and tables, no dead buttons', async () => {
    const { page, context } = await site.visit(PATH, { script: false });
    expect(await page.locator('.stage svg[role=img]').count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('.total data').last().textContent()).toBe('24');
    expect(await page.locator('.lab-widget :is(button, select, input):visible').count()).toBe(0);
    await context.close();
  });
});
