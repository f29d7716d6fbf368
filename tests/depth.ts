/**
 * How much of a long check a run takes: a small, fixed part in `npm test`, all of it in `npm run test:deep`.
 *
 * @param few what `npm test` takes
 * @param all what `npm run test:deep` takes; it sets `TEST_DEEP`
 */
export function byDepth<T>(few: T, all: T): T {
  return process.env['TEST_DEEP'] === '1' ? all : few;
}
