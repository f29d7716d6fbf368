import type { LogSink } from './run-source.ts';
import type { FromSnippet, SnippetOutcome } from './snippet-protocol.ts';

/** How a snippet is run. */
export interface SnippetOptions {
  /** Hears the console, line by line and in order; null once, when the rest was cut off. */
  readonly onLog?: LogSink;
  /** Called when TensorFlow.js has loaded and the snippet begins. */
  readonly onStart?: () => void;
  /** Aborting it ends the run at once. */
  readonly signal?: AbortSignal;
  /** Time limit from the snippet's own start, in milliseconds; 10 000 unless told. */
  readonly timeoutMs?: number;
}

/** Longest wait for TensorFlow.js to arrive, in milliseconds. */
const LOAD_LIMIT = 60_000;

/**
 * Runs a snippet in a worker of its own and tells what became of it; never rejects.
 *
 * Each run has a fresh instance of TensorFlow.js. An endless loop is ended with its worker, and the page stays free.
 */
export function runSnippet(code: string, options: SnippetOptions = {}): Promise<SnippetOutcome> {
  const { onLog, onStart, signal, timeoutMs = 10_000 } = options;
  if (signal?.aborted) return Promise.resolve({ kind: 'stopped' });
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./snippet-worker.ts', import.meta.url), { type: 'module', name: 'snippet' });
    const finish = (outcome: SnippetOutcome): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      resolve(outcome);
    };
    const unavailable = (detail: string): void => finish({ kind: 'unavailable', code: 'snippet-unavailable', detail });
    const stop = (): void => finish({ kind: 'stopped' });
    let timer = setTimeout(() => unavailable(''), LOAD_LIMIT);
    signal?.addEventListener('abort', stop);
    worker.addEventListener('error', (event) => unavailable(event.message ?? ''));
    worker.addEventListener('message', ({ data }: MessageEvent<FromSnippet>) => {
      switch (data.kind) {
        case 'started':
          clearTimeout(timer);
          timer = setTimeout(
            () => finish({ kind: 'timed-out', code: 'snippet-timeout', seconds: timeoutMs / 1000 }),
            timeoutMs,
          );
          onStart?.();
          return;
        case 'log':
          onLog?.(data.line);
          return;
        case 'outcome':
          finish({ ...data.outcome, ms: data.ms });
          return;
      }
    });
    worker.postMessage({ code });
  });
}
