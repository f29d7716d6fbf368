/**
 * Names with which code could reach the network, the reader's stored work or the page, or make new code out of a text
 * (`eval`), in which nobody has looked for `import()`.
 */
const GLOBALS: readonly string[] = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'FontFace',
  'fonts',
  'indexedDB',
  'caches',
  'cookieStore',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'postMessage',
  'close',
  'eval',
];
/** The same of `navigator`: stored files and databases, and the locks that papers being answered are held by. */
const OF_NAVIGATOR: readonly string[] = ['storage', 'storageBuckets', 'locks', 'serviceWorker'];

function fix(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false });
}

/** Fixes a name wherever it is defined from `start` up: a prototype's own would still be within reach. */
function fixAll(start: object, name: string, value: unknown): void {
  for (let target: object | null = start; target !== null; target = Object.getPrototypeOf(target)) {
    if (Object.hasOwn(target, name)) fix(target, name, value);
  }
}

function refuse(): never {
  throw new EvalError('Code made from a text is not run here.');
}

/** Keeps `f.constructor` from making functions like `like` of a text; `f instanceof Function` goes on working. */
function refuseTexts(like: object): void {
  const prototype: object = Object.getPrototypeOf(like);
  function fromText(): never {
    return refuse();
  }
  fix(prototype, 'constructor', Object.assign(fromText, { prototype }));
}

/** A timer that takes functions alone: of a text it would make code. */
function takeFunctionsOnly(name: 'setTimeout' | 'setInterval'): void {
  const start = globalThis[name];
  fixAll(globalThis, name, (handler: unknown, ...rest: [number?, ...unknown[]]) =>
    typeof handler === 'function' ? Reflect.apply(start, globalThis, [handler, ...rest]) : refuse(),
  );
}

/**
 * Takes away, for good and in this whole thread, what a snippet could do harm with; what holds a name already keeps it.
 *
 * The code comes from the site or from the reader's own hand, never out of an address, so that this guards against mistakes
 * and against code copied from elsewhere that tries the usual ways. It is a list of names, not a wall: a browser may have
 * ways that stand in no list, and a wall would need a Content-Security-Policy, which a worker's file gets from the host's
 * headers alone. Nothing here limits time or memory: that is for the owner of the thread.
 */
export function lockDown(): void {
  for (const name of GLOBALS) fixAll(globalThis, name, undefined);
  if ('navigator' in globalThis) for (const name of OF_NAVIGATOR) fixAll(navigator, name, undefined);
  takeFunctionsOnly('setTimeout');
  takeFunctionsOnly('setInterval');
  for (const kind of [() => 0, async () => 0, function* () {}, async function* () {}]) refuseTexts(kind);
  fix(globalThis, 'Function', Object.getPrototypeOf(() => 0).constructor);
}
