import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the program: repository path with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All program files under src/ with the given endings. */
export function sourceFiles(pattern = 'src/**/*.{ts,tsx,astro}'): SourceFile[] {
  return globSync(pattern, { cwd: ROOT }).map((name) => {
    const path = name.replaceAll('\\', '/');
    return { path, text: readFileSync(`${ROOT}/${path}`, 'utf8') };
  });
}
