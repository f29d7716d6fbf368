import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One configuration for all checks; `tests/run.ts` picks the folders and, for browsers, how many files run at once. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // Long waits: a busy machine is slow, not wrong. No check measures time; that is what `npm run bench` is for.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: Number(process.env['TEST_WORKERS'] ?? availableParallelism()),
  },
});
