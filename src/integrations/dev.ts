/**
 * `npm run dev`: the author's server in the foreground, on every system, and beside it the findings of `check:content` for
 * each file of content that is saved. Arguments go to Astro.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Editors write a file in several steps; it is checked once they have rested for so long, in milliseconds. */
const REST = 400;

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = spawn(
  process.execPath,
  [join(root, 'node_modules/astro/bin/astro.mjs'), 'dev', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_DEV_BACKGROUND: '0' },
  },
);
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));

const saved = new Set<string>();
let timer: NodeJS.Timeout | undefined;
let checking = false;

/** Checks what was saved since the last time; one check at a time. */
function check(): void {
  if (checking || saved.size === 0) return;
  checking = true;
  const files = [...saved];
  saved.clear();
  const script = join(root, 'src/integrations/check-content.ts');
  spawn(process.execPath, [script, ...files], { cwd: root, stdio: 'inherit' }).on('exit', () => {
    checking = false;
    check();
  });
}

watch(join(root, 'content'), { recursive: true }, (_, name) => {
  if (name === null || !/\.(?:mdx|yaml|ts)$/.test(name)) return;
  saved.add(join(root, 'content', name));
  clearTimeout(timer);
  timer = setTimeout(check, REST);
});
