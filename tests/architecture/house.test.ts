import { globSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-files.ts';

const TOP_LEVEL = [
  'LICENSE',
  'README.md',
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
];
const BUILD_OUTPUT = ['dist', 'node_modules', 'test-results'];

describe('the house', () => {
  it('has nothing at its top but what the plan names', () => {
    const seen = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !BUILD_OUTPUT.includes(name));
    expect(seen.sort()).toEqual(TOP_LEVEL);
  });

  it('uses storage only in src/storage/', () => {
    const inlineHeadScript = 'src/layouts/theme-script.ts';
    const users = sourceFiles().filter(
      ({ path, text }) =>
        /\b(?:localStorage|sessionStorage|indexedDB)\b\s*[.[(]/.test(text) &&
        !path.startsWith('src/storage/') &&
        path !== inlineHeadScript,
    );
    expect(users.map(({ path }) => path)).toEqual([]);
  });

  it('takes chance and time as arguments in core, models and states', () => {
    const strict = sourceFiles('src/{core/**/*.ts,widgets/*/{model,state}.ts}').filter(({ text }) =>
      /Math\.random|Date\.now\(|new Date\(\)|performance\.now/.test(text),
    );
    expect(strict.map(({ path }) => path)).toEqual([]);
  });

  it('never sorts by a coin toss', () => {
    const biased = sourceFiles().filter(({ text }) => /\.sort\(\s*\(\s*\)\s*=>|sort\([^)]*Math\.random/.test(text));
    expect(biased.map(({ path }) => path)).toEqual([]);
  });

  it('has no file named for nothing in particular', () => {
    const vague = globSync('src/**/{utils,helpers,common,misc}{,.*}', { cwd: ROOT });
    expect(vague).toEqual([]);
  });

  it('writes no inline style in markup', () => {
    const styled = sourceFiles('src/**/*.{astro,tsx}').filter(({ text }) => /\sstyle=/.test(text));
    expect(styled.map(({ path }) => path)).toEqual([]);
  });
});
