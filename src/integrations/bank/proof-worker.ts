/** The thread proofs run in, so that an endless one can be ended. Answers each `{ id, code }` with a `ProofAnswer`. */
import { parentPort } from 'node:worker_threads';
import { type ProofRun, runProof } from '#tensor/node-proofs.ts';

/** What came of a proof. */
export interface ProofAnswer {
  readonly id: number;
  readonly run: ProofRun;
  /** Milliseconds of processor time, which a busy machine does not stretch as it does the clock's. */
  readonly took: number;
}

parentPort?.on('message', async ({ id, code }: { readonly id: number; readonly code: string }) => {
  const before = process.threadCpuUsage();
  const run = await runProof(code);
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage({ id, run, took: (user + system) / 1000 } satisfies ProofAnswer);
});
// The library is loaded before the first proof's clock starts.
parentPort?.postMessage('ready');
