/**
 * Runs one snippet with all of TensorFlow.js, then waits to be terminated.
 *
 * Worker files carry no Content-Security-Policy on a host without headers: a snippet could reach any origin and the
 * reader's stored work. What it could do that with is taken away before it runs, and `import()`, a word that nothing can
 * take away, is refused by `runSource`; what that does not keep out stands with `lockDown`.
 */
import * as tf from './full.ts';
import { lockDown } from './lock-down.ts';
import type { Port } from './protocol.ts';
import { compile, describeError, lineOf, runSource } from './run-source.ts';
import type { FromSnippet, ToSnippet } from './snippet-protocol.ts';

const port: Port<FromSnippet, ToSnippet> = {
  postMessage: self.postMessage.bind(self),
  addEventListener: self.addEventListener.bind(self),
};

/** As it is before texts are refused: see {@link lockDown}. */
const startTimer = self.setTimeout.bind(self);

/**
 * Line of a syntax error: `new Function` does not tell it, an uncaught error in a timer's text does. Nothing of the text
 * runs: it is parsed whole, and if that succeeds after all (a snippet may close the function around it), it throws first.
 */
function syntaxErrorLine(code: string): Promise<number | null> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(null), 200);
    self.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        clearTimeout(giveUp);
        resolve(event.lineno > 0 && event.error !== 0 ? event.lineno : null);
      },
      { once: true },
    );
    const text: TimerHandler = `throw 0;(async function(tf){'use strict';${code}\n})`;
    startTimer(text);
  });
}

async function run(code: string): Promise<void> {
  await tf.prepareFull();
  lockDown();
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
