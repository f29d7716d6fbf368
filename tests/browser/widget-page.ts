/** What the tests of all widgets do and look at on a widget's page. */
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** Longest wait for a worker that may still have to load, in milliseconds. */
const LOAD = 25_000;

/** Whether a requested path is TensorFlow.js or something that brings it. */
export function isTensor(path: string): boolean {
  return /_astro\/(worker|snippet-worker|ops|wasm|cpu|model|tfjs)[-.]/.test(path);
}

/** The sentence that tells the step. */
export function narration(page: Page): Locator {
  return page.locator('.narration').first();
}

/** Polls the sentence: `await says(page).toContain('…')`. */
export function says(page: Page) {
  return expect.poll(() => narration(page).textContent(), { timeout: LOAD });
}

/** Text beside the slider. */
export function reading(page: Page): Promise<string | null> {
  return page.locator('.player .reading').textContent();
}

/** The state as the address has it. */
export function hashOf(page: Page): Promise<string> {
  return page.evaluate(() => location.hash);
}

/** Text of everything the widget shows for a state: drawings, readings, tables, sentence. */
export function shown(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage, .course, .player .reading, .narration')]
      .map((part) => part.textContent)
      .join('\n'),
  );
}

/** Waits until what the widget shows has stayed the same for longer than its tables wait for a rest, and gives it. */
export async function atRest(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(async () => {
      const before = await shown(page);
      await page.waitForTimeout(800);
      last = await shown(page);
      return last === before;
    })
    .toBe(true);
  return last;
}

/** Puts the focus into the widget and waits until the worker's first frame is told. */
export async function live(page: Page): Promise<void> {
  await page.locator('.stage').first().focus();
  await narration(page).filter({ hasText: /\d/ }).waitFor({ timeout: LOAD });
}

/** Asserts that parts of the page have the same text from the build and from the worker. */
export async function expectSameWhenLive(page: Page, parts: Locator): Promise<void> {
  const before = await parts.allInnerTexts();
  await live(page);
  await page.locator('.stage astro-slot').first().waitFor({ state: 'detached' });
  expect(await parts.allInnerTexts()).toEqual(before);
}

/** Moves the focus with Tab until an element matches. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}.`);
}

/** Asserts, on a page 320 px wide, that every target is at least 44 px high and nothing is cut off. */
export async function expectFitForThumbs(page: Page): Promise<void> {
  const small = await page
    .locator('.lab-widget :is(button, summary, select, .chip, .file)')
    .evaluateAll((all) =>
      all
        .filter((part) => part.getClientRects().length > 0 && part.getBoundingClientRect().height < 43.5)
        .map((part) => part.textContent),
    );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}

/** Presses keys on an element in one task, as they arrive where the page draws late. */
export async function pressAtOnce(target: Locator, keys: readonly string[]): Promise<void> {
  await target.focus();
  await target.evaluate((element, pressed) => {
    for (const key of pressed)
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, keys);
}

/** Runs the state as a program (English pages) and gives its output once `last` stands in it. */
export async function runProgram(page: Page, last: string): Promise<string> {
  await page.locator('.foot-line button', { hasText: 'Code' }).click();
  await page.locator('.run-bar button.primary').click();
  const output = page.locator('.run-output', { hasText: last });
  await output.waitFor({ timeout: LOAD });
  return output.innerText();
}

/** Takes the widget off the page and puts it there anew, as a page swap would; waits until it has come to life. */
export async function remount(page: Page): Promise<void> {
  await page.evaluate(() => {
    const island = document.querySelector('astro-island');
    const parent = island?.parentElement;
    const copy = island?.cloneNode(true);
    island?.dispatchEvent(new CustomEvent('astro:unmount'));
    island?.remove();
    if (copy instanceof Element) {
      copy.setAttribute('ssr', '');
      parent?.append(copy);
    }
  });
  await page.locator('.player button:enabled').first().waitFor();
  await live(page);
}

/** Tensors alive in the page's first worker. */
export function tensorsOf(page: Page): Promise<number> | undefined {
  return page.workers()[0]?.evaluate(() => Reflect.get(globalThis, '_tfengine')?.memory().numTensors);
}
