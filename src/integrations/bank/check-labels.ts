import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ItemPath } from '#core/question/finding.ts';
import type { Question } from '#core/question/question.ts';
import { LOCALES } from '#i18n/locales.ts';
import { type Bank, locateFinding } from './load-bank.ts';
import type { LocatedFinding } from './located.ts';

/** Every misconception an item names, and where. */
function labelsOf(question: Question): { readonly name: string; readonly path: ItemPath }[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.flatMap(({ misconception }, i) =>
        misconception === null ? [] : [{ name: misconception, path: ['options', i, 'misconception'] }],
      );
    case 'truefalse':
      return [];
    case 'numeric':
      return question.traps.map(({ misconception }, i) => ({
        name: misconception,
        path: ['traps', i, 'misconception'],
      }));
  }
}

/** Every misconception of the bank has its label, `misconception.<name>`, in the strings of every language. */
export async function checkLabels(root: string, bank: Bank): Promise<LocatedFinding[]> {
  const findings: LocatedFinding[] = [];
  const reported = new Set<string>();
  for (const locale of LOCALES) {
    const file = join(root, `content/strings/${locale}.json`);
    const strings: unknown = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
    for (const { question, source } of bank.items) {
      for (const { name, path } of labelsOf(question)) {
        const key = `misconception.${name}`;
        const once = `${locale} ${key} ${source.file}`;
        if ((typeof strings === 'object' && strings !== null && Object.hasOwn(strings, key)) || reported.has(once))
          continue;
        reported.add(once);
        const found = {
          zh: `content/strings/${locale}.json 里没有 ${key}`,
          en: `content/strings/${locale}.json has no ${key}`,
        };
        const todo = {
          zh: `加上 "${key}"：用几个字说出这个误解`,
          en: `add "${key}": the mistaken belief in a few words`,
        };
        findings.push(
          locateFinding(
            {
              rule: 'strings',
              name: 'strings',
              severity: 'error',
              language: null,
              item: question.id,
              path,
              found,
              todo,
            },
            source,
          ),
        );
      }
    }
  }
  return findings;
}
