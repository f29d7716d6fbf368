/** The wasm backend on a page: its module is a built file, addressed rightly under any base path. */
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { Ops } from './model.ts';
import { loadWasm } from './wasm.ts';

/** {@link loadWasm} with the built files. */
export function loadWasmFetched(): Promise<Ops> {
  return loadWasm({ simd, plain });
}
