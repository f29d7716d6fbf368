/** Reads every question of the repository. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { closeEnemies } from '#core/question/enemies.ts';
import type { Finding } from '#core/question/finding.ts';
import { type ParsedItem, parseItem } from '#core/question/parse.ts';
import type { Question } from '#core/question/question.ts';
import { type LocatedFinding, sortFindings } from './located.ts';
import { readYaml, type SourceFile } from './source-file.ts';

/** An item and the file it came from. */
export interface BankItem extends ParsedItem {
  readonly source: SourceFile;
}

/** The whole bank: items sorted by id, enemies closed, and what is wrong with any of it. */
export interface Bank {
  readonly questions: readonly Question[];
  readonly items: readonly BankItem[];
  readonly findings: readonly LocatedFinding[];
  /** Files read, for "files in = items out". */
  readonly files: number;
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

function syntaxFindings(source: SourceFile, item: string): LocatedFinding[] {
  return source.syntaxErrors.map(({ position, message }) => ({
    rule: 'schema',
    name: 'schema',
    severity: 'error',
    language: null,
    item,
    path: [],
    found: { zh: `YAML 读不懂：${message}`, en: `the YAML cannot be read: ${message}` },
    todo: {
      zh: '含「: 」「#」或以特殊符号开头的文字要加引号',
      en: 'quote texts that hold ": " or "#" or start with a special character',
    },
    file: source.file,
    ...position,
    excerpt: source.text.split('\n')[position.line - 1] ?? null,
  }));
}

/**
 * Loads the bank of the repository at `root`.
 *
 * Never throws for what an author wrote: broken items are left out and stand in `findings`.
 */
export async function loadBank(root: string): Promise<Bank> {
  const files = await listFiles(join(root, 'content/questions'), '.yaml');
  const items: BankItem[] = [];
  const findings: LocatedFinding[] = [];
  for (const file of files) {
    const id = basename(file, '.yaml');
    const source = readYaml(repositoryPath(root, file), await readFile(file, 'utf8'));
    findings.push(...syntaxFindings(source, id));
    if (source.value === undefined) continue;
    const parsed = parseItem(id, source.value);
    findings.push(...parsed.findings.map((finding) => locateFinding(finding, source)));
    if (parsed.item !== null) items.push({ ...parsed.item, source });
  }
  items.sort((x, y) => (x.question.id < y.question.id ? -1 : 1));
  const questions = closeEnemies(items.map((item) => item.question));
  return { questions, items, findings: sortFindings(findings), files: files.length };
}
