import { Worker } from 'node:worker_threads';
import type { ProofRun } from '#tensor/node-proofs.ts';
import type { ProofAnswer } from './proof-worker.ts';

/** How a run ended. */
export type Outcome = ProofRun | { readonly kind: 'timeout' };

/** On a busy machine a thread gets only a part of a core: how many times its limit it may take by the clock. */
const PATIENCE = 10;

/** A worker that runs one proof at a time and is replaced when one does not end. */
export class ProofThread {
  #worker: Worker | null = null;
  #next = 0;

  async #ready(): Promise<Worker> {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { stderr: true });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    this.#worker = worker;
    return worker;
  }

  /**
   * Runs one function of `tf`.
   *
   * @param limit milliseconds of processor time it may take; one that does not end is ended with its thread
   */
  async run(code: string, limit: number): Promise<Outcome> {
    const worker = await this.#ready();
    const id = this.#next++;
    return new Promise((resolve) => {
      const answered = (answer: ProofAnswer): void => {
        if (answer.id === id) finish(answer.took > limit ? { kind: 'timeout' } : answer.run);
      };
      const crashed = (error: Error): void => drop({ kind: 'threw', message: String(error), leaked: 0 });
      const finish = (outcome: Outcome): void => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', crashed);
        resolve(outcome);
      };
      const drop = (outcome: Outcome): void => {
        this.#worker = null;
        void worker.terminate();
        finish(outcome);
      };
      const timer = setTimeout(() => drop({ kind: 'timeout' }), PATIENCE * limit);
      worker.on('message', answered).on('error', crashed);
      worker.postMessage({ id, code });
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}
