/** Loads a template: Node strips the types of its file, here and inside the site's build alike. */
import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { isTemplate, type Template } from '#core/question/template.ts';
import type { SourceFile } from './source-file.ts';

/** A template's file; `template` is null when loading failed, and `message` says why. */
export interface TemplateFile {
  readonly source: SourceFile;
  readonly template: Template | null;
  readonly message: string;
}

/**
 * Where a field stands in code: its first mention as `name:`, for want of the parse tree. An option's path leads to
 * `distractors`, since options are computed from there.
 */
function locateField(text: string, path: readonly (string | number)[]): { line: number; column: number } {
  for (const step of path.toReversed()) {
    const name = step === 'options' || step === 'traps' ? 'distractors' : step;
    if (typeof name !== 'string' || name === 'zh' || name === 'en') continue;
    const offset = text.search(new RegExp(`\\b${name.replace(/\W/g, '')}\\b\\s*[:(]`));
    if (offset < 0) continue;
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return { line: 1, column: 1 };
}

/** Reads a template's file; `name` is its path from the repository's root. Never throws for what the file holds. */
export async function readTemplate(path: string, name: string): Promise<TemplateFile> {
  const text = await readFile(path, 'utf8');
  const source: SourceFile = {
    file: name,
    text,
    value: undefined,
    syntaxErrors: [],
    locate: (at) => locateField(text, at),
  };
  try {
    // A changed file must be loaded again by the author's server; Vite knows `t=` as a time stamp, Node as another module.
    const url = `${pathToFileURL(path).href}?t=${Math.floor((await stat(path)).mtimeMs)}`;
    const module: { readonly default?: unknown } = await import(/* @vite-ignore */ url);
    if (isTemplate(module.default)) return { source, template: module.default, message: '' };
    return { source, template: null, message: 'no `export default defineTemplate({…})`' };
  } catch (error) {
    return { source, template: null, message: error instanceof Error ? error.message : String(error) };
  }
}
