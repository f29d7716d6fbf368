/** What a reader feels of the lab's training widgets on the built pages: speed, long tasks, latency, leaks, sameness. */
import type { Page } from 'playwright';
import { openSite, type Site } from '../browser/site.ts';
import { watchHeaps } from './heaps.ts';
import type { Report } from './run.ts';
import { trainMlpPlainly } from './typed-array-mlp.ts';

/** A widget that trains. */
interface Row {
  readonly name: string;
  readonly path: string;
  /** Address of a state after 500 updates, and what its sentence says once it has been reached. */
  readonly trained: string;
  readonly told: string;
  /** Selects the fingerprint of the parameters. */
  readonly print: string;
  /** Controls that change what is seen and leave the training alone. */
  readonly clicks: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'mlp',
    path: '/lab/mlp/',
    trained: '/lab/mlp/#v=1&at=5000',
    told: '500',
    print: '.hash code',
    clicks: '.neuron-panel input[type=radio]',
  },
  {
    name: 'gan',
    path: '/lab/gan/',
    trained: '/lab/gan/#v=1&path=b500&at=500',
    told: '500',
    print: '.ids code',
    clicks: '.layers input[type=checkbox]',
  },
];

const WARM_UP = 2_000;
const MEASURED = 10_000;
const ATTENTIVE = 30_000;
const INPUTS = 20;
/** Event Timing tells nothing shorter than this, in milliseconds. */
const SHORTEST = 16;

/**
 * Sent to the page before its scripts: keeps the frames the worker sends and, with `replay` on, answers “play” with them
 * and lets nothing compute. That is the control: the same drawing without the training.
 */
function recordFrames(): void {
  const Native = Worker;
  const log: { readonly data: { readonly kind: string } }[] = [];
  const lab = { replay: false, long: 0, durations: [] as number[] };
  Object.assign(globalThis, { lab });
  globalThis.Worker = class extends Native {
    private timer: ReturnType<typeof setInterval> | undefined;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'answer' && !lab.replay && !data.done) log.push({ data });
      });
    }
    override postMessage(message: { kind: string; id?: number; session?: number; question?: { kind?: string } }): void {
      clearInterval(this.timer);
      if (!lab.replay || message.kind !== 'ask' || message.question?.kind !== 'play') {
        super.postMessage(message);
        return;
      }
      let next = 0;
      this.timer = setInterval(() => {
        const frame = log[next % log.length];
        next += 1;
        const data = { ...frame?.data, id: message.id, session: message.session, done: false };
        this.dispatchEvent(new MessageEvent('message', { data }));
      }, 50);
    }
  };
  new PerformanceObserver((list) => {
    lab.long += list.getEntries().length;
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, 'interactionId') > 0 && /^(pointerup|keydown|click)$/.test(entry.name))
        lab.durations.push(entry.duration);
  }).observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }));
}

async function openRow(site: Site, path: string, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(site.url(path), { waitUntil: 'load' });
  return { page, context };
}

const live = async (page: Page): Promise<void> => {
  await page.locator('.stage').first().focus();
  await page.locator('.narration').filter({ hasText: /\d/ }).first().waitFor({ timeout: 60_000 });
};

const epochOf = (page: Page): Promise<{ epoch: number; time: number }> =>
  page.evaluate(() => ({
    epoch: Number(document.querySelector('.player .reading')?.textContent?.match(/[\d.]+/)?.[0]),
    time: performance.now(),
  }));

/** 95th percentile of the time from an input to its paint: clicks and keys, a quarter of a second apart. */
async function latency(page: Page, clicks: string): Promise<number> {
  await page.evaluate(() => Reflect.get(globalThis, 'lab').durations.splice(0));
  const targets = page.locator(clicks);
  const count = await targets.count();
  for (let i = 0; i < INPUTS; i++) {
    await targets.nth(i % count).click({ force: true });
    await page.waitForTimeout(250);
    await page.keyboard.press('?');
    await page.waitForTimeout(250);
  }
  const seen: number[] = await page.evaluate(() => Reflect.get(globalThis, 'lab').durations);
  const all = [...seen, ...Array.from({ length: Math.max(0, 2 * INPUTS - seen.length) }, () => SHORTEST)];
  return all.toSorted((a, b) => a - b)[Math.ceil(0.95 * all.length) - 1] ?? SHORTEST;
}

const tensorsIn = async (page: Page): Promise<number> => {
  const counts = await Promise.all(
    page
      .workers()
      .map((worker) => worker.evaluate(() => Reflect.get(globalThis, '_tfengine')?.memory().numTensors ?? 0)),
  );
  return counts.reduce((sum: number, count: number) => sum + count, 0);
};

/** Takes the widget off the page and puts it back, `times` times, then off for good; gives the tensors left in the worker. */
async function remount(page: Page, times: number): Promise<number> {
  for (let i = 0; i <= times; i++) {
    await page.evaluate((back) => {
      const island = document.querySelector('astro-island');
      const parent = island?.parentElement;
      const copy = island?.cloneNode(true);
      island?.dispatchEvent(new CustomEvent('astro:unmount'));
      island?.remove();
      if (back && copy instanceof Element) {
        copy.setAttribute('ssr', '');
        parent?.append(copy);
      }
    }, i < times);
    if (i === times) break;
    await page.locator('.player button:enabled').first().waitFor();
    await live(page);
  }
  await page.waitForTimeout(2_000);
  return tensorsIn(page);
}

