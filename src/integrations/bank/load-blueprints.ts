/** Reads the blueprints of the repository and proves that the bank can fill them. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { toCandidates } from '#core/exam/candidate.ts';
import { describeShortage, findShortages } from '#core/exam/feasibility.ts';
import { parseBlueprint } from '#core/exam/parse-blueprint.ts';
import type { Finding } from '#core/question/finding.ts';
import type { Question } from '#core/question/question.ts';
import { listFiles, locateFinding, repositoryPath } from './load-bank.ts';
import { type LocatedFinding, sortFindings } from './located.ts';
import { readYaml } from './source-file.ts';

/** All blueprints sorted by id, and what is wrong with any of them. */
export interface Blueprints {
  readonly blueprints: readonly Blueprint[];
  readonly findings: readonly LocatedFinding[];
}

function shortageFindings(blueprint: Blueprint, questions: readonly Question[]): Finding[] {
  return findShortages(blueprint, toCandidates(questions)).map((shortage): Finding => {
    const { cell, mocks, supply } = shortage;
    const missing = mocks * cell.count - supply;
    return {
      rule: 'G06',
      name: 'feasibility',
      severity: 'error',
      language: null,
      item: blueprint.id,
      path: blueprint.spread.kind === 'cells' ? ['cells'] : ['topics'],
      found: { zh: describeShortage(shortage, 'zh'), en: describeShortage(shortage, 'en') },
      todo: {
        zh: `再写 ${missing} 道这样的题，或调低权重`,
        en: `write ${missing} such question${missing === 1 ? '' : 's'}, or lower the weight`,
      },
    };
  });
}

/**
 * Loads `content/blueprints/*.yaml`. Never throws for what an author wrote.
 *
 * @param questions the bank they draw from, enemies closed
 */
export async function loadBlueprints(root: string, questions: readonly Question[]): Promise<Blueprints> {
  const blueprints: Blueprint[] = [];
  const findings: LocatedFinding[] = [];
  for (const file of await listFiles(join(root, 'content/blueprints'), '.yaml')) {
    const id = basename(file, '.yaml');
    const source = readYaml(repositoryPath(root, file), await readFile(file, 'utf8'));
    const { blueprint, findings: found } = parseBlueprint(id, source.value);
    findings.push(...found.map((finding) => locateFinding(finding, source)));
    if (blueprint === null) continue;
    blueprints.push(blueprint);
    findings.push(...shortageFindings(blueprint, questions).map((finding) => locateFinding(finding, source)));
  }
  return { blueprints, findings: sortFindings(findings) };
}
