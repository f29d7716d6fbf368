/**
 * `npm run check:content [-- FILE…] [--json] [--lang zh|en] [--root DIR]`: everything that can be wrong with content, in seconds.
 *
 * Prints each finding at its place and a summary; exit code 1 when there is an error. With files, only findings in those
 * files are shown and counted.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hasErrors } from '#core/question/finding.ts';
import { checkBank, checkRuns } from './bank/check-bank.ts';
import { checkLabels } from './bank/check-labels.ts';
import { countWords } from './bank/count-words.ts';
import { loadBank, repositoryPath } from './bank/load-bank.ts';
import { loadBlueprints } from './bank/load-blueprints.ts';
import { type LocatedFinding, printFinding, sortFindings } from './bank/located.ts';
import { checkNames } from './bank/named-files.ts';
import { checkChapters } from './content/check-chapters.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'en' },
    root: { type: 'string' },
  },
});
const root = resolve(values.root ?? fileURLToPath(new URL('../..', import.meta.url)));
if (values.lang !== 'zh' && values.lang !== 'en') {
  console.error(`--lang ${values.lang}: zh or en`);
  process.exit(2);
}
const language = values.lang;
const bank = await loadBank(root);

/** Every check of content, in the order it runs; each returns its findings and never prints. */
const CHECKS: readonly { readonly name: string; run(): Promise<readonly LocatedFinding[]> }[] = [
  { name: 'questions', run: () => checkBank(root, bank) },
  { name: 'proofs and code', run: () => checkRuns(bank) },
  { name: 'labels', run: () => checkLabels(root, bank) },
  { name: 'chapters', run: async () => checkChapters(root, bank.questions) },
  { name: 'blueprints', run: async () => (await loadBlueprints(root, bank.questions)).findings },
];

const only = positionals.map((file) => repositoryPath(root, resolve(file)));

const all: LocatedFinding[] = [];
for (const check of CHECKS) all.push(...(await check.run()));
const findings = sortFindings(
  only.length === 0 ? all : [...checkNames(root, only), ...all.filter((finding) => only.includes(finding.file))],
);

if (values.json) console.log(JSON.stringify(findings, null, 2));
else {
  for (const finding of findings) console.log(`${printFinding(finding, language)}\n`);
  console.log(countWords(bank, findings, language));
}
process.exitCode = hasErrors(findings) ? 1 : 0;
