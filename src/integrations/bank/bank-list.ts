/**
 * `bank/banks.json`, the banks a site publishes: what its next deployment needs to carry them forward.
 *
 * Format 1, JSON: `{ format, banks: [{ bank, date, files }…] }`, newest first. `date` is the last day on which a build had
 * the bank for its own, `files` the SHA-256 of every file under `bank/<bank>/` by its name there.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';
import { bankHash, decodeIndex } from '#core/exam/bank-index.ts';
import { decodeShard } from '#core/exam/shard.ts';
import type { Question } from '#core/question/question.ts';

/** Names of a bank's files; nothing else may be written because a list on the network says so. */
const FILE = /^(?:index|section\/[a-z0-9-]+\/[a-z0-9-]+|template\/[a-z0-9-]+)\.json$/;

const listSchema = z.object({
  format: z.literal(1),
  banks: z.array(
    z.object({
      bank: z.string().regex(/^[0-9a-f]{12}$/),
      date: z.iso.date(),
      files: z.record(z.string().regex(FILE), z.string().regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

/** A bank in the list. */
export type ListedBank = z.infer<typeof listSchema>['banks'][number];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The list as the text of its file. */
export function encodeBankList(banks: readonly ListedBank[]): string {
  return JSON.stringify({ format: 1, banks });
}

/** Reads a list, or says what is wrong with it. */
export function decodeBankList(text: string): { readonly banks: readonly ListedBank[] } | { readonly fault: string } {
  try {
    const { success, data, error } = listSchema.safeParse(JSON.parse(text));
    return success ? { banks: data.banks } : { fault: z.prettifyError(error) };
  } catch (error) {
    return { fault: String(error) };
  }
}

/** The name that its contents give a bank; throws for contents that are none of the formats read today. */
function computeName(files: ReadonlyMap<string, Uint8Array>): string {
  const questions: Question[] = [];
  const decoder = new TextDecoder();
  for (const [name, bytes] of files) {
    if (name === 'index.json') continue;
    const shard = decodeShard(decoder.decode(bytes));
    if (shard.kind === 'failed') throw new Error(`${name}: ${shard.failure.values['detail']}`);
    questions.push(...shard.value.questions);
  }
  const index = decodeIndex(decoder.decode(files.get('index.json')));
  if (index.kind === 'failed') throw new Error(`index.json: ${index.failure.values['detail']}`);
  return bankHash(questions, index.value.blueprints);
}

/**
 * What is wrong with a bank, or null. Its files must be those that were listed, byte for byte, and its name is computed
 * anew from the blueprints and questions in them: a bank that today's rules would name otherwise would also draw other
 * papers.
 *
 * @param files contents of the listed files by name
 */
export function findBankFault(listed: ListedBank, files: ReadonlyMap<string, Uint8Array>): string | null {
  for (const [name, sum] of Object.entries(listed.files)) {
    const bytes = files.get(name);
    if (bytes === undefined) return `${name} is missing`;
    if (sha256(bytes) !== sum) return `${name} is damaged: its SHA-256 is not the listed one`;
  }
  try {
    const name = computeName(files);
    return name === listed.bank ? null : `its blueprints and questions make the bank ${name}`;
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function listBank(folder: string, bank: string, date: string): Promise<ListedBank> {
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => FILE.test(name))
    .sort();
  const files = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, sha256(await readFile(join(folder, name)))]),
  );
  return { bank, date, files: Object.fromEntries(files) };
}

/**
 * Writes the list of a build that has just been made and holds its own bank alone.
 *
 * @param date ISO day of the build
 */
export async function writeBankList(dist: string, date: string): Promise<void> {
  const root = join(dist, 'bank');
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const banks = await Promise.all(folders.map(({ name }) => listBank(join(root, name), name, date)));
  await writeFile(join(root, 'banks.json'), encodeBankList(banks));
}

/** Lists the bank of every build. */
export function bankList(): AstroIntegration {
  return {
    name: 'bank-list',
    hooks: {
      'astro:build:done': ({ dir }) => writeBankList(fileURLToPath(dir), new Date().toISOString().slice(0, 10)),
    },
  };
}
