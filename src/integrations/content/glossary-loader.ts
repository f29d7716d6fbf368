import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';

const FILE = 'content/glossary.yaml';

/** Loads glossary.yaml, a list; entries keep their order by `order`-free ids, so readers sort by section and file. */
export function glossaryLoader(): Loader {
  return {
    name: 'glossary',
    async load({ config, store, parseData, watcher }) {
      const path = fileURLToPath(new URL(FILE, config.root));
      const refresh = async (): Promise<void> => {
        store.clear();
        const terms: unknown = parse(await readFile(path, 'utf8'));
        for (const term of Array.isArray(terms) ? terms : []) {
          const id = String(term.id);
          store.set({ id, data: await parseData({ id, data: term, filePath: FILE }) });
        }
      };
      await refresh();
      watcher?.on('change', (changed) => (changed === path ? refresh() : undefined));
    },
  };
}
