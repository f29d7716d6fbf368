/** Times frames of the convolution widget on a backend. Loaded through Vite, since Node alone cannot resolve tfjs's parts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadCpu } from '#tensor/cpu.ts';
import type { BackendName } from '#tensor/model.ts';
import { model } from '#widgets/convolution/model.ts';
import { type ConvolutionState, INITIAL } from '#widgets/convolution/settings.ts';

/** A frame as the widget opens, and the largest there is: 12 × 12, three channels in, four out, kernel 5, padding 4. */
export const FRAMES: Readonly<Record<'first' | 'largest', ConvolutionState>> = {
  first: INITIAL,
  largest: {
    ...INITIAL,
    picture: 'photo',
    n: 12,
    channels: 3,
    filters: 4,
    k: 5,
    padding: 4,
    kernels: ['box', 'gaussian', 'sobel-x', 'sobel-y'],
    step: 200,
  },
};

const WARM_UP = 60;
const ROUNDS = 200;

/** The whole WebAssembly backend, from its file: our trimmed one has no convolution kernels. */
function findWasm(): void {
  const file = createRequire(`${process.cwd()}/`).resolve(
    '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  );
  const url = `data:application/wasm;base64,${readFileSync(file).toString('base64')}`;
  setWasmPaths(
    { 'tfjs-backend-wasm.wasm': url, 'tfjs-backend-wasm-simd.wasm': url, 'tfjs-backend-wasm-threaded-simd.wasm': url },
    true,
  );
}

/** Median time of a frame, in milliseconds, warm. */
export async function timeFrame(backend: BackendName, frame: keyof typeof FRAMES): Promise<number> {
  const tf = await loadCpu();
  if (backend === 'wasm') {
    findWasm();
    await tf.setBackend('wasm');
  }
  const session = model.open(tf);
  const times = Array.from({ length: WARM_UP + ROUNDS }, () => {
    const start = performance.now();
    const work = session.answer(FRAMES[frame]);
    while (work.next().done !== true);
    return performance.now() - start;
  });
  return times.slice(WARM_UP).toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
}
