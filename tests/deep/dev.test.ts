/** The author's server draws every kind of page, those with widgets among them, whose first frames it computes itself. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PAGES = [
  '/',
  '/chapters/gan/equilibrium/',
  '/en/chapters/mlp/perceptron/',
  '/lab/',
  '/lab/convolution/',
  '/exam/',
];
const script = fileURLToPath(new URL('../../src/integrations/dev.ts', import.meta.url));
let server: ReturnType<typeof spawn>;
let home = '';

beforeAll(async () => {
  // Vitest's own settings would make it another server than an author's.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|MODE|TEST|DEV|PROD|SSR|BASE_URL)/.test(name)),
  );
  server = spawn(process.execPath, [script, '--port', '4390'], { env: { ...env, BASE_PATH: '/' } });
  home = await new Promise((done, fail) => {
    let said = '';
    server.stdout?.on('data', (part) => {
      said += String(part);
      const [found] = said.match(/http:\/\/localhost:\d+/) ?? [];
      if (found !== undefined) done(found);
    });
    server.on('exit', () => fail(new Error(said)));
  });
});
afterAll(() => {
  server.kill('SIGTERM');
});

test.each(PAGES)('%s', async (path) => {
  const answer = await fetch(home + path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('</main>');
});
