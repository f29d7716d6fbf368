import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One configuration for all checks; `tests/run.ts` picks the folder. Browser tests share one browser, so files run one by one there. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fileParallelism: process.env['TEST_SERIAL'] !== '1',
  },
});
