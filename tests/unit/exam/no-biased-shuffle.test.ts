/** M08 (Ditectrev, freeCodeCamp): `sort(() => Math.random() - 0.5)` favours some orders; nothing here may draw that way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('no source draws from Math.random, least of all inside a sort', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|tsx|astro)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  // A word about Math.random in a comment is not a call.
  const drawing = files.filter((file) =>
    /Math\s*\.\s*random\s*\(|Math\s*\[\s*['"]random/.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(drawing).toEqual([]);
});
