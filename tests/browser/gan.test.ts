import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { siteForTests } from './site-for-tests.ts';
import {
  expectFitForThumbs,
  expectSameWhenLive,
  hashOf,
  isTensor,
  live,
  reading,
  remount,
  runProgram,
  says,
  shown,
  tensorsOf,
} from './widget-page.ts';

const site = siteForTests();

const tickOf = async (page: Page): Promise<number> => Number((await reading(page))?.match(/\d+/)?.[0]);

describe('the gan widget', () => {
  it('loads nothing of TensorFlow.js before the reader comes, then WebAssembly from its own host alone', async () => {
    const { page, requests, faults, context } = await site.visit('/lab/gan/');
    await page.waitForTimeout(1500);
    expect(requests.filter(isTensor)).toEqual([]);
    await live(page);
    expect(requests.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
    expect(requests.filter(isTensor).some((path) => path.includes('cpu-'))).toBe(false);
    expect(page.workers()).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the same text from the build and from the worker', async () => {
    const { page, context } = await site.visit('/lab/gan/');
    await expectSameWhenLive(page, page.locator('.stage, .course'));
    await context.close();
  });

  it('is worked by keyboard alone: n steps forward and n back give the same text, also in the slow walk', async () => {
    const { page, faults, context } = await site.visit('/lab/gan/#v=1&path=b40&at=30', { reducedMotion: true });
    await live(page);
    await expect.poll(() => reading(page)).toBe('第 30 步');
    await says(page).toContain('第 30 步');
    const before = await shown(page);
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await says(page).toContain('第 34 步');
    expect(await shown(page)).not.toBe(before);
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toBe(before);
    await page.locator('.moves input').press('Space');
    await page.locator('.stage').first().focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await says(page).toContain('第四停');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toBe(before);
    await page.keyboard.press('n');
    await expect.poll(() => hashOf(page)).toBe('#v=1&seed=4&slow=1');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('trains on Space, and not one step follows a pause', async () => {
    const { page, context } = await site.visit('/lab/gan/');
    await live(page);
    await page.keyboard.press(' ');
    await expect.poll(() => tickOf(page), { timeout: 20_000 }).toBeGreaterThan(50);
    await page.keyboard.press(' ');
    const paused = await tickOf(page);
    await page.waitForTimeout(1200);
    expect(await tickOf(page)).toBe(paused);
    await expect.poll(() => hashOf(page)).toBe(`#v=1&path=b${paused}&at=${paused}`);
    await says(page).toContain(`第 ${paused} 步`);
    await context.close();
  });

  it('gives the same fingerprint after 500 steps in a reload, and opens a hash as it was shared', async () => {
    const prints: (string | null)[] = [];
    const { page, context } = await site.visit('/en/lab/gan/#v=1&path=b500&at=500');
    for (let i = 0; i < 2; i++) {
      await says(page).toContain('Step 500');
      prints.push(await page.locator('.ids code').textContent());
      await page.reload();
    }
    expect(prints[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(prints[1]).toBe(prints[0]);
    await context.close();
  });

  it('reports what it cannot use in an address', async () => {
    const { page, context } = await site.visit('/en/lab/gan/#v=1&data=cats&noise=7&path=b9&at=9');
    await says(page).toContain('Step 9');
    const problems = await page.locator('.problems li').allInnerTexts();
    expect(problems).toHaveLength(2);
    expect(problems.join()).toMatch(/data=cats.*“noise”/s);
    await context.close();
  });

  it('raises the alarm with its reason, and calls a blind D blind', async () => {
    const { page, context } = await site.visit(
      '/lab/gan/#v=1&seed=1&data=eight&a=ns_adam_0.001_0.05_1_2_8_leaky_2_8_relu&path=b600&at=600',
    );
    await page.locator('.alarm[open]', { hasText: '坍缩警报' }).waitFor({ timeout: 30_000 });
    await page.goto(site.url('/lab/gan/#v=1&seed=4&a=ns_adam_0.005_0.005_1_2_8_relu_2_8_relu&path=b800&at=800'));
    await page.locator('.half.blind', { hasText: '瞎' }).waitFor({ timeout: 30_000 });
    await context.close();
  });

  it('stops where numbers leave the finite, says why and offers the fix', async () => {
    const { page, context } = await site.visit(
      '/lab/gan/#v=1&seed=2&data=eight&a=ns_momentum_0.1_0.1_1_2_8_leaky_2_8_relu&path=b2000&at=2000',
    );
    await page.locator('.failure', { hasText: '学习率太大' }).waitFor({ timeout: 30_000 });
    await page.locator('.failure button').click();
    await expect.poll(() => hashOf(page)).toContain('momentum_0.05_0.05');
    await page.locator('.failure').waitFor({ state: 'detached' });
    await context.close();
  });

  it('takes a drawing by keyboard, and by touch at 320 px', async () => {
    const keys = await site.visit('/lab/gan/');
    await live(keys.page);
    await keys.page.locator('.settings-fold summary').nth(1).press('Enter');
    await keys.page.locator('.pad').focus();
    for (const key of [' ', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter'])
      await keys.page.keyboard.press(key);
    await expect.poll(() => hashOf(keys.page)).toMatch(/data=drawn&spots=[0-9a-v]{4}$/);
    await keys.context.close();
    const { page, context } = await site.visit('/lab/gan/', { width: 320, touch: true });
    await page.locator('.settings-fold summary').nth(1).tap();
    await page.locator('.pad').tap({ position: { x: 60, y: 90 } });
    await page.locator('.pad-line', { hasText: '1 / 120' }).waitFor();
    await says(page).toContain('JS');
    await expectFitForThumbs(page);
    await context.close();
  });

  it('runs two trainings on one clock', async () => {
    const { page, context } = await site.visit('/lab/gan/');
    await live(page);
    await page.locator('.lessons button', { hasText: '好坏对照' }).click();
    await page.locator('.stage .run').nth(1).waitFor({ timeout: 20_000 });
    await page.locator('.moves button', { hasText: '各动一次' }).click();
    await says(page).toMatch(/第 1 步：甲：.*乙：/);
    expect(await page.locator('.ids code').count()).toBe(2);
    await context.close();
  });

  it('asks, and reveals what was tried out on a copy', async () => {
    const { page, context } = await site.visit('/lab/gan/#v=1&path=b100&at=100');
    await live(page);
    await page.locator('.predict label').first().waitFor({ timeout: 20_000 });
    const before = await page.locator('.ids code').textContent();
    await page.locator('.predict label').first().click();
    await page.locator('.predict button[type=submit]').click();
    expect(await page.locator('.predict .reveal').innerText()).toMatch(/试了一遍/);
    expect(await page.locator('.ids code').textContent()).toBe(before);
    await context.close();
  });

  it('shows the state as a program that prints the readings on screen', async () => {
    const { page, faults, context } = await site.visit('/en/lab/gan/#v=1&path=b60&at=60');
    await says(page).toContain('Step 60');
    const output = await runProgram(page, 'L_G');
    const values = await page.locator('.stage .readings data').allInnerTexts();
    for (const value of values.slice(0, 4)) expect(output).toContain(value.replace('−', '-'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is whole without script: planes, charts, readings and tables, no dead buttons', async () => {
    const { page, context } = await site.visit('/lab/gan/', { script: false });
    expect(await page.locator('.lab-widget svg[role=img]').count()).toBe(5);
    expect(await page.locator('.stage .readings data').count()).toBe(8);
    expect(await page.locator('.lab-widget button:visible').count()).toBe(0);
    await page.locator('details.twin summary').nth(1).click();
    expect(await page.locator('details.twin').nth(1).locator('tbody tr').count()).toBe(8);
    await context.close();
  });

  it('leaves no tensor in the worker after 20 visits to the widget on one page', async () => {
    const { page, context } = await site.visit('/lab/gan/');
    await live(page);
    for (let i = 0; i < 20; i++) {
      await remount(page);
    }
    expect(page.workers()).toHaveLength(1);
    expect(await tensorsOf(page)).toBeLessThan(60);
    await page.evaluate(() => document.querySelector('astro-island')?.dispatchEvent(new CustomEvent('astro:unmount')));
    await expect.poll(() => tensorsOf(page)).toBe(0);
    await context.close();
  });
});
