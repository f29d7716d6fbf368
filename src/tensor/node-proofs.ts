/** Runs proofs under Node, on the CPU backend, and counts what they leave behind. */
import * as tfjs from '@tensorflow/tfjs';

/** What a proof gave; `leaked` counts tensors that outlived it although everything was disposed of. */
export type ProofRun =
  | { readonly kind: 'returned'; readonly value: unknown; readonly leaked: number }
  | { readonly kind: 'threw'; readonly message: string; readonly leaked: number };

// The terminal is no place for a proof's own notes.
const QUIET = { log() {}, info() {}, warn() {}, error() {}, debug() {} };

/** Typed arrays become arrays, so that a value crosses a worker's border as plain data. */
function toPlain(value: unknown): unknown {
  if (value instanceof Float32Array || value instanceof Int32Array || value instanceof Uint8Array)
    return Array.from(value);
  return value;
}

/**
 * Runs one proof.
 *
 * @param code JavaScript of an async function expression that takes `tf`, e.g. `async (tf) => { return 1; }`
 * @returns what it returned or threw, and how many tensors are left after its scope and its variables are gone
 */
export async function runProof(code: string): Promise<ProofRun> {
  await tfjs.setBackend('cpu');
  const before = tfjs.memory().numTensors;
  const engine = tfjs.engine();
  engine.startScope('proof');
  const settle = (): number => {
    engine.endScope();
    tfjs.disposeVariables();
    return tfjs.memory().numTensors - before;
  };
  try {
    const value: unknown = await new Function('console', `return (${code});`)(QUIET)(tfjs);
    return { kind: 'returned', value: toPlain(value), leaked: settle() };
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? error.message : String(error), leaked: settle() };
  }
}
