/**
 * Gets the browser tests a Chromium: Playwright's own where it is installed, then one on the PATH, then Playwright's
 * download, then Debian's package when root. Each attempt is reported, so that a failure says what was tried.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function onPath(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}

function ownBrowser(): string | null {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`  $ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/**
 * Path of a Chromium that is there, installed if need be; whether it starts shows when it is started.
 *
 * @throws Error listing everything that was tried
 */
export function findBrowser(): string {
  const wanted = process.env['BROWSER_PATH'];
  if (wanted !== undefined && existsSync(wanted)) return wanted;
  const found = ownBrowser() ?? onPath();
  if (found !== null) return found;
  console.log('No Chromium here yet; installing one.');
  const cli = join(import.meta.dirname, '../node_modules/playwright/cli.js');
  if (run(process.execPath, [cli, 'install', 'chromium-headless-shell', 'chromium'])) {
    const own = ownBrowser();
    if (own !== null) return own;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
    const system = onPath();
    if (system !== null) return system;
  }
  throw new Error(
    'No Chromium: not Playwright’s own, none on the PATH, `playwright install chromium` failed, and apt-get is not available here. Install Chromium or set BROWSER_PATH.',
  );
}

/** Arguments Chromium needs: root has no sandbox. */
export function browserArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** One line that names the browser, for logs. */
export function describeBrowser(path: string): string {
  return execFileSync(path, ['--version', ...browserArguments()], { encoding: 'utf8' }).trim();
}
