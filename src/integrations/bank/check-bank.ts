/** Everything that can be wrong with the bank: shape, lint, gates, waivers; proofs apart, since they take longer. */
import type { Finding } from '#core/question/finding.ts';
import { applyWaivers, lintBank, lintItem, type Waivers } from '#core/question/lint/lint.ts';
import type { LintItem } from '#core/question/lint/rule.ts';
import { checkCode } from './check-code.ts';
import { chapterOf, readLintContext } from './lint-context.ts';
import { type Bank, type BankItem, locateFinding } from './load-bank.ts';
import { type LocatedFinding, sortFindings } from './located.ts';
import { runProofs } from './run-proofs.ts';

const nameOf = ({ question }: BankItem): string => question.template ?? question.id;

/** One waiver list a file: variants of a template share theirs. */
function waiversOf(items: readonly BankItem[]): Waivers[] {
  const files = Map.groupBy(items, nameOf);
  return [...files].flatMap(([name, members]): Waivers[] => {
    const reasons = members[0]?.waivers ?? {};
    return Object.keys(reasons).length === 0
      ? []
      : [{ name, reasons, items: new Set([name, ...members.map(({ question }) => question.id)]) }];
  });
}

/** Puts findings in their files; what many variants of a template share is said once, for the first of them. */
function locate(findings: readonly Finding[], items: readonly BankItem[]): LocatedFinding[] {
  const owners = new Map<string, BankItem>();
  for (const item of items) {
    owners.set(item.question.id, item);
    if (!owners.has(nameOf(item))) owners.set(nameOf(item), item);
  }
  const groups = Map.groupBy(findings, ({ item, rule, path, language }) => {
    const owner = owners.get(item ?? '');
    return owner?.question.template == null
      ? [item, rule, path.join('.'), language].join(' ')
      : [nameOf(owner), rule, path[0], path.at(-1), language].join(' ');
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const owner = owners.get(first?.item ?? '');
    if (first === undefined) return [];
    if (owner === undefined)
      return group.map((finding) => ({ ...finding, file: 'content/questions', line: 0, column: 0, excerpt: null }));
    if (owner.question.template === null) return group.map((finding) => locateFinding(finding, owner.source));
    const others = new Set(group.map(({ item }) => item)).size - 1;
    const more =
      others === 0 ? { zh: '', en: '' } : { zh: `（另有 ${others} 个变体如此）`, en: ` (and ${others} more variants)` };
    return [
      locateFinding({ ...first, found: { zh: first.found.zh + more.zh, en: first.found.en + more.en } }, owner.source),
    ];
  });
}

/** G11: every file became an item, or stands among the errors. */
function vanished(bank: Bank): LocatedFinding[] {
  const seen = new Set([
    ...bank.items.map(({ source }) => source.file),
    ...bank.findings.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  ]);
  return bank.files
    .filter((file) => !seen.has(file))
    .map((file) => ({
      rule: 'G11',
      name: 'files-in-items-out',
      severity: 'error',
      language: null,
      item: null,
      path: [],
      found: { zh: '这个文件没有变成题目，也没有报错', en: 'this file became no item and no error' },
      todo: { zh: '报告给维护者', en: 'report it to the maintainers' },
      file,
      line: 0,
      column: 0,
      excerpt: null,
    }));
}

/** Shape, lint and gates of a loaded bank, placed and sorted. */
export async function checkBank(root: string, bank: Bank): Promise<LocatedFinding[]> {
  const context = await readLintContext(root);
  const items = bank.items.map(({ question, source }): LintItem => ({ question, chapter: chapterOf(source.file) }));
  const raw = [...items.flatMap((item) => lintItem(item, context)), ...lintBank(items, context)];
  return sortFindings([
    ...bank.findings,
    ...vanished(bank),
    ...locate(applyWaivers(raw, waiversOf(bank.items)), bank.items),
  ]);
}

/** What running the bank's code finds: proofs of items and variants, and the code that stems show (L29). */
export async function checkRuns(bank: Bank): Promise<LocatedFinding[]> {
  const questions = bank.items.map(({ question }) => question);
  return sortFindings(locate([...(await runProofs(questions)), ...(await checkCode(questions))], bank.items));
}
