/** Findings with their place in a file, and how they are printed. */
import type { Finding } from '#core/question/finding.ts';
import type { Language } from '#core/question/question.ts';

/** A finding and the file, line and column it stands at (line 0: the file or folder as a whole). */
export interface LocatedFinding extends Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The source line, or null. */
  readonly excerpt: string | null;
}

const LABELS: Readonly<
  Record<Language, { readonly error: string; readonly warning: string; readonly found: string; readonly todo: string }>
> = {
  zh: { error: '错误', warning: '警告', found: '发现', todo: '修改' },
  en: { error: 'error', warning: 'warning', found: 'found', todo: 'do' },
};

/** Cuts a source line to a terminal's width around the column. */
function cut(line: string, column: number): string {
  const width = 96;
  if (line.length <= width) return line;
  const from = Math.max(0, Math.min(column - 20, line.length - width));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + width)}${from + width < line.length ? '…' : ''}`;
}

/** One finding as text, in the reader's language: `file:line:column  error  L06 length-cue (zh)`, source line, what, what to do. */
export function printFinding(finding: LocatedFinding, language: Language): string {
  const label = LABELS[language];
  const place = finding.line === 0 ? finding.file : `${finding.file}:${finding.line}:${finding.column}`;
  const rule = finding.rule === finding.name ? finding.rule : `${finding.rule} ${finding.name}`;
  const tongue = finding.language === null ? '' : ` (${finding.language})`;
  const variant = finding.item?.includes('~') === true ? `  ${finding.item}` : '';
  const lines = [`${place}  ${label[finding.severity]}  ${rule}${tongue}${variant}`];
  if (finding.excerpt !== null)
    lines.push(`${String(finding.line).padStart(5)} | ${cut(finding.excerpt, finding.column)}`);
  const pad = language === 'zh' ? '   ' : ' '.repeat(3);
  lines.push(`${pad}${label.found.padEnd(language === 'zh' ? 4 : 6)} ${finding.found[language]}`);
  lines.push(`${pad}${label.todo.padEnd(language === 'zh' ? 4 : 6)} ${finding.todo[language]}`);
  return lines.join('\n');
}

/** Sorts by file, line, column, rule, so that two runs print the same. */
export function sortFindings(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const key = (f: LocatedFinding): string =>
    [
      f.file,
      String(f.line).padStart(6, '0'),
      String(f.column).padStart(6, '0'),
      f.rule,
      f.item ?? '',
      f.language ?? '',
    ].join('\u0000');
  return [...findings].sort((x, y) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0));
}
