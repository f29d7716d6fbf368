/**
 * TensorFlow.js as its users know it: all operations, gradients, optimisers, chained methods and layers, on the cpu
 * backend. Only for snippets; the lab's models have `ops.ts` and `cpu.ts`.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';

/** Silences tfjs's greeting and chooses the backend; call before the first operation. */
export async function prepareFull(): Promise<void> {
  enableProdMode();
  await setBackend('cpu');
}
