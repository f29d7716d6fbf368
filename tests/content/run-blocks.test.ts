import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSection } from '../../src/integrations/content/section-source.ts';
import * as tf from '../../src/tensor/full.ts';
import { runSource } from '../../src/tensor/run-source.ts';
import { ROOT } from '../architecture/source-files.ts';

interface Block {
  readonly place: string;
  readonly code: string;
  /** Text of the output fence after it; null when there is none. */
  readonly expected: string | null;
}

/** Runnable blocks of the Chinese files; the check of pairs holds the English ones to the same code. */
function runnableBlocks(): Block[] {
  return globSync('content/chapters/**/*.zh-CN.mdx', { cwd: ROOT })
    .sort()
    .flatMap((file) => {
      const { fences } = readSection(file, 'zh-CN', readFileSync(join(ROOT, file), 'utf8'));
      return fences.flatMap(({ value, line }, i) => {
        if (!value.meta.includes('run')) return [];
        const next = fences[i + 1]?.value;
        return [
          { place: `${file}:${line}`, code: value.code, expected: next?.meta.includes('output') ? next.code : null },
        ];
      });
    });
}

const blocks = runnableBlocks();

beforeAll(() => tf.prepareFull());

describe('runnable blocks', () => {
  it('are there, each with the output it prints', () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.filter(({ expected }) => expected === null).map(({ place }) => place)).toEqual([]);
  });

  it.each(blocks)('$place prints what the page shows', async ({ code, expected }) => {
    const lines: (string | null)[] = [];
    const outcome = await runSource(code, tf, (line) => lines.push(line));
    expect(outcome.kind === 'threw' ? outcome.message : outcome.kind).toBe('returned');
    expect(lines.join('\n')).toBe(expected);
  });

  it('are at most 50 lines long, the one program of a whole pipeline 100', () => {
    const limit = (place: string): number => (place.includes('06-pai/03-first-pipeline') ? 100 : 50);
    expect(
      blocks.filter(({ place, code }) => code.split('\n').length > limit(place)).map(({ place }) => place),
    ).toEqual([]);
  });
});
