import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../../src/integrations/serve.ts';

const root = mkdtempSync(join(tmpdir(), 'serve-'));
let port = 0;
let stop: () => void;
beforeAll(async () => {
  writeFileSync(join(root, 'index.html'), 'home');
  writeFileSync(join(root, '404.html'), 'no such page');
  const { server, url } = await serve({ root, base: '/aca/', port: 0 });
  port = Number(new URL(url).port);
  stop = () => server.close();
});
afterAll(() => {
  stop();
  rmSync(root, { recursive: true });
});

/** Asks for an address letter by letter, as no client library would. */
function ask(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

it.each(['/aca/%E0%A4%A', '//', '/aca/%00', '/aca/../../etc/passwd', '/aca/nothing/'])(
  'answers %s with the 404 page and goes on serving',
  async (address) => {
    const answer = await ask(address);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toContain('no such page');
    expect(await ask('/aca/')).toMatch(/^HTTP\/1\.1 200 /);
  },
);
