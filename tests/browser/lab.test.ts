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

describe('the activation widget', () => {
  it('loads nothing of TensorFlow.js before the reader comes to it, on its page and in a section', async () => {
    for (const path of ['/lab/activation/', '/chapters/deep-learning/sigmoid/']) {
      const { page, requests, faults, context } = await site.visit(path);
      await page.waitForTimeout(1500);
      expect(requests.filter(isTensor), path).toEqual([]);
      await page.locator('.stage').first().scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 60);
      await says(page).toContain('x');
      expect(requests.filter(isTensor).length, path).toBeGreaterThanOrEqual(3);
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  it('shows the same text from the build and from the worker', async () => {
    const { page, context } = await site.visit('/lab/activation/');
    await expectSameWhenLive(page, page.locator('.stage'));
    await context.close();
  });

  it('is worked by keyboard alone: n steps forward and n back give the same text', async () => {
    const { page, faults, context } = await site.visit('/lab/activation/', { reducedMotion: true });
    await live(page);
    await says(page).toContain('x = 1：');
    const before = await shown(page);
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
    await says(page).toContain('x = 1.6：');
    expect(await page.locator('.curves .readings data').first().textContent()).toBe('0.8320');
    expect(await shown(page)).not.toBe(before);
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toBe(before);
    await page.keyboard.press('End');
    await says(page).toContain('x = 5：');
    await page.keyboard.press('n');
    await page.keyboard.press('r');
    await expect.poll(() => hashOf(page)).toBe('#v=1&seed=2');
    await page.keyboard.press('?');
    await page.locator('.keys kbd').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps the focus on a step button that has come to its end', async () => {
    const { page, context } = await site.visit('/lab/activation/#v=1&x=4.9');
    await live(page);
    const step = page.locator('.player button').nth(2);
    await step.press('Enter');
    await says(page).toContain('x = 5：');
    await expect.poll(() => step.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await step.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(Number(await reading(page))).toBe(5);
    await context.close();
  });

  it('plays and pauses on Space, and stops at the end', async () => {
    const { page, context } = await site.visit('/lab/activation/#v=1&x=4.6');
    await live(page);
    await page.keyboard.press(' ');
    await says(page).toContain('x = 5：');
    await page
      .locator('.player button')
      .nth(1)
      .filter({ has: page.locator('path[d^="M8 5v14l11"]') })
      .waitFor();
    await context.close();
  });

  it('opens a hash as it was shared, and reports what it cannot use', async () => {
    const { page, context } = await site.visit(
      '/en/lab/activation/#v=1&f=relu,leaky&x=-2&a=0.5&shift=-4&colour=red&k=99',
    );
    await says(page).toContain('ReLU');
    expect(await page.locator('.curves .readings dt').allInnerTexts()).toEqual(['ReLU', 'Leaky ReLU']);
    const readings = await page
      .locator('.curves .readings data')
      .evaluateAll((all) => all.map((data) => data.getAttribute('value')));
    expect(readings.map(Number)).toEqual([0, 0, -1, 0.5]);
    const problems = await page.locator('.problems li').allInnerTexts();
    expect(problems).toHaveLength(2);
    expect(problems.join()).toMatch(/colour.*k=99.*1 … 30/s);
    await context.close();
  });

  it('follows the pointer, and the buttons do what dragging does', async () => {
    const { page, context } = await site.visit('/lab/activation/', { width: 1280 });
    await live(page);
    const box = await page.locator('.curve-plot').first().boundingBox();
    if (box === null) throw new Error('There is no plot.');
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.85, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => reading(page)).toMatch(/^3\.\d/);
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    const rest = await reading(page);
    await page.locator('.player button').nth(2).click();
    await expect.poll(async () => Number(await reading(page))).toBeCloseTo(Number(rest) + 0.1, 5);
    await context.close();
  });

  it('asks, waits for a guess, then shows the answer of the live state', async () => {
    const { page, context } = await site.visit('/lab/activation/#v=1&f=sigmoid&x=1');
    await live(page);
    await page.locator('.predict button').nth(1).waitFor();
    for (let i = 0; i < 4 && !(await page.locator('.predict legend').innerText()).includes('移到'); i++)
      await page.locator('.predict button').last().click();
    await page.locator('.predict label', { hasText: '变小' }).click();
    await page.locator('.predict button[type=submit]').click();
    expect(await page.locator('.predict .reveal').innerText()).toMatch(/猜对了。.*0\.1966.*0\.0452/s);
    await context.close();
  });

  it('shows the state as a program that prints the numbers on screen', async () => {
    const { page, faults, context } = await site.visit('/en/lab/activation/#v=1&f=tanh&x=0.5');
    await says(page).toContain('tanh');
    const output = await runProgram(page, 'dead: 0 of 16');
    const [f, slope] = await page.locator('.curves .readings data').allInnerTexts();
    expect(output).toContain(`tanh: f = ${f}, slope = ${slope}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('works at 320 px by touch alone', async () => {
    const { page, context } = await site.visit('/lab/activation/', { width: 320, touch: true });
    await page.locator('.player button').nth(2).tap();
    await says(page).toContain('x = 1.1');
    await expectFitForThumbs(page);
    await context.close();
  });

  it('is whole without script: figures, readings and tables, no dead buttons', async () => {
    const { page, context } = await site.visit('/lab/activation/', { script: false });
    expect(await page.locator('.stage svg[role=img]').count()).toBe(5);
    expect(await page.locator('.curves .readings data').first().textContent()).toBe('0.7311');
    expect(await page.locator('.lab-widget button:visible').count()).toBe(0);
    await page.locator('details.twin summary').first().click();
    expect(await page.locator('details.twin').first().locator('tbody tr').count()).toBe(12);
    await context.close();
  });

  it('leaves no tensor in the worker after 20 visits to a widget on one page', async () => {
    const { page, context } = await site.visit('/lab/activation/');
    await live(page);
    const workers = page.workers().length;
    for (let i = 0; i < 20; i++) {
      await remount(page);
    }
    expect(page.workers().length).toBe(workers);
    await expect.poll(() => tensorsOf(page)).toBe(0);
    await context.close();
  });
});

describe('a runnable block', () => {
  const open = async (path = '/chapters/deep-learning/tanh/') => {
    const visit = await site.visit(path);
    await visit.page.locator('.run-start').first().click();
    await visit.page.locator('.run-panel .verdict[data-ok]').first().waitFor({ timeout: 20_000 });
    return visit;
  };

  it('prints what the page says it prints', async () => {
    const { page, faults, context } = await open();
    expect(await page.locator('.verdict').first().getAttribute('data-ok')).toBe('true');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says beside its button what did not arrive, keeps label and focus, and runs at the next press', async () => {
    const { page, context } = await site.visit('/chapters/deep-learning/tanh/');
    await page.route('**/run-messages.json', (route) => route.abort());
    const button = page.locator('.run-start').first();
    await button.press('Enter');
    const trouble = page.locator('.run-start + output').first();
    await trouble.filter({ hasText: '没能加载' }).waitFor();
    expect(await button.innerText()).toBe('运行这段代码');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.unroute('**/run-messages.json');
    await button.press('Enter');
    await page.locator('.run-panel .verdict[data-ok="true"]').first().waitFor({ timeout: 20_000 });
    await context.close();
  });

  it('marks the line of an error, whether it runs or does not even parse', async () => {
    const { page, context } = await open();
    const field = page.locator('.run-panel textarea');
    for (const [code, line, message] of [
      ['const a = 1;\n\ntf.nothing();', '3', 'tf.nothing is not a function'],
      ['const a = 1;\nconst b = ;', '2', 'SyntaxError'],
    ] as const) {
      await field.fill(code);
      await field.press('Control+Enter');
      await page.locator('.run-output .error', { hasText: message }).waitFor({ timeout: 20_000 });
      expect(await page.locator('.gutter [data-error]').innerText()).toBe(line);
    }
    await context.close();
  });

  it('cannot reach the network or the reader’s stored work', async () => {
    const { page, context, requests } = await open();
    const field = page.locator('.run-panel textarea');
    await field.fill(
      'const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "indexedDB", "caches", "importScripts", "Worker", "postMessage", "FontFace", "fonts", "eval"];\nreturn names.filter((n) => globalThis[n] !== undefined || Object.getPrototypeOf(globalThis)[n] !== undefined).length;',
    );
    const before = requests.length;
    await field.press('Control+Enter');
    await page.locator('.run-output .value', { hasText: '0' }).waitFor({ timeout: 20_000 });
    for (const code of ['import("/x.js")', 'import/**/("/x.js")']) {
      await field.fill(code);
      await field.press('Control+Enter');
      await page.locator('.run-output .error', { hasText: '第 1 行想加载别的代码' }).waitFor({ timeout: 20_000 });
      await field.fill('return "import (this)";');
      await field.press('Control+Enter');
      await page.locator('.run-output .value', { hasText: 'import (this)' }).waitFor({ timeout: 20_000 });
    }
    // Code made of a text, and a text that would close the function it is looked at in.
    for (const [code, message] of [
      ['(async () => 0).constructor("return import(\'/x.js\')")();', 'EvalError'],
      ['setTimeout("import(\'/x.js\')");', 'EvalError'],
      ['}); import("/x.js"); (function () {', 'SyntaxError'],
    ] as const) {
      await field.fill(code);
      await field.press('Control+Enter');
      await page.locator('.run-output .error', { hasText: message }).waitFor({ timeout: 20_000 });
    }
    expect(requests.slice(before).filter((path) => !path.includes('snippet-worker'))).toEqual([]);
    await context.close();
  });

  it('that never ends leaves the page free, and Stop ends it', async () => {
    const { page, context } = await open();
    const field = page.locator('.run-panel textarea');
    await field.fill('console.log("on");\nwhile (true) {}');
    await field.press('Control+Enter');
    await page.locator('.run-output', { hasText: 'on' }).waitFor({ timeout: 20_000 });
    await page.evaluate(async () => {
      for (let frame = 0; frame < 30; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await page.locator('.run-bar button').nth(1).click();
    await page.locator('.run-bar .status', { hasText: '已停止' }).waitFor();
    // Chromium lets a busy worker two more seconds before it is killed.
    const left = () => page.workers().filter((worker) => worker.url().includes('snippet')).length;
    await expect.poll(left).toBe(0);
    await context.close();
  });

  it('keeps the focus through a run: on Run from the first press, on Stop when that ends it', async () => {
    const { page, context } = await open();
    const [run, stop] = [page.locator('.run-bar button').nth(0), page.locator('.run-bar button').nth(1)];
    await expect.poll(() => run.getAttribute('aria-disabled')).toBe('false');
    expect(await run.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.locator('.run-panel textarea').fill('while (true) {}');
    await run.press('Enter');
    await expect.poll(() => stop.getAttribute('aria-disabled')).toBe('false');
    await stop.press('Enter');
    await page.locator('.run-bar .status', { hasText: '已停止' }).waitFor();
    expect(await stop.getAttribute('aria-disabled')).toBe('true');
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
    await context.close();
  });

  it('does not catch the keyboard: Tab indents, Esc then Tab leaves', async () => {
    const { page, context } = await open();
    const field = page.locator('.run-panel textarea');
    await field.fill('');
    await field.press('Tab');
    expect(await field.inputValue()).toBe('  ');
    await field.press('Escape');
    await field.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await context.close();
  });
});

describe('a question’s proof', () => {
  it('runs and agrees with the answer, and says so when it does not', async () => {
    const { page, faults, context } = await site.visit('/questions/dl-act-four-sigmoids/');
    await page.locator('.proof summary').click();
    await page.locator('.proof .run-bar button.primary').click();
    await page.locator('.proof .verdict[data-ok="true"]').waitFor({ timeout: 20_000 });
    expect(await page.locator('.proof .verdict').innerText()).toContain('0.00390625');
    await page.locator('.proof textarea').fill('return 0.25;');
    await page.locator('.proof textarea').press('Control+Enter');
    await page.locator('.proof .verdict[data-ok="false"]').waitFor({ timeout: 20_000 });
    expect(faults).toEqual([]);
    await context.close();
  });
});
