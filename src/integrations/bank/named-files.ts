import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { editDistance } from '#core/search/distance.ts';
import type { LocatedFinding } from './located.ts';

/** Slips of the pen that still let us guess which file was meant. */
const SLIPS = 4;

/** The content file whose name is closest to that of a path, or null. */
function guess(name: string, known: readonly string[]): string | null {
  const far = (file: string): number => editDistance(basename(file), basename(name), SLIPS);
  const [best] = [...known].sort((a, b) => far(a) - far(b));
  return best !== undefined && far(best) <= SLIPS ? best : null;
}

/**
 * Findings about files that were named to be checked and are no content: a slip in a path must not look like a clean file.
 *
 * @param names paths from the repository's root, with `/`
 */
export function checkNames(root: string, names: readonly string[]): LocatedFinding[] {
  const known = globSync('content/**/*.{yaml,ts,mdx,json}', { cwd: root }).map((name) => name.replaceAll('\\', '/'));
  return names.flatMap((file): LocatedFinding[] => {
    if (known.includes(file)) return [];
    const meant = guess(file, known);
    return [
      {
        rule: 'file',
        name: 'file',
        severity: 'error',
        language: null,
        item: null,
        path: [],
        found: { zh: '没有这个文件，或它不在 content/ 里', en: 'there is no such file, or it is not in content/' },
        todo:
          meant === null
            ? { zh: '写出从这里起的路径，如 content/questions/…', en: 'give its path from here, content/questions/…' }
            : { zh: `也许是 ${meant}`, en: `did you mean ${meant}?` },
        file,
        line: 0,
        column: 1,
        excerpt: null,
      },
    ];
  });
}
