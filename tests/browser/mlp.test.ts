import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { percentText, shortNumber } from '#core/format-number.ts';
import { GRID } from '#widgets/mlp/own-points.ts';
import { LESSONS, PRESETS } from '#widgets/mlp/presets.ts';
import { decodeHash } from '#widgets/mlp/state.ts';
import { openSession } from '../unit/widgets/mlp/session.ts';
import { siteForTests } from './site-for-tests.ts';
import {
  atRest,
  expectFitForThumbs,
  hashOf,
  live,
  narration,
  pressAtOnce,
  reading,
  runProgram,
  says,
  shown,
  tabTo,
} from './widget-page.ts';

const site = siteForTests();

describe('the multilayer perceptron, by keyboard alone', () => {
  it('plays every lesson to its end, and tells what it meant', async () => {
    const { page, faults, context } = await site.visit('/en/lab/mlp/', { reducedMotion: true });
    await tabTo(page, '.lessons button');
    for (const [i, name] of LESSONS.entries()) {
      await page.locator('.lessons .picker button').nth(i).focus();
      await page.keyboard.press('Enter');
      await says(page).toContain('Epoch 0');
      await page.keyboard.press('Tab');
      await page.locator('.stage').focus();
      expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible') === true)).toBe(true);
      await page.keyboard.press(' ');
      const ended = PRESETS[name].state.stop === 'e500' ? 'Epoch 500' : 'Epoch 100';
      if (name === 'learning-rate') await page.locator('.failure').waitFor({ timeout: 20_000 });
      else
        await expect
          .poll(() => narration(page).textContent(), { timeout: 60_000 })
          .toMatch(new RegExp(`${ended}.*Paused`));
      if (name === 'xor-one-neuron') expect(await narration(page).textContent()).toContain('accuracy 75%');
      if (name === 'xor-two-hidden') expect(await narration(page).textContent()).toContain('accuracy 100%');
      await page.locator('.lessons > p button').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.lesson').innerText()).toContain('Afterwards');
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is steered by slider, speed, first, last and a new seed', async () => {
    const { page, context } = await site.visit('/lab/mlp/#v=1&at=2500', { reducedMotion: true });
    await live(page);
    const hash = () => page.locator('.hash code').textContent();
    const first = await hash();
    const slider = page.locator('.player input[type=range]');
    await slider.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => reading(page)).toBe('第 0 轮');
    await page.keyboard.press('End');
    await expect.poll(() => reading(page)).toBe('第 100 轮');
    await page.locator('.stage').focus();
    const speed = page.locator('.player > button').nth(3);
    const full = await speed.textContent();
    await page.keyboard.press('-');
    await expect.poll(() => speed.textContent()).not.toBe(full);
    await page.keyboard.press('+');
    await expect.poll(() => speed.textContent()).toBe(full);
    await speed.click();
    await expect.poll(() => speed.textContent()).not.toBe(full);
    await page.locator('.stage').focus();
    await page.keyboard.press('n');
    await expect.poll(() => hashOf(page)).toContain('seed=2');
    await expect.poll(hash).not.toBe(first);
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
      const before = await atRest(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => shown(page)).not.toBe(before);
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
      await expect.poll(() => shown(page)).toBe(before);
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

  it('loses no key that is pressed before the last one is drawn', async () => {
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&data=own&share=100&own=AA.88');
    await live(page);
    await pressAtOnce(page.locator('.pad'), ['2', ...Array.from({ length: 5 }, () => 'ArrowRight'), ' ']);
    const status = page.locator('.own [role=status]');
    await expect.poll(() => status.textContent()).toMatch(/1 positive, 2 negative/);
    await expect.poll(() => page.locator('.pad').getAttribute('aria-label')).toContain(shortNumber(5 * GRID));
    await context.close();
  });

  it('says why a point is not erased, and draws a row of them by a drag', async () => {
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&data=own&share=100&own=AA.88');
    await live(page);
    const status = page.locator('.own [role=status]');
    const pad = page.locator('.pad');
    await pad.focus();
    for (const key of [
      '3',
      'Shift+ArrowLeft',
      'Shift+ArrowLeft',
      'Shift+ArrowLeft',
      'Shift+ArrowLeft',
      'Shift+ArrowLeft',
      'Shift+ArrowLeft',
    ])
      await page.keyboard.press(key);
    for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press(' ');
    await expect.poll(() => status.textContent()).toMatch(/1 positive, 1 negative.*Two points must stay/);
    await page.keyboard.press('1');
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (box === null) throw new Error('There is no pad.');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5, { steps: 12 });
    await page.mouse.up();
    await expect.poll(async () => Number((await status.textContent())?.match(/\d+/)?.[0])).toBeGreaterThan(8);
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
    await expect.poll(async () => Number((await reading(page))?.match(/\d+/)?.[0])).toBeGreaterThan(20);
    await page.keyboard.press(' ');
    const stopped = await reading(page);
    await page.waitForTimeout(1500);
    expect(await reading(page)).toBe(stopped);
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

  it('takes own points by touch at 320 px, on the pad and by buttons alone', async () => {
    const { page, context } = await site.visit('/lab/mlp/#v=1&data=own&share=100', { width: 320, touch: true });
    await live(page);
    const counted = () => page.locator('.own [role=status]').textContent();
    // A pad takes points once the worker has answered.
    await page.locator('.pad[tabindex="0"]').tap({ position: { x: 60, y: 90 } });
    await expect.poll(counted).toContain('正 3 个，负 2 个');
    const put = page.locator('.put > button');
    await page.locator('.own .picker button', { hasText: '负' }).tap();
    await page.locator('.put button[aria-label="x：大一点"]').tap();
    await page.locator('.put button[aria-label="y：小一点"]').tap();
    await put.tap();
    await expect.poll(counted).toContain('正 3 个，负 3 个');
    await page.locator('.own .picker button', { hasText: '擦除' }).tap();
    await put.tap();
    await expect.poll(counted).toContain('正 3 个，负 2 个');
    await expect.poll(() => hashOf(page)).toContain('own=');
    await expectFitForThumbs(page);
    await context.close();
  });

  it('asks, and reveals what was tried out on a copy', async () => {
    const session = await openSession();
    const { probe } = session.ask({ at: 2500 }, 'probe');
    session.dispose();
    const { page, context } = await site.visit('/lab/mlp/#v=1&at=2500');
    await live(page);
    await page.locator('.predict legend', { hasText: '没有隐藏层' }).waitFor({ timeout: 20_000 });
    const before = await page.locator('.hash code').textContent();
    await page.locator('.predict label').first().click();
    await page.locator('.predict button[type=submit]').click();
    const revealed = await page.locator('.predict .reveal').innerText();
    expect(revealed).toContain(`试过了：${percentText(probe?.straightAccuracy ?? Number.NaN)}。`);
    expect(await page.locator('.hash code').textContent()).toBe(before);
    await context.close();
  });

  it('shows the state as a program that prints the readings on screen', async () => {
    const { page, faults, context } = await site.visit('/en/lab/mlp/#v=1&at=2500');
    await says(page).toContain('Epoch 10');
    const output = await runProgram(page, 'test: loss');
    const [trainLoss = '?', testLoss = '?'] = await page.locator('.insides .readings data').allInnerTexts();
    expect(output).toContain(`training: loss ${trainLoss}`);
    expect(output).toContain(`test: loss ${testLoss}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('blames a change by hand that spoils a training, and takes it back', async () => {
    // The output's bias, set to 99 at epoch 200; the address stands at epoch 210.
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&e=a~5000~40~99&at=52500');
    await live(page);
    const failure = page.locator('.failure');
    await failure.waitFor({ timeout: 20_000 });
    expect(await failure.textContent()).toMatch(/changed by hand at epoch 200/);
    await failure.locator('button').click();
    await failure.waitFor({ state: 'detached' });
    await says(page).toContain('Epoch 210');
    await expect.poll(() => hashOf(page)).not.toContain('e=');
    await context.close();
  });

  it('has every point in a table, filled once it is opened', async () => {
    const { page, context } = await site.visit('/lab/mlp/');
    await live(page);
    const points = page.locator('details.twin', { hasText: '全部的点' });
    const rows = () => points.locator('tbody tr').count();
    expect(await rows()).toBe(0);
    await points.locator('summary').click();
    await expect.poll(rows).toBe(500);
    await context.close();
  });

  it('shows, at an address with two runs, own points and numbers set by hand, what the model gives on the main thread', async () => {
    const address =
      '#v=1&seed=7&data=own&share=100&own=KKKyyy.UUyK&a=x.y_4-2_tanh_square_sgd_0.1_1_none_0.01&b=x.xy_3_relu_log_adam_0.03_5_l2_0.001&e=a~3~2~1.5,b~0~1~-0.25&at=400';
    const decoded = decodeHash(address.slice(1));
    expect(decoded.problems).toEqual([]);
    const session = await openSession();
    const frame = session.ask(decoded.state);
    session.dispose();
    const { page, context } = await site.visit(`/en/lab/mlp/${address}`);
    await says(page).toContain(`Epoch ${400 / frame.points.train.targets.length}`);
    await expect.poll(() => page.locator('.hash code').allTextContents()).toEqual(frame.runs.map(({ hash }) => hash));
    const shownNumbers = await page
      .locator('.insides .readings data')
      .evaluateAll((all) => all.map((data) => Number(data.getAttribute('value'))));
    expect(shownNumbers).toEqual(
      frame.runs.flatMap(({ reading: { trainLoss, trainAccuracy }, updates, training }) => [
        trainLoss,
        trainAccuracy,
        updates,
        training.hidden.length === 2 ? 25 : 13,
      ]),
    );
    expect(await hashOf(page)).toBe(address);
    await context.close();
  });

  it('comes to its end at epoch 20,000, says so, and begins again by Reset', async () => {
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&data=own&share=100&at=79996');
    await says(page).toContain('Epoch 19999');
    await page.locator('.stage').focus();
    await page.keyboard.press(' ');
    const failure = page.locator('.failure');
    await failure.waitFor({ timeout: 20_000 });
    expect(await failure.textContent()).toMatch(/epoch 20000, as far as it goes/);
    const play = page.locator('.player > button').nth(1);
    await expect.poll(() => play.getAttribute('aria-label')).toBe('Play');
    const end = await reading(page);
    await play.click();
    await page.waitForTimeout(500);
    expect(await play.getAttribute('aria-label')).toBe('Play');
    expect(await reading(page)).toBe(end);
    await failure.locator('button').click();
    await says(page).toContain('Epoch 0');
    await failure.waitFor({ state: 'detached' });
    await context.close();
  });

  it('bends the plane as a hidden layer does, by any two of its neurons', async () => {
    const { page, context } = await site.visit('/en/lab/mlp/#v=1&at=2500&a=x.y_4-3_tanh_square_sgd_0.03_10_none_0.01');
    await says(page).toContain('Epoch 10');
    const space = page.locator('.hidden-space');
    const drawn = () => space.locator('svg').innerHTML();
    const before = await drawn();
    await space.locator('select').nth(0).selectOption('0');
    await space.locator('select').nth(2).selectOption('3');
    await expect.poll(drawn).not.toBe(before);
    await expect.poll(() => space.locator('svg').getAttribute('aria-label')).toContain('1.1 and 1.4');
    await expect.poll(() => space.locator('tbody tr').count()).toBe(250 + 49);
    await page.locator('.axis input').check();
    await expect.poll(() => hashOf(page)).toContain('axis=log');
    await expect.poll(() => page.locator('.course svg.chart text').first().textContent()).toContain('ten times');
    await context.close();
  });
});

/** Parts of the figures that are cut off, or whose letters are under 11 px, on the page as it stands. */
function badFigures(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('.mlp :is(.plane, .network, .chart)')].flatMap((svg) => {
      const { left, right } = svg.getBoundingClientRect();
      const faults: string[] = [];
      for (let box = svg.parentElement; box !== null && !box.matches('.lab-widget'); box = box.parentElement) {
        const outer = box.getBoundingClientRect();
        if (outer.width > 0 && (left < outer.left - 1 || right > outer.right + 1)) faults.push(`${svg.classList}: cut`);
      }
      if (right > innerWidth) faults.push(`${svg.classList}: beyond the window`);
      for (const text of svg.querySelectorAll('text')) {
        const shown = text.getClientRects().length > 0;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * (svg.getScreenCTM()?.a ?? 1);
        if (shown && size < 10.9) faults.push(`${svg.classList}: ${text.textContent} at ${size.toFixed(1)} px`);
      }
      return faults;
    }),
  );
}

describe('the multilayer perceptron, in the room it has', () => {
  it.each([
    ['/lab/mlp/', 320],
    ['/lab/mlp/', 390],
    ['/lab/mlp/', 1280],
    ['/lab/mlp/', 700],
    ['/en/chapters/mlp/perceptron/', 1280],
    ['/en/chapters/mlp/perceptron/', 320],
    ['/chapters/mlp/multilayer-perceptron/', 1280],
    ['/chapters/mlp/backpropagation/', 1280],
    ['/chapters/mlp/backpropagation/', 320],
  ])('%s at %i px: figures whole, letters of 11 px, the player under the plane', async (path, width) => {
    const { page, context } = await site.visit(path, { width, height: 640 });
    expect(await badFigures(page)).toEqual([]);
    const far = await page.evaluate(() =>
      [...document.querySelectorAll('.mlp')].map((widget) => {
        const [plane, play] = ['.plane', '.player button'].map((part) =>
          widget.querySelector(part)?.getBoundingClientRect(),
        );
        return Math.round((play?.bottom ?? 0) - (plane?.top ?? 0));
      }),
    );
    // Plane and player fit a phone's window together, less the bar at its foot.
    for (const height of far) expect(height).toBeLessThanOrEqual(570);
    await context.close();
  });

  it('is whole without script, with every number of its figures in a table', async () => {
    const { page, context } = await site.visit('/chapters/mlp/backpropagation/', { script: false });
    const values = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((data) => data.getAttribute('value')));
    const ends = await values('.mlp .ends data');
    const tables = new Set(await values('.mlp .tables data'));
    expect(ends).toHaveLength(4);
    for (const end of ends) expect(tables).toContain(end);
    const biases = await page.locator('.mlp .neuron .label').allTextContents();
    expect(biases).toHaveLength(14);
    for (const bias of biases)
      expect([...tables].some((value) => Math.abs(Number(value) - Number(bias.replace('−', '-'))) < 0.0051)).toBe(true);
    expect(await page.locator('.mlp button:visible').count()).toBe(0);
    await context.close();
  });

  it('keeps signs and runs apart in forced colours, and prints settings and whole tables', async () => {
    const { page, context } = await site.visit('/chapters/mlp/backpropagation/', { script: false });
    await page.emulateMedia({ forcedColors: 'active' });
    const strokes = await page
      .locator('.mlp :is(.curve, .network path.edge)')
      .evaluateAll((all) => [...new Set(all.map((path) => getComputedStyle(path).stroke))]);
    expect(strokes).toHaveLength(1);
    const dashes = await page
      .locator('.mlp .ends path')
      .evaluateAll((all) => new Set(all.map((path) => getComputedStyle(path).strokeDasharray)).size);
    expect(dashes).toBe(4);
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    expect(await page.locator('.mlp .stage .print-only').allInnerTexts()).toEqual([
      expect.stringMatching(/种子 1。.*SGD 0\.03/),
      expect.stringMatching(/种子 1。.*SGD 3/),
    ]);
    const limits = await page
      .locator('.mlp .table-scroll')
      .evaluateAll((all) => [...new Set(all.map((box) => getComputedStyle(box).maxBlockSize))]);
    expect(limits).toEqual(['none']);
    await context.close();
  });
});
