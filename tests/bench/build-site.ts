import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './run.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Builds the site once and reports pages per second.
 *
 * @throws Error with the build's output when it fails
 */
export function build(report: Report): void {
  const env = { ...process.env, SITE_URL: 'https://example.github.io', BASE_PATH: '/aca/' };
  process.env['BASE_PATH'] = env.BASE_PATH;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/astro'), ['build'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  const pages = globSync('**/index.html', { cwd: join(ROOT, 'dist') }).length;
  report({ name: 'build.pages_per_s', value: Number((pages / seconds).toFixed(1)), unit: 'pages/s', better: 'higher' });
  report({ name: 'build.pages', value: pages, unit: 'pages', better: 'higher' });
}
