/** The blueprints as an Astro collection: `getCollection('blueprints')` yields `{ id, data: Blueprint }`. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { hasErrors } from '#core/question/finding.ts';
import { loadBank } from './load-bank.ts';
import { loadBlueprints } from './load-blueprints.ts';
import { printFinding } from './located.ts';

/** Trusted as it is: the loader has converted and checked every entry by then. */
const blueprintSchema = z.custom<Blueprint>((value) => typeof value === 'object' && value !== null);

/**
 * Loads the blueprints. One that is broken, or that the bank cannot fill for every seed, fails the build with its place;
 * the author's server logs it.
 */
export function blueprintLoader(): Loader & { schema: typeof blueprintSchema } {
  return {
    name: 'blueprints',
    schema: blueprintSchema,
    async load({ config, store, watcher, logger, generateDigest }) {
      const root = fileURLToPath(config.root);
      const read = async (): Promise<void> => {
        const { questions } = await loadBank(root);
        const { blueprints, findings } = await loadBlueprints(root, questions);
        const report = findings.map((finding) => printFinding(finding, 'en')).join('\n\n');
        if (hasErrors(findings) && watcher === undefined) throw new Error(`The blueprints have errors\n\n${report}`);
        if (hasErrors(findings)) logger.error(report);
        store.clear();
        for (const blueprint of blueprints) {
          store.set({ id: blueprint.id, data: { ...blueprint }, digest: generateDigest(JSON.stringify(blueprint)) });
        }
      };
      await read();
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (file) => {
          if (/[\\/]content[\\/](questions|templates|blueprints)[\\/]/.test(file)) void read();
        });
      }
    },
  };
}
