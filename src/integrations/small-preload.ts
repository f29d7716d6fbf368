import type { Plugin } from 'vite';

/** The modules every page loads at once and others share: one file instead of two, since each costs a request. */
export const SHARED_CHUNK = {
  name: 'shared',
  test: /vite\/preload-helper|[\\/]src[\\/]storage[\\/]preferences\.ts$/,
} as const;

/**
 * Puts a line in the place of Vite's preload helper, which every page with an `import()` carries. What it gives up: waiting
 * for a chunk's style sheet (ours are linked by the code that needs them), and nonces and browsers that we do not have.
 */
export function smallPreload(): Plugin {
  let base = '/';
  return {
    name: 'small-preload',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      base = config.base;
    },
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => ({
        code: `export const __vitePreload = (load, deps = []) => {
          for (const dep of deps) {
            const link = document.createElement('link');
            link.rel = dep.endsWith('.css') ? 'stylesheet' : 'modulepreload';
            link.href = ${JSON.stringify(base)} + dep;
            document.head.append(link);
          }
          return load();
        }`,
        map: null,
      }),
    },
  };
}
