import type { Plugin } from 'vite';

const COMMON_JS =
  /@tensorflow\/(?:tfjs-core\/dist\/platforms\/platform_node|tfjs-backend-wasm\/wasm-out\/tfjs-backend-wasm[\w.-]*)\.js/;
const BEFORE = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __dirname = '', module = { exports: {} }, exports = module.exports;`;
const AFTER = `export default module.exports;
export const { wasmWorkerContents } = module.exports;`;

/**
 * Lets the author's server compute the widgets' first frames. The build bundles what tfjs says in CommonJS; the server runs
 * its files one by one as ES modules, in which `require`, `__dirname` and `module` are not there.
 */
export function tfjsInDev(): Plugin {
  return {
    name: 'tfjs-in-dev',
    apply: 'serve',
    applyToEnvironment: ({ config }) => config.consumer === 'server',
    transform: {
      filter: { id: COMMON_JS },
      handler: (code) => ({ code: [BEFORE, code, AFTER].join('\n'), map: null }),
    },
  };
}
