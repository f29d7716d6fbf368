import type { LocatedFinding } from '../bank/located.ts';

/** Where a chapter finding stands; without a line, it is about the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly text?: string;
}

/** Makes a finding about a section, a chapter or the glossary; all of them fail the build. */
export function chapterFinding(
  rule: string,
  place: Place,
  found: LocatedFinding['found'],
  todo: LocatedFinding['todo'],
): LocatedFinding {
  const { file, line = 0, column = 1, text } = place;
  return {
    rule,
    name: rule,
    severity: 'error',
    language: null,
    item: null,
    path: [],
    found,
    todo,
    file,
    line,
    column,
    excerpt: text?.split('\n')[line - 1] ?? null,
  };
}
