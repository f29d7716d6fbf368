/** What every widget owes, held for convolution: touch, narration, print, forced colours, leaks, the same numbers everywhere. */
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { loadCpu } from '#tensor/cpu.ts';
import { impossible, stepsOf } from '#widgets/convolution/cells.ts';
import { model } from '#widgets/convolution/model.ts';
import type { ConvolutionState } from '#widgets/convolution/settings.ts';
import { decodeHash, encodeHash } from '#widgets/convolution/state.ts';
import { byDepth } from '../depth.ts';
import { drawState } from '../unit/widgets/convolution/draw-state.ts';
import { axeViolations, unfold } from './looks.ts';
import { siteForTests } from './site-for-tests.ts';
import { live, remount, tensorsOf } from './widget-page.ts';

const site = siteForTests();
const PATH = '/lab/convolution/';

/** One finger along a line, over the middle of the page's present view. */
async function swipe(context: BrowserContext, page: Page, points: readonly { x: number; y: number }[]): Promise<void> {
  const client = await context.newCDPSession(page);
  const [first, ...rest] = points;
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: first ? [first] : [] });
  for (const point of rest) {
    await page.waitForTimeout(60);
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await page.waitForTimeout(200);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
  // Chromium takes a tap right after a swipe for its end.
  await page.waitForTimeout(500);
}

const hashOf = (page: Page) => expect.poll(() => page.evaluate(() => location.hash));

describe('by touch alone, at 320 px', () => {
  it('draws with a finger, and with buttons the same', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&img=blank&n=4`, { width: 320, touch: true });
    await page.locator('.player button').nth(2).tap();
    await page.locator('.predict').waitFor({ timeout: 20_000 });
    await page.locator('.chip', { hasText: '用笔画' }).tap();
    const grid = page.locator('.grid.draws').first();
    await grid.scrollIntoViewIfNeeded();
    const box = await grid.locator('svg').boundingBox();
    if (box === null) throw new Error('There is no grid.');
    const at = (column: number) => ({ x: box.x + (box.width * (column + 0.5)) / 4, y: box.y + box.height / 8 });
    await swipe(context, page, [0, 1, 2, 3].map(at));
    await hashOf(page).toContain('px=9999000000000000');
    const pixel = page.getByRole('group', { name: '像素' });
    await pixel.getByRole('button', { name: '行：大一点' }).tap();
    for (let i = 0; i < 3; i++) {
      await pixel.getByRole('button', { name: '涂成 9' }).tap();
      await pixel.getByRole('button', { name: '列：小一点' }).tap();
    }
    await pixel.getByRole('button', { name: '涂成 9' }).tap();
    await hashOf(page).toContain('px=9999999900000000');
    await context.close();
  });

  it('designs a kernel: one task from the first tap to “right”', async () => {
    const { page, context } = await site.visit(`/en${PATH}`, { width: 320, touch: true });
    await page.locator('.player').scrollIntoViewIfNeeded();
    await page.locator('.panel.task .picker button').first().tap();
    await page.locator('.verdict[data-done="false"]').waitFor({ timeout: 20_000 });
    const weight = page.getByRole('group', { name: 'Weight' });
    const press = async (name: string): Promise<void> => weight.getByRole('button', { name }).tap();
    await press('Row: more');
    await press('Column: more');
    await press('Value: less');
    await press('Column: more');
    await press('Value: more');
    await page.locator('.verdict[data-done="true"]', { hasText: '36 / 36' }).waitFor();
    await context.close();
  });

  it('stays as wide as the phone with the largest picture there is', async () => {
    const { page, context } = await site.visit(`/en${PATH}#v=1&img=photo&n=12&p=4&c=3&f=2&task=move`, {
      width: 320,
      touch: true,
    });
    await live(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await context.close();
  });
});

describe.each([
  ['zh-CN', PATH, /^第 (\d) 行第 (\d) 列：/],
  ['en', `/en${PATH}`, /^Row (\d), column (\d): /],
] as const)('narration in %s', (_locale, path, place) => {
  it('says one sentence a step, with the number on screen', async () => {
    const { page, context } = await site.visit(`${path}#v=1&w=gaussian`);
    await live(page);
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      const line = document.querySelector('.narration');
      if (line !== null)
        new MutationObserver(() => said.push(line.textContent ?? '')).observe(line, {
          characterData: true,
          childList: true,
          subtree: true,
        });
    });
    const saidOf = (): Promise<string[]> => page.evaluate(() => Reflect.get(globalThis, 'said'));
    for (let step = 1; step <= 5; step++) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await saidOf()).length).toBe(step);
      const text = (await saidOf()).at(-1) ?? '';
      expect(text).toMatch(place);
      expect(text).toContain(await page.locator('.total data').last().innerText());
    }
    await page.waitForTimeout(300);
    expect(await saidOf()).toHaveLength(5);
    await context.close();
  });
});

