import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { shortNumber } from '#core/format-number.ts';
import { HALF } from '#widgets/gan/distributions.ts';
import { CELLS, snap } from '#widgets/gan/drawn.ts';
import { decodeHash } from '#widgets/gan/state.ts';
import { byDepth } from '../depth.ts';
import { openSession } from '../unit/widgets/gan/session.ts';
import { axeViolations, unfold } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';
import {
  expectFitForThumbs,
  expectSameWhenLive,
  hashOf,
  isTensor,
  live,
  pressAtOnce,
  reading,
  remount,
  runProgram,
  says,
  shown,
  tabTo,
  tensorsOf,
} from './widget-page.ts';

const site = siteForTests();

const tickOf = async (page: Page): Promise<number> => Number((await reading(page))?.match(/\d+/)?.[0]);

/** A run beside another, on a drawing, in the middle of a slow step, with every layer shown. */
const EVERYTHING =
  '#v=1&seed=7&data=drawn&spots=8gg8kk&z=1&b=gp_adam_0.002_0.002_2_2_6_tanh_2_6_relu&path=b20d3g2b10&at=30&in=pull&slow=1&show=map.real.fake.mesh.arrows';
const printsOf = (page: Page): Promise<string[]> => page.locator('.ids code').allTextContents();

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

  // Trained frames above all: a build that computed them another way would be thousands of steps apart by then.
  it.each(
    byDepth(
      ['/lab/gan/', '/en/chapters/gan/objectives/'],
      [
        '/lab/gan/',
        '/chapters/gan/generator-and-discriminator/',
        '/en/chapters/gan/objectives/',
        '/chapters/gan/equilibrium/',
        '/en/chapters/gan/versus-traditional-networks/',
        '/chapters/gan/applications/',
      ],
    ),
  )('shows the same text from the build and from the worker on %s', async (path) => {
    const { page, context } = await site.visit(path);
    await expectSameWhenLive(page, page.locator('.stage, .course, .all-readings, .all-verdicts'));
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

  it('loses no key on the drawing pad that is pressed before the last one is drawn', async () => {
    const { page, context } = await site.visit('/en/lab/gan/#v=1&data=drawn&spots=8gg8kk');
    await live(page);
    const pad = page.locator('.pad');
    await pressAtOnce(pad, Array(5).fill('ArrowRight'));
    await expect.poll(() => pad.getAttribute('aria-label')).toContain(shortNumber(snap((5 * 2 * HALF) / CELLS, 0).x));
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

  it('shows a shared state in another tab as it was: two runs, a drawing, the middle of a step; as the main thread computes it', async () => {
    const seen: string[] = [];
    let prints: string[] = [];
    let values: number[] = [];
    for (let i = 0; i < 2; i++) {
      const { page, context } = await site.visit(`/lab/gan/${EVERYTHING}`);
      await says(page).toContain('拉力');
      await expect.poll(() => printsOf(page)).toHaveLength(2);
      seen.push(await shown(page));
      prints = await printsOf(page);
      values = await page
        .locator('.all-readings data')
        .evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))));
      expect(await page.locator('.problems').count()).toBe(0);
      await context.close();
    }
    expect(seen[1]).toBe(seen[0]);
    const session = await openSession();
    const { runs } = session.show(decodeHash(EVERYTHING).state);
    expect(prints).toEqual(runs.map(({ hash }) => hash));
    const readings = runs.map(({ reading: r }) => [
      ...[r.dReal, r.dFake, r.lossD, r.lossG],
      ...[r.js, r.energy, r.covered, r.good],
    ]);
    for (const [i, value] of readings.flat().entries()) expect(values[i]).toBeCloseTo(value, 6);
    session.dispose();
  });

  it('resets to the same weights', async () => {
    const { page, context } = await site.visit('/lab/gan/');
    await live(page);
    const first = await printsOf(page);
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => printsOf(page)).not.toEqual(first);
    await page.keyboard.press('r');
    await expect.poll(() => printsOf(page)).toEqual(first);
    expect(await hashOf(page)).not.toContain('path');
    await context.close();
  });

  it('goes anywhere by slider and keys, and changes its speed', async () => {
    const { page, context } = await site.visit('/lab/gan/#v=1&path=b40&at=30');
    await says(page).toContain('第 30 步');
    await page.locator('.player input[type=range]').fill('12');
    await says(page).toContain('第 12 步');
    await page.locator('.stage').focus();
    await page.keyboard.press('End');
    await says(page).toContain('第 40 步');
    await page.keyboard.press('Home');
    await says(page).toContain('第 0 步');
    const speed = page.locator('.player > button').nth(3);
    const full = await speed.innerText();
    await page.keyboard.press('-');
    await expect.poll(() => speed.innerText()).toContain('20');
    await page.keyboard.press('+');
    await expect.poll(() => speed.innerText()).toBe(full);
    await speed.click();
    await expect.poll(() => speed.innerText()).toMatch(/(?<!\d)1(?!\d)/);
    await context.close();
  });

  it('says where an address is full, and neither plays nor moves on', async () => {
    const { page, context } = await site.visit(`/lab/gan/#v=1&path=${'g1d1'.repeat(30)}&at=60`);
    await page.locator('.failure', { hasText: '60 次' }).waitFor({ timeout: 20_000 });
    await says(page).toContain('第 60 步');
    for (const words of ['各动一次', '只动 G'])
      expect(await page.locator('.moves button', { hasText: words }).isDisabled()).toBe(true);
    expect(await page.locator('.moves button', { hasText: '只动 D' }).isDisabled()).toBe(false);
    await page.locator('.stage').focus();
    await page.keyboard.press(' ');
    await page.waitForTimeout(800);
    expect(await tickOf(page)).toBe(60);
    await page.locator('.failure button').click();
    await says(page).toContain('第 0 步');
    expect(await page.locator('.failure').count()).toBe(0);
    await context.close();
  });

  it('plays the lesson on balance by keyboard alone: it pauses at 50 %, then at balance, and marks both', async () => {
    const { page, context } = await site.visit('/lab/gan/', { reducedMotion: true });
    for (let i = 0; i < 2; i++) await tabTo(page, '.lessons button');
    await page.keyboard.press('Enter');
    await live(page);
    await page.keyboard.press(' ');
    await says(page).toContain('暂停了');
    await page.locator('.mark.half').waitFor();
    expect(await page.locator('.mark.balance').count()).toBe(0);
    await expect.poll(() => page.locator('p.half').textContent()).toMatch(/第 \d+ 步，D 对两种点/);
    expect(await page.locator('p.half.balance').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
    await page.keyboard.press(' ');
    await page.locator('.mark.balance').waitFor({ timeout: 30_000 });
    await says(page).toContain('暂停了');
    await expect.poll(() => page.locator('p.half.balance').textContent()).toContain('D 真的分不出来了');
    await context.close();
  });

  it('plays the lesson on collapse by touch on a phone, plane and player in view together', async () => {
    const { page, context } = await site.visit('/lab/gan/', { width: 320, height: 640, touch: true });
    // Controls work once the widget is in view.
    await page.locator('.lessons').scrollIntoViewIfNeeded();
    await page.locator('.lessons button', { hasText: '模式崩溃' }).tap();
    await says(page).toContain('第 0 步');
    const inView = async (selector: string): Promise<boolean> => {
      const box = await page.locator(selector).first().boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 640;
    };
    // The page comes to rest with the stage in view; a tap on the way would move it on.
    const placeOf = async (): Promise<number> => (await page.locator('.gan-stage').first().boundingBox())?.y ?? -1;
    await expect
      .poll(async () => {
        const place = await placeOf();
        await page.waitForTimeout(250);
        return place === (await placeOf()) && (await inView('.gan-stage'));
      })
      .toBe(true);
    expect(await inView('.player button[aria-label="播放"]')).toBe(true);
    await page.locator('.player button[aria-label="播放"]').tap();
    await page.locator('.alarm', { hasText: '崩溃警报' }).waitFor({ timeout: 20_000 });
    await says(page).toContain('暂停了');
    expect(await inView('.gan-stage')).toBe(true);
    await context.close();
  });

  it('has every number of its charts and arrows in a table, is right for axe with all shown, and keeps its signs in forced colours', async () => {
    const { page, context } = await site.visit(
      '/lab/gan/#v=1&b=gp_adam_0.002_0.002_2_2_6_tanh_2_6_relu&path=b20&at=20&show=map.real.fake.mesh.arrows',
    );
    await says(page).toContain('第 20 步');
    await unfold(page);
    const [charts, tables] = await Promise.all(
      ['.keys-of-lines data, .all-readings data', '.tables data'].map((selector) =>
        page.locator(selector).evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
      ),
    );
    for (const value of charts ?? []) expect(tables).toContain(value);
    expect(await page.locator('.tables tbody tr').count()).toBeGreaterThan(2 * (20 + 48 + 169));
    const labels = await page
      .locator('.lab-widget svg[role=img]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    for (const label of labels) expect(label).toMatch(/数字在表“.*”里/);
    await page.emulateMedia({ forcedColors: 'active' });
    const colours = await page.evaluate(() =>
      ['.series.real .line', '.series.fake .line', '.crosses', '.dots'].map((selector) => {
        const part = document.querySelector(selector);
        return part === null ? '' : getComputedStyle(part).stroke;
      }),
    );
    expect(colours[0]).not.toBe(colours[1]);
    expect(colours[2]).not.toBe(colours[3]);
    expect([colours[0], colours[1]]).toEqual([colours[2], colours[3]]);
    await page.emulateMedia({ forcedColors: 'none' });
    expect(await axeViolations(page, '.lab-frame')).toEqual([]);
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
    await page.locator('.alarm[open]', { hasText: '崩溃警报' }).waitFor({ timeout: 30_000 });
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
    // Of two points one may go; the last stays, and it is said why.
    const line = keys.page.locator('.pad-line');
    await keys.page.keyboard.press(' ');
    await expect.poll(() => line.textContent()).toContain('1 / 120');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', ' ']) await keys.page.keyboard.press(key);
    await expect.poll(() => line.textContent()).toMatch(/1 \/ 120.*最后一点/);
    await expect.poll(() => hashOf(keys.page)).toMatch(/data=drawn&spots=[0-9a-v]{2}$/);
    await keys.context.close();
    const { page, context } = await site.visit('/lab/gan/', { width: 320, touch: true });
    await page.locator('.settings-fold summary').nth(1).tap();
    // A pad takes points once the worker has answered.
    await page.locator('.pad[tabindex="0"]').tap({ position: { x: 60, y: 90 } });
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
    const values = await page.locator('.all-readings data').allInnerTexts();
    for (const value of values.slice(0, 4)) expect(output).toContain(value.replace('−', '-'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is whole without script: planes, charts, readings and tables, no dead buttons', async () => {
    const { page, context } = await site.visit('/lab/gan/', { script: false });
    expect(await page.locator('.lab-widget svg[role=img]').count()).toBe(5);
    expect(await page.locator('.all-readings data').count()).toBe(8);
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
    await expect.poll(() => tensorsOf(page)).toBeLessThan(60);
    await page.evaluate(() => document.querySelector('astro-island')?.dispatchEvent(new CustomEvent('astro:unmount')));
    await expect.poll(() => tensorsOf(page)).toBe(0);
    await context.close();
  });
});
