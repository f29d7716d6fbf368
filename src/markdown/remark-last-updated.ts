import { execFileSync } from 'node:child_process';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** Date of a file's last commit, `YYYY-MM-DD`, or null outside a repository and for files never committed. */
export function lastCommitDate(path: string): string | null {
  try {
    const date = execFileSync('git', ['log', '-1', '--format=%cs', '--', path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return date.trim() || null;
  } catch {
    return null;
  }
}

/** Puts the date of the last commit into the page's front matter as `updated`. */
export function remarkLastUpdated() {
  return (_tree: Root, file: VFile): void => {
    const { frontmatter } = file.data.astro ?? {};
    if (frontmatter !== undefined && file.path) frontmatter['updated'] = lastCommitDate(file.path);
  };
}
