import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ZERO_WIDTH_SPACE } from '#core/search/text.ts';

/** What Pagefind wrote about one page: its id in results, its address, title, headings and plain text. */
export interface Fragment {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
}

const SIGNATURE = 'pagefind_dcd';

function isFragment(
  value: unknown,
): value is { url: string; content: string; meta: { title?: string }; anchors: { element: string; text: string }[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    'content' in value &&
    'meta' in value &&
    'anchors' in value
  );
}

function plain(text: string): string {
  return text.replaceAll(ZERO_WIDTH_SPACE, '').replace(/\s+/g, ' ').trim();
}

/**
 * Reads the fragments of one language back from a written bundle. Pagefind's API names the ids of pages only at search
 * time; the dictionary needs them at build time. The format is internal to Pagefind (pinned), so anything unexpected throws.
 *
 * @param bundle the `pagefind/` folder
 * @param tag language as Pagefind spells it, e.g. `zh-cn`
 */
export async function readFragments(bundle: string, tag: string): Promise<readonly Fragment[]> {
  const folder = join(bundle, 'fragment');
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${tag}_`)).sort();
  return Promise.all(
    files.map(async (file) => {
      const raw = gunzipSync(await readFile(join(folder, file))).toString('utf8');
      const value: unknown = raw.startsWith(SIGNATURE) ? JSON.parse(raw.slice(SIGNATURE.length)) : null;
      if (!isFragment(value))
        throw new Error(`${join(folder, file)}: not a fragment as Pagefind 1.5 writes it; was pagefind updated?`);
      return {
        id: file.replace(/\.pf_fragment$/, ''),
        url: value.url,
        title: plain(value.meta.title ?? ''),
        headings: value.anchors.filter(({ element }) => /^h[2-6]$/.test(element)).map(({ text }) => plain(text)),
        text: plain(value.content),
      };
    }),
  );
}
