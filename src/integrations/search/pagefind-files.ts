import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';

/** Interfaces that Pagefind ships and we do not use; left out so that nobody hosts or caches them. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** The two scripts that search: in a worker, and on the page where there is none. */
const SEARCHES = /^pagefind(?:-worker)?\.js$/;
/** Where they report a part of the index that did not arrive, and go on as if it held nothing. */
const SWALLOWED = /catch\(e\)\{console\.error\(`Failed to load the index chunk[^`]*`\);(?=\})/g;

/**
 * A script of Pagefind in which a search fails when a part of the index does not arrive. As it comes it finds nothing then,
 * and a reader would be told that the course says nothing of a word.
 *
 * @throws Error when the place is not found: another version of Pagefind needs another look
 */
export function letFailuresThrough(script: string): string {
  const found = script.match(SWALLOWED)?.length ?? 0;
  if (found !== 1)
    throw new Error(`search index: the place at which Pagefind swallows a failure was found ${found} times, not once`);
  return script.replace(SWALLOWED, '$&throw e');
}

/**
 * Writes a finished index into its folder. Pagefind could do that itself, but says that it is done before the last file is
 * on the disk, and closing it then leaves that file empty.
 */
export async function writePagefindFiles(files: readonly IndexFile[], bundle: string): Promise<void> {
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    const file = join(bundle, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, SEARCHES.test(path) ? letFailuresThrough(new TextDecoder().decode(content)) : content);
  }
}
