import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PAGEFIND_OPTIONS } from '#components/search/pagefind-options.ts';
import { isSearchDictionary, type SearchDictionary } from '#core/search/dictionary.ts';
import { createSearcher, type Searcher } from '#core/search/search.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const ORIGIN = 'http://bundle.invalid/';

interface Bundle {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; score: number }[] }>;
}

/** Whatever the bundle fetches comes from dist/, and what it asks the document is its language. */
function standIn(locale: string): void {
  Object.assign(globalThis, {
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => locale }) },
    location: { href: ORIGIN },
    fetch: async (address: string | URL) =>
      new Response(new Uint8Array(await readFile(join(DIST, new URL(address).pathname)))),
  });
}

/** The real search of the built site, Pagefind's own bundle included, run on its main-thread path in Node. */
export async function openBuiltSearch(
  locale: 'zh-CN' | 'en',
): Promise<{ searcher: Searcher; dictionary: SearchDictionary }> {
  standIn(locale);
  const module = `${pathToFileURL(join(DIST, 'pagefind/pagefind.js'))}?${locale}`;
  const bundle: Bundle = await import(/* @vite-ignore */ module);
  await bundle.options({ ...PAGEFIND_OPTIONS, basePath: `${ORIGIN}pagefind/` });
  await bundle.init();
  await bundle.search('');
  const dictionary: unknown = JSON.parse(await readFile(join(DIST, `pagefind/dictionary.${locale}.json`), 'utf8'));
  if (!isSearchDictionary(dictionary)) throw new Error(`dist/pagefind/dictionary.${locale}.json is not a dictionary`);
  const searcher = createSearcher(dictionary, {
    find: async (phrase, mode) => (await bundle.search(mode === 'exact' ? `"${phrase}"` : phrase)).results,
  });
  return { searcher, dictionary };
}
