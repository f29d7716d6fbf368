/**
 * `npm test`: every check, with its time. Stops at the end, not at the first failure, so that one
 * run shows all that is wrong. `npm test -- unit site` runs only the named steps; `npm run test:deep` builds and runs
 * what takes long.
 */
import { spawn } from 'node:child_process';
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

/** Runs a command and gives its result code's verdict; with `kept`, its output goes there instead of the screen. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, kept?: string[]): Promise<boolean> {
  const child = spawn(join(BIN, command), args, {
    cwd: ROOT,
    stdio: kept === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => kept?.push(String(text)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

type Check = (kept?: string[]) => Promise<Result>;

function command(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Check {
  return async (kept) => {
    const ok = await run(name, args, env, kept);
    return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  };
}

function vitest(folders: readonly string[], env: NodeJS.ProcessEnv = {}): Check {
  return async (kept) => {
    const report = join(ROOT, 'test-results', `${folders.join('-').replaceAll('/', '-')}.json`);
    rmSync(report, { force: true });
    const ok = await run(
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
      kept,
    );
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    return { ok: ok && passed > 0, passed, failed };
  };
}

function inBrowser(folders: readonly string[], env: NodeJS.ProcessEnv = {}): Check {
  return (kept) => {
    const path = findBrowser();
    console.log(`  ${describeBrowser(path)}`);
    return vitest(folders, { ...SITE, BROWSER_PATH: path, TEST_WORKERS: '2', ...env })(kept);
  };
}

interface Step {
  readonly name: string;
  readonly says: string;
  readonly check: Check;
  /** Whether the next steps, which keep one core busy, start at once beside it; its output then comes in one piece at its end. */
  readonly beside?: true;
  /** Whether what still runs beside has to end first. */
  readonly alone?: true;
}

const STEPS: readonly Step[] = [
  {
    name: 'lint',
    says: 'Biome: style and suspicious code',
    check: command('biome', ['check', '--config-path=.biome.json', '--error-on-warnings', '.']),
  },
  {
    name: 'unit',
    says: 'architecture, core, state, codecs, content',
    check: vitest(['tests/architecture', 'tests/unit', 'tests/content']),
    beside: true,
  },
  {
    name: 'types',
    says: 'TypeScript and Astro, strictest',
    check: command('astro', ['check', '--minimumSeverity', 'warning']),
  },
  {
    name: 'content',
    says: 'chapters, glossary, questions',
    check: command('node', ['src/integrations/check-content.ts']),
  },
  { name: 'build', says: `the site under ${SITE.BASE_PATH}`, check: command('astro', ['build'], SITE) },
  { name: 'site', says: 'budgets, policy, links, HTML, search', check: vitest(['tests/site'], SITE) },
  {
    name: 'browser',
    says: 'a reader in Chromium',
    check: inBrowser(['tests/browser']),
    alone: true,
  },
  {
    name: 'deep',
    says: 'every section in every look, every blueprint for 10,000 seeds, every widget for all its seeds',
    check: inBrowser(['tests/deep', 'tests/unit/widgets', 'tests/browser', 'tests/site/html.test.ts'], {
      TEST_DEEP: '1',
    }),
  },
];

const wanted = process.argv.slice(2);
const steps = STEPS.filter(({ name }) => (wanted.length === 0 ? name !== 'deep' : wanted.includes(name)));
const broken: string[] = [];
let passed = 0;
let failed = 0;

async function take(step: Step, place: string): Promise<void> {
  console.log(`\n${place} ${step.name}: ${step.says}`);
  const began = performance.now();
  const kept: string[] | undefined = step.beside && steps.length > 1 ? [] : undefined;
  let result: Result;
  try {
    result = await step.check(kept);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { ok: false, passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${kept?.join('') ?? ''}${place} ${step.name} ${result.ok ? 'passed' : 'FAILED'} after ${seconds} s`);
  passed += result.passed;
  failed += result.failed + (result.ok || result.failed > 0 ? 0 : 1);
  if (!result.ok) broken.push(step.name);
}

const running: Promise<void>[] = [];
for (const [i, step] of steps.entries()) {
  if (step.alone) await Promise.all(running);
  const taken = take(step, `[${i + 1}/${steps.length}]`);
  if (step.beside) running.push(taken);
  else await taken;
}
await Promise.all(running);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
