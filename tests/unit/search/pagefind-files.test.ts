import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letFailuresThrough, writePagefindFiles } from '../../../src/integrations/search/pagefind-files.ts';

const ORIGIN = 'http://bundle.invalid/';

interface Instance {
  search(term: string): Promise<{ results: unknown[] }>;
}

let bundle = '';
/** Files that do not arrive. */
let missing = /^$/;
const before = { fetch: globalThis.fetch, error: console.error };

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const { index } = await createIndex();
  if (index === undefined) throw new Error('Pagefind did not start.');
  await index.addHTMLFile({
    url: '/a/',
    content: '<html lang="en"><body><p>A memory of long sequences.</p></body></html>',
  });
  await writePagefindFiles((await index.getFiles()).files, bundle);
  await close();
  globalThis.fetch = async (address) => {
    const path = new URL(String(address)).pathname;
    if (missing.test(path)) throw new TypeError('Failed to fetch');
    return new Response(new Uint8Array(await readFile(join(bundle, path))));
  };
  // Pagefind reports there what it fails at.
  console.error = () => undefined;
});
afterAll(async () => {
  Object.assign(globalThis, { fetch: before.fetch });
  console.error = before.error;
  await rm(bundle, { recursive: true });
});

/** A fresh instance on the main thread, the way Pagefind goes where there are no workers. */
async function open(): Promise<Instance> {
  const { createInstance } = await import(/* @vite-ignore */ `${pathToFileURL(join(bundle, 'pagefind.js'))}`);
  return createInstance({ basePath: ORIGIN });
}

describe('Pagefind as it is published', () => {
  it('is written whole, without the interfaces nobody opens', async () => {
    expect((await readdir(bundle)).filter((file) => /^pagefind[-.](?!en_)/.test(file)).sort()).toEqual([
      'pagefind-entry.json',
      'pagefind-worker.js',
      'pagefind.js',
    ]);
    expect(JSON.parse(await readFile(join(bundle, 'pagefind-entry.json'), 'utf8')).languages.en.page_count).toBe(1);
  });

  it.each([
    ['a part of the index', /\.pf_index$/],
    ['the list of its parts', /\.pf_meta$/],
  ])('fails a search when %s does not arrive, instead of finding nothing', async (_, part) => {
    missing = part;
    await expect((await open()).search('memory')).rejects.toThrow();
    missing = /^$/;
    expect((await (await open()).search('memory')).results).toHaveLength(1);
  });

  it('does so in its worker too', async () => {
    const worker = await readFile(join(bundle, 'pagefind-worker.js'), 'utf8');
    expect(worker.match(/`\);throw e\}/g)).toHaveLength(1);
  });

  it('is refused when another version swallows failures elsewhere', () => {
    expect(() => letFailuresThrough('catch(e){}')).toThrow('0 times');
  });
});
