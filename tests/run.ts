/**
 * `npm test`: every check, one after the other, with its time. Stops at the end, not at the first failure, so that one
 * run shows all that is wrong. `npm test -- unit site` runs only the named steps; `npm run test:deep` builds and runs
 * what takes long.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeBrowser, findBrowser } from './find-browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');
/** The site is tested as GitHub Pages would serve it, under a base path. */
const SITE = {
  SITE_URL: 'https://example.github.io',
  BASE_PATH: '/aca/',
  REPO_URL: 'https://github.com/example/aca',
};

interface Result {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  return (
    spawnSync(join(BIN, command), args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    }).status === 0
  );
}

function command(name: string, args: readonly string[], env?: NodeJS.ProcessEnv): () => Result {
  return () => {
    const ok = run(name, args, env);
    return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  };
}

function vitest(folders: readonly string[], env: NodeJS.ProcessEnv = {}): () => Result {
  return () => {
    const report = join(ROOT, 'test-results', `${folders.join('-').replaceAll('/', '-')}.json`);
    rmSync(report, { force: true });
    const ok = run(
      'vitest',
      [
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...folders,
      ],
      env,
    );
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    return { ok: ok && passed > 0, passed, failed };
  };
}

function inBrowser(folders: readonly string[], env: NodeJS.ProcessEnv = {}): Result {
  const path = findBrowser();
  console.log(`  ${describeBrowser(path)}`);
  return vitest(folders, { ...SITE, BROWSER_PATH: path, TEST_WORKERS: '2', ...env })();
}

const STEPS: readonly { readonly name: string; readonly says: string; readonly run: () => Result }[] = [
  {
    name: 'lint',
    says: 'Biome: style and suspicious code',
    run: command('biome', ['check', '--config-path=.biome.json', '--error-on-warnings', '.']),
  },
  {
    name: 'types',
    says: 'TypeScript and Astro, strictest',
    run: command('astro', ['check', '--minimumSeverity', 'warning']),
  },
  {
    name: 'content',
    says: 'chapters, glossary, questions',
    run: command('node', ['src/integrations/check-content.ts']),
  },
  {
    name: 'unit',
    says: 'architecture, core, state, codecs, content',
    run: vitest(['tests/architecture', 'tests/unit', 'tests/content']),
  },
  { name: 'build', says: `the site under ${SITE.BASE_PATH}`, run: command('astro', ['build'], SITE) },
  { name: 'site', says: 'budgets, policy, links, HTML, search', run: vitest(['tests/site'], SITE) },
  {
    name: 'browser',
    says: 'a reader in Chromium',
    run: () => inBrowser(['tests/browser']),
  },
  {
    name: 'deep',
    says: 'every section in every look, every blueprint for 10,000 seeds, every widget for all its seeds',
    run: () => inBrowser(['tests/deep', 'tests/unit/widgets', 'tests/site/html.test.ts'], { TEST_DEEP: '1' }),
  },
];

const wanted = process.argv.slice(2);
const steps = STEPS.filter(({ name }) => (wanted.length === 0 ? name !== 'deep' : wanted.includes(name)));
let passed = 0;
let failed = 0;
const broken: string[] = [];
for (const [i, step] of steps.entries()) {
  console.log(`\n[${i + 1}/${steps.length}] ${step.name}: ${step.says}`);
  const began = performance.now();
  let result: Result;
  try {
    result = step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { ok: false, passed: 0, failed: 1 };
  }
  console.log(
    `[${i + 1}/${steps.length}] ${step.name} ${result.ok ? 'passed' : 'FAILED'} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  passed += result.passed;
  failed += result.failed + (result.ok || result.failed > 0 ? 0 : 1);
  if (!result.ok) broken.push(step.name);
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
