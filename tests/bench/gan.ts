/**
 * The GAN widget on the built page: its speed, drawing on, beside a plain typed-array f64 loop in the same browser; whether
 * one address is one run; what stays in memory after five minutes.
 */
import type { Page } from 'playwright';
import { openSite } from '../browser/site.ts';
import type { Report } from './run.ts';
import { trainPlainly } from './typed-array-gan.ts';

/** Default game: batch 150, G 2-8-8-2, D 2-8-8-1, Adam; a step is one update of D and one of G. */
const PATH = '/lab/gan/';
const WARM_UP = 2_000;
const MEASURED = 10_000;
const ATTENTIVE = 30_000;

const tickOf = (page: Page): Promise<{ tick: number; time: number }> =>
  page.evaluate(() => ({
    tick: Number(document.querySelector('.player .reading')?.textContent?.match(/\d+/)?.[0]),
    time: performance.now(),
  }));

/** Reports gan.* figures. */
export async function measure(report: Report): Promise<void> {
  const site = await openSite();
  const { page, context } = await site.visit(PATH);
  await page.locator('.stage').first().focus();
  await page.locator('.narration', { hasText: 'JS' }).waitFor({ timeout: 30_000 });
  await page.evaluate(() => {
    Object.assign(globalThis, { frames: 0, long: 0 });
    const count = (name: string, by: number): boolean =>
      Reflect.set(globalThis, name, Reflect.get(globalThis, name) + by);
    const stage = document.querySelector('.gan-stage');
    if (stage !== null)
      new MutationObserver(() => count('frames', 1)).observe(stage, { subtree: true, attributeFilter: ['d'] });
    new PerformanceObserver((list) => count('long', list.getEntries().length)).observe({ type: 'longtask' });
  });
  await page.keyboard.press(' ');
  await page.waitForTimeout(WARM_UP);
  const framesOf = async (): Promise<number> => Number(await page.evaluate(() => Reflect.get(globalThis, 'frames')));
  const [from, firstFrame] = [await tickOf(page), await framesOf()];
  await page.waitForTimeout(MEASURED);
  const [to, lastFrame] = [await tickOf(page), await framesOf()];
  const seconds = (to.time - from.time) / 1000;
  const steps = (to.tick - from.tick) / seconds;
  report({ name: 'gan.steps_per_s', value: Math.round(steps), unit: 'steps/s', better: 'higher' });
  report({
    name: 'gan.frames_per_s',
    value: Number(((lastFrame - firstFrame) / seconds).toFixed(1)),
    unit: 'frames/s',
    better: 'higher',
  });
  // The rest of 30 s, unless the path is full before.
  await page.waitForTimeout(Math.max(0, ATTENTIVE - WARM_UP - MEASURED));
  const long: number = await page.evaluate(() => Reflect.get(globalThis, 'long'));
  report({ name: 'gan.long_tasks', value: long, unit: 'tasks > 50 ms in 30 s', better: 'lower' });
  await context.close();

  const { page: empty, context: other } = await site.visit('/404.html');
  const plain = await empty.evaluate(trainPlainly, 4_000);
  await other.close();
  await site.close();
  report({ name: 'gan.plain_f64_steps_per_s', value: Math.round(plain), unit: 'steps/s', better: 'higher' });
  report({
    name: 'gan.share_of_plain_f64',
    value: Number((steps / plain).toFixed(2)),
    unit: 'ratio',
    better: 'higher',
  });
}