describe('what is printed', () => {
  it('is this step, its tables whole, and the full address', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&img=digit&n=12&at=14`);
    await live(page);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.locator('.foot-line button', { hasText: '打印' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-only').innerText()).toBe(site.url(`${PATH}#v=1&img=digit&n=12&at=14`));
    expect(await page.locator('.narration').isVisible()).toBe(true);
    expect(await page.locator(':is(.player, .workbench, .predict, .foot):visible').count()).toBe(0);
    const cut = await page
      .locator('.lab-widget :is(.table-scroll, .grid)')
      .evaluateAll(
        (all) =>
          all.filter(
            (part) => part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflow !== 'visible',
          ).length,
      );
    expect(cut).toBe(0);
    expect(await page.locator('details.twin').first().locator('tbody tr').last().isVisible()).toBe(true);
    await context.close();
  });
});

describe('in forced colours', () => {
  it('tells the sign by text and the window by its outline', async () => {
    const { page, context } = await site.visit(`${PATH}#v=1&img=digit&n=8&at=12`);
    await page.emulateMedia({ forcedColors: 'active' });
    await live(page);
    const looks = await page.evaluate(() => {
      const fillOf = (selector: string): string => {
        const part = document.querySelector(selector);
        return part === null ? '' : getComputedStyle(part).fill;
      };
      const strokeOf = (selector: string): string => {
        const part = document.querySelector(selector);
        return part === null ? '' : getComputedStyle(part).stroke;
      };
      return { ground: fillOf('.cell .ground'), text: fillOf('.cell text'), window: strokeOf('.window') };
    });
    expect(new Set([looks.ground, looks.text, looks.window]).size).toBe(3);
    for (const text of await page.locator('.cell.neg text').allTextContents()) expect(text).toContain('−');
    await context.close();
  });
});

it.each([
  [`${PATH}#v=1&img=digit&n=6&p=1&at=36&w=identity&task=move`, 'dark', 320],
  [`/en${PATH}#v=1&mode=max&img=photo&n=12&c=3&at=40`, 'light', 1280],
  [`/en${PATH}#v=1&n=4&k=5`, 'dark', 1280],
] as const)('axe finds nothing once script runs: %s, %s, %i px', async (path, theme, width) => {
  const { page, context } = await site.visit(path, { theme, width });
  await live(page);
  await unfold(page);
  await page.locator('.chip input').last().check();
  expect(await axeViolations(page, '.lab-widget')).toEqual([]);
  await context.close();
});

describe('numbers', () => {
  it('are the same bits from the worker, from this process, and after a reload', async () => {
    const session = model.open(await loadCpu());
    const states = Array.from({ length: 40 }, (_, seed) => drawState(seed))
      .filter((state) => impossible(state) === null)
      .slice(0, byDepth(3, 8))
      .map((state): ConvolutionState => ({ ...state, step: stepsOf(state) }));
    expect(states).toHaveLength(byDepth(3, 8));
    const { page, context } = await site.visit(PATH);
    await live(page);
    const read = (length: number): Promise<number[]> =>
      page.evaluate((wanted) => {
        const grids = [...document.querySelectorAll('.panel.slide .twin table')];
        const values = grids.map((grid) =>
          [...grid.querySelectorAll('tbody tr')].flatMap((row) =>
            [...row.querySelectorAll('td')]
              .slice(2)
              .map((cell) => Number(cell.querySelector('data')?.getAttribute('value'))),
          ),
        );
        return values.findLast((found) => found.length === wanted) ?? [];
      }, length);
    for (const state of states) {
      const hash = encodeHash(state);
      expect(decodeHash(`#${hash}`).state).toEqual(state);
      const work = session.answer(state);
      let next = work.next();
      while (!next.done) next = work.next();
      const { output } = next.value;
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect.poll(() => read(output.length), { timeout: 20_000, message: hash }).toEqual(output);
      await page.reload();
      await live(page);
      await expect.poll(() => read(output.length), { timeout: 20_000, message: hash }).toEqual(output);
    }
    await context.close();
  });
});

it('leaves no tensor in the worker after 20 visits on one page', async () => {
  const { page, context } = await site.visit(PATH);
  await live(page);
  const workers = page.workers().length;
  for (let i = 0; i < 20; i++) {
    await remount(page);
    await page.keyboard.press('ArrowRight');
  }
  expect(page.workers().length).toBe(workers);
  await expect.poll(() => tensorsOf(page)).toBe(0);
  await context.close();
});
