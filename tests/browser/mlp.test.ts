import { describe, expect, it } from 'vitest';
import { siteForTests } from './site-for-tests.ts';
import { expectFitForThumbs, hashOf, live, narration, reading, says, shown, tabTo } from './widget-page.ts';

const site = siteForTests();

describe('the multilayer perceptron, by keyboard alone', () => {
  it('plays its first lesson: one neuron cannot do XOR', async () => {
    const { page, faults, context } = await site.visit('/en/lab/mlp/', { reducedMotion: true });
    await tabTo(page, '.lessons button');
    await page.keyboard.press('Enter');
    await says(page).toContain('Epoch 0');
    await tabTo(page, '.stage');
    await page.keyboard.press(' ');
    await says(page).toContain('Epoch 100');
    expect(await narration(page).textContent()).toMatch(/accuracy 66%.*Paused: every 100 epochs/);
    const visible = await page.evaluate(() => document.activeElement?.matches(':focus-visible') === true);
    expect(visible).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('steps n forward and n back to the same text, in epochs, batches and samples', async () => {
    const { page, context } = await site.visit('/lab/mlp/#v=1&at=500', { reducedMotion: true });
    await live(page);
    for (const unit of [0, 1, 2]) {
      await page.locator('.clock button').nth(unit).focus();
      await page.keyboard.press('Enter');
      await page.locator('.stage').focus();
      await expect.poll(() => reading(page)).toContain('2');
      await page.waitForTimeout(1500);
      const before = await shown(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => shown(page)).not.toBe(before);
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => shown(page), { timeout: 10_000 }).toBe(before);
    }
    await context.close();
  });

  it('changes a bias of the output, and Reset takes it back', async () => {
    const { page, context } = await site.visit('/lab/mlp/', { reducedMotion: true });
    await live(page);
    const hash = () => page.locator('.hash code').textContent();
    const before = await hash();
    await tabTo(page, '.number input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    await expect.poll(hash).not.toBe(before);
    await expect.poll(() => hashOf(page)).toMatch(/e=a~0~\d+~1\.5/);
    await page.locator('.stage').focus();
    await page.keyboard.press('r');
    await expect.poll(hash).toBe(before);
    await context.close();
  });

  it('puts its own points down with arrows and Space', async () => {
    const { page, context } = await site.visit('/lab/mlp/#v=1&data=own&share=100', { reducedMotion: true });
    await live(page);
    await tabTo(page, '.pad');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await page.keyboard.press(' ');
    await expect.poll(() => page.locator('.own [role=status]').textContent()).toContain('负 3 个');
    await expect.poll(() => hashOf(page)).toContain('own=');
    await context.close();
  });
});

describe('the multilayer perceptron', () => {
  it('shows the same numbers and parameters at an address, after a reload, and however it got there', async () => {
    const address = '/lab/mlp/#v=1&seed=5&at=5000';
    const { page, context } = await site.visit(address);
    await says(page).toContain('500');
    const hash = () => page.locator('.hash code').textContent();
    const first = await hash();
    await page.reload();
    await says(page).toContain('500');
    expect(await hash()).toBe(first);
    await page.locator('.stage').focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(hash).toBe(first);
    await context.close();
  });

  it('makes no step after Pause', async () => {
    const { page, context } = await site.visit('/lab/mlp/');
    await live(page);
    await page.keyboard.press(' ');
    await page.waitForTimeout(1500);
    await page.keyboard.press(' ');
    const stopped = await reading(page);
    await page.waitForTimeout(1500);
    expect(await reading(page)).toBe(stopped);
    expect(Number(stopped?.match(/\d+/)?.[0])).toBeGreaterThan(20);
    await context.close();
  });

  it('stops a training that diverges, says why, and offers a rate', async () => {
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&a=x.y_4-2_tanh_square_sgd_10_10_none_0.01');
    await live(page);
    await page.keyboard.press(' ');
    const failure = page.locator('.failure');
    await failure.waitFor({ timeout: 20_000 });
    expect(await failure.textContent()).toMatch(/learning rate 10 is too large/);
    await failure.locator('button').click();
    await failure.waitFor({ state: 'detached' });
    await expect.poll(() => hashOf(page)).not.toContain('_10_10_');
    await context.close();
  });

  it('works at 320 px by touch alone, with targets of 44 px', async () => {
    const { page, context } = await site.visit('/lab/mlp/', { width: 320, touch: true });
    await page.locator('.player button').nth(2).tap();
    await says(page).toContain('第 1 轮');
    await expectFitForThumbs(page);
    await context.close();
  });
});
