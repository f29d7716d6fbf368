import { describe, expect, it } from 'vitest';
import en from '#content/strings/en.json' with { type: 'json' };
import zhCN from '#content/strings/zh-CN.json' with { type: 'json' };
import { FAILURES } from '#core/failures.ts';
import { sourceFiles } from './source-files.ts';

/** Each `error.…` sentence of a language with the names of its gaps, both sorted. */
const gapsOf = (strings: Readonly<Record<string, string>>): unknown =>
  Object.entries(strings)
    .filter(([key]) => key.startsWith('error.'))
    .map(([key, text]) => [key, [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()])
    .sort();

describe('the table of failures', () => {
  it.each([
    ['zh-CN', zhCN],
    ['en', en],
  ])('has exactly the sentences of %s, and each shows exactly the values of its code', (_, strings) => {
    const table = Object.entries(FAILURES).map(([code, values]) => [`error.${code}`, [...values].sort()]);
    expect(gapsOf(strings)).toEqual(table.sort());
  });

  it('has no code that nothing comes to', () => {
    const program = sourceFiles()
      .filter(({ path }) => path !== 'src/core/failures.ts')
      .map(({ text }) => text)
      .join('\n');
    const silent = Object.keys(FAILURES).filter((code) => !new RegExp(`['.]${code}'`).test(program));
    expect(silent).toEqual([]);
  });
});
