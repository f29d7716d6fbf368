/** The thread proofs run in, so that an endless one can be ended. Answers each `{ id, code }` with `{ id, run }`. */
import { parentPort } from 'node:worker_threads';
import { runProof } from '#tensor/node-proofs.ts';

parentPort?.on('message', async ({ id, code }: { readonly id: number; readonly code: string }) => {
  parentPort?.postMessage({ id, run: await runProof(code) });
});
// The library is loaded before the first proof's clock starts.
parentPort?.postMessage('ready');
