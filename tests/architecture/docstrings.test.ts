import { describe, expect, it } from 'vitest';
import { bareExports } from './docstrings.ts';
import { sourceFiles } from './source-files.ts';

describe('docstrings', () => {
  it('stand on every export of src/', () => {
    const files = sourceFiles('src/**/*.{ts,tsx}');
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap(({ path, text }) => bareExports(path, text))).toEqual([]);
  });

  it.each([
    ['export const RATE = 0.1;', ['a.ts:1 RATE']],
    ['/** The rate. */\nexport const rate = 0.1;', ['a.ts:2 rate']],
    ['/** Steps an hour. */\nexport const rate = 0.1;', []],
    ['// Steps an hour.\nexport const rate = 0.1;', ['a.ts:2 rate']],
    ['/** What rates are. */\n\nexport type Rate = number;', ['a.ts:3 Rate']],
    ['export type Rate = number;', ['a.ts:1 Rate']],
    ['export default function () {}', ['a.ts:1 default']],
    ['const hidden = 1;\nfunction alone() {}', []],
    ['/** Reads a number. */\nexport function read(x: 1): 1;\nexport function read(x: 2): 2;', []],
  ])('sees in %j what is bare', (source, found) => {
    expect(bareExports('a.ts', source)).toEqual(found);
  });
});
