import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const MODULE = new URL('../../../src/tensor/lock-down.ts', import.meta.url).href;

/** What expressions give in a thread that is locked down, as text; of what throws, the error's name. */
function evaluate(expressions: readonly string[]): Promise<string[]> {
  const body = expressions.map((expression) => `attempt(() => ${expression})`).join(',');
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(MODULE)}).then(async ({ lockDown }) => {
      const answer = parentPort.postMessage.bind(parentPort);
      lockDown();
      const attempt = async (run) => { try { return String(await run()); } catch (error) { return error.name; } };
      answer(await Promise.all([${body}]));
    });`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true });
    worker.once('message', (answer: string[]) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

test('what reaches the network or stored work is gone, from prototypes too', async () => {
  const names = ['fetch', 'WebSocket', 'BroadcastChannel', 'postMessage', 'Worker', 'FontFace', 'eval'];
  expect(
    await evaluate([...names.map((name) => `typeof globalThis.${name}`), 'navigator.locks', '(0, eval)("1")']),
  ).toEqual([...names.map(() => 'undefined'), 'undefined', 'TypeError']);
});

test('no code is made of a text, whichever kind of function is asked', async () => {
  expect(
    await evaluate([
      'new Function("return 1")()',
      'Function("return 1")()',
      '(() => 0).constructor("return 1")()',
      '(async () => 0).constructor("return 1")()',
      '(function* () {}).constructor("yield 1")()',
      '(async function* () {}).constructor("yield 1")()',
      'class {}.constructor("return 1")()',
      'Object.getPrototypeOf((async () => 0).constructor)("return 1")()',
      'setTimeout("globalThis.x = 1")',
      'setInterval("globalThis.x = 1")',
    ]),
  ).toEqual(Array.from({ length: 10 }, (_, i) => (i === 7 ? 'TypeError' : 'EvalError')));
});

test('what a snippet may use goes on working', async () => {
  expect(
    await evaluate([
      '(() => 0) instanceof Function',
      '(async () => 0).constructor.name.length > 0',
      'Object.getPrototypeOf({}).constructor === Object',
      'new Promise((resolve) => setTimeout(resolve, 1, "later"))',
      'structuredClone([1, 2])',
      'Math.max.call(null, 1, 2)',
    ]),
  ).toEqual(['true', 'true', 'true', 'later', '1,2', '2']);
});
