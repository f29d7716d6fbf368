/** The budgets look for markers; here it is seen that each is found where the thing really stands. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARKERS } from './markers.ts';
import { DIST } from './pages.ts';

const holders = (marker: RegExp): string[] =>
  globSync('{_astro,pagefind}/*.js', { cwd: DIST })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => marker.test(readFileSync(join(DIST, name), 'utf8')))
    .map((name) => name.replace(/[-.][\w-]{8}\.js$/, ''))
    .sort();

describe('the marker of', () => {
  it.each([
    ['tfjs', ['_astro/ops', '_astro/snippet-worker']],
    ['pagefind', ['pagefind/pagefind-worker.js', 'pagefind/pagefind.js']],
    ['preact', ['_astro/preact.module']],
  ] as const)('%s is found in the build where it stands', (name, where) => {
    expect(holders(MARKERS[name])).toEqual(where);
  });

  it('zod, which no script of the site holds, is found in the package', () => {
    const package_ = dirname(createRequire(import.meta.url).resolve('zod/package.json'));
    expect(readFileSync(join(package_, 'v4/classic/errors.js'), 'utf8')).toMatch(MARKERS.zod);
  });
});
