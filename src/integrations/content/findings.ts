import type { LocatedFinding } from '../bank/located.ts';
import type { Marked, SectionSource } from './section-source.ts';

/** Where a chapter finding stands; without a line, it is about the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly text?: string;
}

/** Where a mark of a section stands. */
export function placeOf(source: SectionSource, mark: Marked<unknown>): Place {
  return { file: source.file, line: mark.line, column: mark.column, text: source.text };
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