async function measureRow(site: Site, row: Row, report: Report): Promise<void> {
  const say = (name: string, value: number, unit: string, better: 'lower' | 'higher' = 'lower'): void =>
    report({ name, value, unit, better });
  const { page, context } = await openRow(site, row.path, (fresh) => fresh.addInitScript(recordFrames));
  await live(page);
  await page.keyboard.press(' ');
  await page.waitForTimeout(WARM_UP);
  await page.evaluate(() => Object.assign(Reflect.get(globalThis, 'lab'), { long: 0 }));
  const from = await epochOf(page);
  await page.waitForTimeout(MEASURED);
  const to = await epochOf(page);
  if (row.name === 'mlp') {
    const speed = (to.epoch - from.epoch) / ((to.time - from.time) / 1000);
    say('mlp.epochs_per_s', Math.round(speed), 'epochs/s', 'higher');
  }
  await page.waitForTimeout(ATTENTIVE - MEASURED);
  const long: number = await page.evaluate(() => Reflect.get(globalThis, 'lab').long);
  say(`lab.long_tasks.${row.name}`, long, 'tasks > 50 ms in 30 s');
  await page.keyboard.press('r');
  await page.keyboard.press(' ');
  await page.waitForTimeout(WARM_UP);
  say(`lab.input_to_paint_p95_ms.${row.name}`, await latency(page, row.clicks), 'ms');
  await page.locator('.stage').first().focus();
  await page.keyboard.press('r');
  await page.evaluate(() => Object.assign(Reflect.get(globalThis, 'lab'), { replay: true }));
  await page.keyboard.press(' ');
  await page.waitForTimeout(WARM_UP);
  say(`lab.input_to_paint_control_p95_ms.${row.name}`, await latency(page, row.clicks), 'ms');
  if (row.name === 'mlp') {
    const plain = await page.evaluate(trainMlpPlainly, 4_000);
    say('mlp.plain_f64_epochs_per_s', Math.round(plain), 'epochs/s', 'higher');
  }
  await context.close();
}

/** Reports the tensors that steps, 20 resets and 20 mounts leave behind. */
export async function measureLeaks(site: Site, row: Pick<Row, 'name' | 'path'>, report: Report): Promise<void> {
  const { page, context } = await openRow(site, row.path);
  await live(page);
  await page.waitForTimeout(1_500);
  const before = await tensorsIn(page);
  await page.keyboard.press(' ');
  await page.waitForTimeout(4_000);
  await page.keyboard.press(' ');
  for (let i = 0; i < 20; i++) await page.keyboard.press('r');
  await page.waitForTimeout(3_000);
  const grown = (await tensorsIn(page)) - before;
  const left = await remount(page, 20);
  report({ name: `lab.tensors_leaked.${row.name}`, value: Math.max(grown, left), unit: 'tensors', better: 'lower' });
  await context.close();
}

/** Reports how many fingerprints there are of one address beyond the first: opened, reloaded, and in another tab. */
async function measureSameness(site: Site, row: Row, report: Report): Promise<void> {
  const hashes: (string | null)[] = [];
  const read = async (page: Page): Promise<void> => {
    await live(page);
    await page.locator('.narration', { hasText: row.told }).waitFor({ timeout: 60_000 });
    hashes.push(await page.locator(row.print).first().textContent());
  };
  for (let i = 0; i < 2; i++) {
    const { page, context } = await openRow(site, row.trained);
    await read(page);
    await page.reload();
    await read(page);
    await context.close();
  }
  report({ name: `lab.hash_mismatches.${row.name}`, value: new Set(hashes).size - 1, unit: 'hashes', better: 'lower' });
}

/** Reports the time from the first touch to the first frame, on a processor slowed four times. */
export async function measureFirstFrame(site: Site, row: Pick<Row, 'name' | 'path'>, report: Report): Promise<void> {
  const { page, context } = await openRow(site, row.path);
  await page.locator('.player button:enabled').first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // Told by the page itself: looking for it from outside would cost the slowed page more than the frame does.
  const shown = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.now();
        const said = document.querySelector('.narration');
        new MutationObserver(() => {
          if (/\d/.test(said?.textContent ?? '')) requestAnimationFrame(() => done(performance.now() - start));
        }).observe(said ?? document, { childList: true, characterData: true, subtree: true });
        document.querySelector<HTMLElement>('.stage')?.focus();
      }),
  );
  report({
    name: `lab.first_frame_ms.${row.name}`,
    value: Math.round(shown),
    unit: 'ms',
    better: 'lower',
  });
  await context.close();
}

/**
 * Growth of the heaps of page and worker over five minutes of training, begun anew and left at rest again and again, for
 * at rest tables are written and predictions tried out.
 */
async function measureHeap(site: Site, row: Row, report: Report): Promise<void> {
  const { page, context } = await openRow(site, row.path);
  await live(page);
  const used = await watchHeaps(page);
  const train = async (): Promise<void> => {
    await page.keyboard.press('r');
    await page.keyboard.press(' ');
    await page.waitForTimeout(12_000);
    await page.keyboard.press(' ');
    await page.waitForTimeout(2_000);
  };
  for (let i = 0; i < 2; i++) await train();
  const before = await used();
  for (const end = Date.now() + 300_000; Date.now() < end; ) await train();
  const grown = ((await used()) - before) / 2 ** 20;
  report({
    name: `lab.heap_growth_mb.${row.name}`,
    value: Math.round(100 * grown) / 100,
    unit: 'MB in 5 minutes',
    better: 'lower',
  });
  await context.close();
}

/** Reports mlp.* and lab.* figures. */
export async function measure(report: Report): Promise<void> {
  const site = await openSite();
  for (const row of ROWS) {
    await measureRow(site, row, report);
    await measureLeaks(site, row, report);
    await measureSameness(site, row, report);
    await measureFirstFrame(site, row, report);
    await measureHeap(site, row, report);
  }
  await site.close();
}
