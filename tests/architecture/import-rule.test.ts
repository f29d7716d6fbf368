import { describe, expect, it } from 'vitest';
import { importsOf, judge, sayViolation } from './import-rule.ts';
import { sourceFiles } from './source-files.ts';

describe('the import rule', () => {
  it('holds in every file of src/', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(({ path, text }) => judge(path, text)).map(sayViolation)).toEqual([]);
  });

  it('names both files and the rule when core looks uphill', () => {
    const [violation] = judge('src/core/exam/paper.ts', "import { save } from '#storage/attempts.ts';");
    expect(violation && sayViolation(violation)).toBe(
      'src/core/exam/paper.ts imports src/storage/attempts.ts: imports run downhill: core may import core, not storage',
    );
  });

  it.each([
    ['src/widgets/gan/View.tsx', "import { f } from '../mlp/model.ts';", 'no widget imports another widget'],
    ['src/practice/Paper.tsx', "import x from '#widgets/player.ts';", 'imports run downhill'],
    ['src/i18n/paths.ts', "import { save } from '#storage/preferences.ts';", 'imports run downhill'],
    ['src/core/exam/cells.ts', "import { readFileSync } from 'node:fs';", '`node:` only in'],
    ['src/widgets/gan/model.ts', "import * as tf from '@tensorflow/tfjs-core';", '`@tensorflow/*` only in tensor/'],
    ['src/core/exam/cells.ts', "const x = await import('preact');", 'core imports only core'],
    ['src/helpers/x.ts', "import a from '#core/a.ts';", 'there is no room src/helpers/'],
  ])('catches a planted violation in %s', (file, source, rule) => {
    expect(judge(file, source).map(sayViolation).join()).toContain(rule);
  });

  it('reads static, side-effect, re-exporting and dynamic imports', () => {
    const source =
      "import a from 'a';\nimport 'b';\nexport { c } from 'c';\nconst d = import('d');\nimport type { e } from 'e';";
    expect(importsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
