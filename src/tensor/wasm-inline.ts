/**
 * The wasm backend where nothing can be fetched: at build, for first frames, and in tests. The module stands in the code
 * as a `data:` address, so this file is never for a page.
 */
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url&inline';
import type { Ops } from './model.ts';
import { loadWasm } from './wasm.ts';

/** {@link loadWasm} without a server: the same module, so the same bits as on the page. */
export function loadWasmInline(): Promise<Ops> {
  // Under Node the module's loader asks for its folder by a name that the build's ES modules do not have.
  if (!('__dirname' in globalThis)) Object.assign(globalThis, { __dirname: '' });
  return loadWasm({ simd, plain: simd });
}
