/**
 * Runs one snippet with all of TensorFlow.js, then waits to be terminated.
 *
 * Worker files carry no Content-Security-Policy on a host without headers: a snippet could reach any origin and the
 * reader's stored work. What it could do that with is taken away before it runs.
 */
import * as tf from './full.ts';
import type { Port } from './protocol.ts';
import { compile, describeError, lineOf, runSource } from './run-source.ts';
import type { FromSnippet, ToSnippet } from './snippet-protocol.ts';

const FORBIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'indexedDB',
  'caches',
  'cookieStore',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'postMessage',
  'close',
] as const;

const port: Port<FromSnippet, ToSnippet> = {
  postMessage: self.postMessage.bind(self),
  addEventListener: self.addEventListener.bind(self),
};

function takeAway(names: readonly string[]): void {
  for (let target: object | null = globalThis; target !== null; target = Object.getPrototypeOf(target)) {
    for (const name of names) {
      if (!Object.hasOwn(target, name)) continue;
      Object.defineProperty(target, name, { value: undefined, writable: false, configurable: false });
    }
  }
}

/**
 * Line of a syntax error: `new Function` does not tell it, an uncaught error in a timer's text does. The text is the
 * same function, never called.
 */
function syntaxErrorLine(code: string): Promise<number | null> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), 200);
    self.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        clearTimeout(giveUp);
        resolve(event.lineno > 0 ? event.lineno : null);
      },
      { once: true },
    );
    const text: TimerHandler = `(async function(tf){'use strict';${code}\n})`;
    setTimeout(text);
  });
}

async function run(code: string): Promise<void> {
  await tf.prepareFull();
  takeAway(FORBIDDEN);
  port.postMessage({ kind: 'started' });
  const start = performance.now();
  const finish = (outcome: (FromSnippet & { kind: 'outcome' })['outcome']): void =>
    port.postMessage({ kind: 'outcome', outcome, ms: performance.now() - start });
  try {
    compile(code);
  } catch (error) {
    finish({ kind: 'threw', message: describeError(error), line: await syntaxErrorLine(code) });
    return;
  }
  // What a snippet leaves to timers and forgotten promises ends it too.
  const fail = async (event: Event, error: unknown): Promise<void> => {
    event.preventDefault();
    finish({ kind: 'threw', message: describeError(error), line: await lineOf(error) });
  };
  self.addEventListener('error', (event) => void fail(event, event.error));
  self.addEventListener('unhandledrejection', (event) => void fail(event, event.reason));
  finish(await runSource(code, tf, (line) => port.postMessage({ kind: 'log', line })));
}

port.addEventListener('message', ({ data }) => void run(data.code));
