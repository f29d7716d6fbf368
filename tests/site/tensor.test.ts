import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WIDGETS } from '#widgets/catalogue.ts';
import { MARKERS } from './markers.ts';
import { BASE, DIST, gzipBytes, PAGES } from './pages.ts';

const KB = 1024;
const ASSETS = join(DIST, '_astro');
const SCRIPTS = new Map(
  globSync('*.js', { cwd: ASSETS }).map((name) => [name, readFileSync(join(ASSETS, name), 'utf8')] as const),
);

const text = (name: string): string => SCRIPTS.get(name) ?? '';
const weigh = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + gzipBytes(text(name)), 0);
const only = (names: readonly string[]): string => {
  expect(names).toHaveLength(1);
  return names[0] ?? '';
};

/** A script and everything it imports at once; with `dynamic`, also what it imports later. */
function closure(entry: string, dynamic: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !SCRIPTS.has(entry)) return seen;
  seen.add(entry);
  const found = [
    ...text(entry).matchAll(/(?:from|import)\s*["']\.?\/?([^"']+\.js)["']/g),
    ...(dynamic ? text(entry).matchAll(/import\(\s*[`"']\.?\/?([^`"']+\.js)[`"']\s*\)/g) : []),
  ];
  for (const [, name] of found) closure(basename(name ?? ''), dynamic, seen);
  return seen;
}

describe('TensorFlow.js in the build', () => {
  const worker = only([...SCRIPTS.keys()].filter((name) => /^worker-/.test(name)));
  const withTfjs = [...SCRIPTS.keys()].filter((name) => MARKERS.tfjs.test(text(name)));

  it('stands in two chunks of its own: the lab’s trimmed one, shared by its backends, and the snippets’ full one', () => {
    expect(withTfjs.map((name) => name.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual(['ops', 'snippet-worker']);
  });

  it('is no part of the lab’s worker itself, which imports it when a model asks', () => {
    expect([...closure(worker, false)].filter((name) => withTfjs.includes(name))).toEqual([]);
    expect([...closure(worker, true)].filter((name) => withTfjs.includes(name))).toHaveLength(1);
  });

  it('costs a widget on cpu up to 60 KB with its worker and, at most, every model there is', () => {
    const onCpu = [...closure(worker, true)].filter((name) => !name.startsWith('wasm-'));
    expect(onCpu.some((name) => name.startsWith('cpu-'))).toBe(true);
    expect(weigh(onCpu) / KB).toBeLessThanOrEqual(60);
  });

  it('brings WebAssembly as script up to 30 KB more, and as a file that is there once', () => {
    const script = only([...SCRIPTS.keys()].filter((name) => name.startsWith('wasm-')));
    expect(gzipBytes(text(script)) / KB).toBeLessThanOrEqual(30);
    const [, file = ''] = text(script).match(/([\w-]+simd[\w.-]*\.wasm)/) ?? [];
    expect(globSync('*simd*.wasm', { cwd: ASSETS })).toEqual([file]);
    expect(text(script)).toContain(`${BASE}_astro/${file}`);
  });

  it('is in no script that any page names', () => {
    const named = PAGES.filter(({ html }) => withTfjs.some((name) => html.includes(name)));
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

describe('widgets and the sections they serve', () => {
  it.each(WIDGETS)('$name stands in each of its sections, and links there and back', ({ name, sections }) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const page = (inner: string) => PAGES.find((each) => each.inner === inner && each.locale === locale)?.html ?? '';
      const root = locale === 'en' ? `${BASE}en/` : BASE;
      for (const section of sections) {
        expect(page(`/chapters/${section}/`), section).toContain(`data-widget="${name}"`);
        expect(page(`/chapters/${section}/`), section).toContain(`href="${root}lab/${name}/`);
        expect(page(`/lab/${name}/`), section).toContain(`href="${root}chapters/${section}/"`);
      }
    }
  });
});

describe.each(WIDGETS)('the island of $name', ({ name, sections }) => {
  const pages = PAGES.filter(({ html }) => html.includes(`data-widget="${name}"`));

  it('is on its own page and in its sections, in both languages, and nowhere else', () => {
    const places = [`/lab/${name}/`, ...sections.map((section) => `/chapters/${section}/`)];
    expect(pages.map(({ inner }) => inner).toSorted()).toEqual([...places, ...places].toSorted());
  });

  it('loads up to 40 KB of script without TensorFlow.js', () => {
    for (const { path, html } of pages) {
      const entries = [...html.matchAll(/(?:component-url|renderer-url|src)="[^"]*\/_astro\/([^"]+\.js)"/g)];
      const all = new Set(entries.flatMap(([, file]) => [...closure(file ?? '', false)]));
      expect(
        [...all].some((file) => file.startsWith('View')),
        path,
      ).toBe(true);
      expect(
        [...all].filter((file) => withTfjsIn(file)),
        path,
      ).toEqual([]);
      expect(weigh(all) / KB, path).toBeLessThanOrEqual(40);
    }
  });

  it('has its figures, readings and tables before any script runs', () => {
    for (const { path, html } of pages) {
      expect(html.match(/<svg[^>]* role="img" aria-label="[^"]{20,}/g)?.length ?? 0, path).toBeGreaterThan(0);
      expect(html.match(/<data value="[^"]+">/g)?.length ?? 0, path).toBeGreaterThan(20);
      expect(html, path).toContain('<details class="twin">');
    }
  });
});

describe('the Run button', () => {
  it('is under 1 KB of script of its own', () => {
    const buttons = [...SCRIPTS.keys()].filter(
      (name) => text(name).includes('run-start') && text(name).includes('data-run'),
    );
    for (const name of buttons) expect(gzipBytes(text(name))).toBeLessThan(KB);
    expect(buttons.length).toBeGreaterThan(0);
  });
});

function withTfjsIn(name: string): boolean {
  return MARKERS.tfjs.test(text(name));
}
