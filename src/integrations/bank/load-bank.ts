/** Reads every question and every template of the repository. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { closeEnemies } from '#core/question/enemies.ts';
import type { Finding } from '#core/question/finding.ts';
import { type ParsedItem, parseItem } from '#core/question/parse.ts';
import type { Question } from '#core/question/question.ts';
import { expandTemplate } from '#core/question/variants.ts';
import { type LocatedFinding, sortFindings } from './located.ts';
import { readYaml, type SourceFile } from './source-file.ts';
import { stripTypes } from './strip-types.ts';
import { readTemplate } from './template-file.ts';

/** An item or a template's variant, and the file it came from. */
export interface BankItem extends ParsedItem {
  readonly source: SourceFile;
  /** Variants beyond the published ones are checked like all others, and not shown. */
  readonly published: boolean;
}

/** What became of a template's draws. */
export interface TemplateReport {
  readonly id: string;
  readonly file: string;
  readonly variants: number;
  readonly published: number;
  readonly rejected: number;
}

/** The whole bank, and what is wrong with any of it. */
export interface Bank {
  /** Items and published variants, sorted by id, enemies closed. */
  readonly questions: readonly Question[];
  /** Everything that was built, sorted by id. */
  readonly items: readonly BankItem[];
  readonly templates: readonly TemplateReport[];
  readonly findings: readonly LocatedFinding[];
  /** Files read, for "files in = items out". */
  readonly files: readonly string[];
}

/** Places a finding in the file its item came from. */
export function locateFinding(finding: Finding, source: SourceFile): LocatedFinding {
  const { line, column } = source.locate(finding.path);
  return { ...finding, file: source.file, line, column, excerpt: source.text.split('\n')[line - 1] ?? null };
}

/** Every file under a folder whose name ends so, as sorted paths; a missing folder has none. */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A path from the repository's root with forward slashes. */
export function repositoryPath(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

const UNREADABLE = { name: 'schema', severity: 'error', language: null, path: [] } as const;

interface Loaded {
  readonly items: readonly BankItem[];
  readonly findings: readonly LocatedFinding[];
  readonly report: TemplateReport | null;
}

async function loadQuestion(path: string, file: string): Promise<Loaded> {
  const id = basename(file, '.yaml');
  const source = readYaml(file, await readFile(path, 'utf8'));
  const syntax = source.syntaxErrors.map(
    ({ position, message }): LocatedFinding => ({
      ...UNREADABLE,
      rule: 'schema',
      item: id,
      found: { zh: `YAML 读不懂：${message}`, en: `the YAML cannot be read: ${message}` },
      todo: /^Tabs/.test(message)
        ? { zh: '缩进用空格，不用制表符', en: 'indent with spaces, not tabs' }
        : {
            zh: '含「: 」「#」或以特殊符号开头的文字要加引号',
            en: 'quote texts that hold ": " or "#" or start with a special character',
          },
      file,
      ...position,
      excerpt: source.text.split('\n')[position.line - 1] ?? null,
    }),
  );
  if (source.value === undefined) return { items: [], findings: syntax, report: null };
  const parsed = parseItem(id, source.value);
  const findings = [...syntax, ...parsed.findings.map((finding) => locateFinding(finding, source))];
  return { items: parsed.item === null ? [] : [{ ...parsed.item, source, published: true }], findings, report: null };
}

async function loadTemplate(path: string, file: string): Promise<Loaded> {
  const id = basename(file, '.ts');
  const { source, template, message } = await readTemplate(path, file);
  if (template === null) {
    const found = { zh: `模板加载失败：${message}`, en: `the template does not load: ${message}` };
    const todo = {
      zh: '默认导出 defineTemplate({…})，只用可擦除的类型语法',
      en: 'export defineTemplate({…}) by default, erasable types only',
    };
    return {
      items: [],
      findings: [locateFinding({ ...UNREADABLE, rule: 'template', name: 'template', item: id, found, todo }, source)],
      report: null,
    };
  }
  const { variants, published, rejected, findings } = expandTemplate(id, template);
  return {
    items: variants.map((variant) => ({ ...variant, source, published: published.has(variant.question.id) })),
    findings: findings.map((finding) => locateFinding(finding, source)),
    report: { id, file, variants: variants.length, published: published.size, rejected },
  };
}

/** The item with its proof as JavaScript, which is what readers' browsers run; one that does not parse is the proof check's. */
function withPlainProof(question: Question): Question {
  if (question.proof === null) return question;
  const stripped = stripTypes(question.proof);
  return 'code' in stripped ? { ...question, proof: stripped.code } : question;
}

/** Ids used by two files; the later file is reported. */
function duplicateIds(files: readonly string[]): LocatedFinding[] {
  const owner = new Map<string, string>();
  return files.flatMap((file): LocatedFinding[] => {
    const id = basename(file).replace(/\.(yaml|ts)$/, '');
    const first = owner.get(id);
    if (first === undefined) {
      owner.set(id, file);
      return [];
    }
    const found = { zh: `id ${id} 已被 ${first} 使用`, en: `the id ${id} is taken by ${first}` };
    const todo = { zh: '给这个文件另起一个名字', en: 'give this file another name' };
    return [{ ...UNREADABLE, rule: 'schema', item: id, found, todo, file, line: 1, column: 1, excerpt: null }];
  });
}

/** Enemies that are nobody's id. */
function strayEnemies(items: readonly BankItem[]): LocatedFinding[] {
  const names = new Set(items.map(({ question }) => question.template ?? question.id));
  return items.flatMap(({ question, source }) =>
    question.enemies.flatMap((enemy, i): LocatedFinding[] => {
      if (names.has(enemy)) return [];
      const found = { zh: `没有 id 为 ${enemy} 的题目或模板`, en: `no question or template has the id ${enemy}` };
      const todo = { zh: '改正 id，或从 enemies 里删去', en: 'correct the id, or take it out of enemies' };
      return [
        locateFinding({ ...UNREADABLE, rule: 'schema', item: question.id, path: ['enemies', i], found, todo }, source),
      ];
    }),
  );
}

/**
 * Loads the bank of the repository at `root`.
 *
 * Never throws for what an author wrote: broken items are left out and stand in `findings`.
 */
export async function loadBank(root: string): Promise<Bank> {
  const paths = [
    ...(await listFiles(join(root, 'content/questions'), '.yaml')),
    ...(await listFiles(join(root, 'content/templates'), '.ts')),
  ];
  const files = paths.map((path) => repositoryPath(root, path));
  const duplicates = duplicateIds(files);
  const loaded = await Promise.all(
    // Of two files with one id the first is taken, so that no finding lands in the wrong one.
    paths
      .filter((_, i) => !duplicates.some(({ file }) => file === files[i]))
      .map((path) => (path.endsWith('.ts') ? loadTemplate : loadQuestion)(path, repositoryPath(root, path))),
  );
  const raw = loaded.flatMap(({ items }) => items).sort((x, y) => (x.question.id < y.question.id ? -1 : 1));
  const closed = closeEnemies(raw.map(({ question }) => question));
  const items = raw.map((item, i): BankItem => ({ ...item, question: withPlainProof(closed[i] ?? item.question) }));
  return {
    questions: items.filter(({ published }) => published).map(({ question }) => question),
    items,
    templates: loaded.flatMap(({ report }) => (report === null ? [] : [report])),
    findings: sortFindings([...loaded.flatMap(({ findings }) => findings), ...duplicates, ...strayEnemies(raw)]),
    files,
  };
}
