/** The built site as the site tests see it: every page with its kind, language and text. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Folder of the one build all site tests look at. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** Path the build stands under. */
export const BASE = process.env['BASE_PATH'] ?? '/aca/';

/** What a page is for; budgets and checks differ by it. */
export type PageKind =
  | 'home'
  | 'chapter'
  | 'sheet'
  | 'section'
  | 'questions'
  | 'question'
  | 'exam'
  | 'lab'
  | 'widget'
  | 'glossary'
  | 'search'
  | 'about'
  | '404'
  | 'other';

/** A built HTML page. */
export interface Page {
  /** Path on the site, base included, e.g. `/aca/en/exam/`. */
  readonly path: string;
  /** The same without base and language. */
  readonly inner: string;
  readonly locale: 'zh-CN' | 'en';
  readonly kind: PageKind;
  readonly html: string;
}

function kindOf(inner: string): PageKind {
  if (inner === '/') return 'home';
  if (inner === '/404.html') return '404';
  const [, room, second, third] = inner.split('/');
  switch (room) {
    case 'chapters':
      return third === 'cheat-sheet' ? 'sheet' : third ? 'section' : 'chapter';
    case 'questions':
      return second ? 'question' : 'questions';
    case 'lab':
      return second ? 'widget' : 'lab';
    case 'exam':
    case 'glossary':
    case 'search':
    case 'about':
      return room;
    default:
      return 'other';
  }
}

function readPages(): readonly Page[] {
  if (!existsSync(DIST)) throw new Error('There is no dist/: run `npm run build` (npm test does).');
  return globSync('**/*.html', { cwd: DIST })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('pagefind/'))
    .sort()
    .map((name) => {
      const url = `/${name.replace(/index\.html$/, '')}`;
      const locale = url.startsWith('/en/') ? 'en' : 'zh-CN';
      const inner = locale === 'en' ? url.slice(3) : url;
      return {
        path: `${BASE}${url.slice(1)}`,
        inner,
        locale,
        kind: kindOf(inner),
        html: readFileSync(`${DIST}/${name}`, 'utf8'),
      };
    });
}

/** Every page of the build. */
export const PAGES = readPages();

/** Bytes as GitHub Pages would send them at best: gzip -9. */
export function gzipBytes(data: string | Uint8Array): number {
  return gzipSync(data, { level: 9 }).length;
}

/** Reads a file of the build by its address; null when there is none. */
export function readAsset(url: string): Buffer | null {
  const inside = url.startsWith(BASE) ? url.slice(BASE.length) : null;
  if (inside === null || !existsSync(`${DIST}/${inside}`)) return null;
  return readFileSync(`${DIST}/${inside}`);
}

/** Values of an attribute on a kind of element, in order. */
export function attributes(html: string, element: string, attribute: string): string[] {
  const tags = html.match(new RegExp(`<${element}\\b[^>]*>`, 'g')) ?? [];
  return tags.flatMap((tag) => tag.match(new RegExp(`\\s${attribute}="([^"]*)"`))?.[1] ?? []);
}

/** Scripts a module imports statically, itself first: what the browser loads before any interaction. */
export function scriptClosure(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = [...entries];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const text = readAsset(url)?.toString('utf8') ?? '';
    for (const match of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{},\s$]+\s*from\s*)?["'](\.[^"']+)["']/g,
    )) {
      queue.push(new URL(match[1] ?? '', `http://x${url}`).pathname);
    }
  }
  return [...seen];
}

/** Scripts a page loads at once: module scripts, preloads, and what they import. */
export function pageScripts(page: Page): string[] {
  const tags = page.html.match(/<script\b[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
  const sources = tags.flatMap((tag) => tag.match(/\ssrc="([^"]+)"/)?.[1] ?? []);
  return scriptClosure([...sources, ...attributes(page.html, 'link rel="modulepreload"', 'href')]);
}

/** Style sheets a page loads at once. */
export function pageStyles(page: Page): string[] {
  return (page.html.match(/<link\b[^>]*rel="stylesheet"[^>]*>/g) ?? []).flatMap(
    (tag) => tag.match(/href="([^"]+)"/)?.[1] ?? [],
  );
}
