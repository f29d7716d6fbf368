/** The bank as an Astro collection: `getCollection('questions')` yields `{ id, data: Question }`. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { hasErrors } from '#core/question/finding.ts';
import type { Question } from '#core/question/question.ts';
import { checkBank } from './check-bank.ts';
import { loadBank } from './load-bank.ts';
import { printFinding } from './located.ts';

/** Trusted as it is: the bank has converted and checked every entry by then. */
const questionSchema = z.custom<Question>((value) => typeof value === 'object' && value !== null);

/**
 * Loads questions and published template variants. An error in any of them fails the build with its place; the
 * author's server logs it, leaves the item out and reads again when a file changes.
 */
export function questionLoader(): Loader & { schema: typeof questionSchema } {
  return {
    name: 'question-bank',
    schema: questionSchema,
    async load({ config, store, watcher, logger, generateDigest }) {
      const root = fileURLToPath(config.root);
      const read = async (): Promise<void> => {
        const bank = await loadBank(root);
        const errors = (await checkBank(root, bank)).filter((finding) => finding.severity === 'error');
        const report = errors.map((finding) => printFinding(finding, 'en')).join('\n\n');
        if (hasErrors(errors) && watcher === undefined)
          throw new Error(`${errors.length} errors in the question bank\n\n${report}`);
        if (hasErrors(errors)) logger.error(report);
        store.clear();
        for (const question of bank.questions) {
          store.set({ id: question.id, data: { ...question }, digest: generateDigest(question.itemHash) });
        }
        logger.info(`${bank.questions.length} questions`);
      };
      await read();
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (file) => {
          if (/[\\/]content[\\/](questions|templates)[\\/]/.test(file)) void read();
        });
      }
    },
  };
}
