import { formatLog, inspect, isTensorLike } from './inspect.ts';

/** What became of a snippet that was let run to its end. */
export type SourceOutcome =
  | {
      readonly kind: 'returned';
      /** What it returned, as plain data: tensors as nested arrays, sets and typed arrays as arrays. */
      readonly value: unknown;
      /** The same as the console would show it; null when nothing was returned. */
      readonly text: string | null;
    }
  | {
      readonly kind: 'threw';
      /** `TypeError: …` */
      readonly message: string;
      /** Line of the snippet, from 1; null where the engine does not say. */
      readonly line: number | null;
    }
  | {
      /** It would load other code; nothing ran. */
      readonly kind: 'refused';
      readonly code: 'snippet-import';
      readonly line: number;
    };

/** What the runner itself needs of the `tf` it hands on. */
export interface SnippetTensors {
  engine(): { startScope(): void; endScope(): void };
  disposeVariables(): void;
}

/** Output is cut after so many lines … */
export const MAX_LINES = 500;
/** … or after so many characters, whichever comes first. */
export const MAX_CHARACTERS = 50_000;

/** Receives the console lines in order; `null` once, when the rest is cut off. */
export type LogSink = (line: string | null) => void;

type Body = (tf: SnippetTensors) => Promise<unknown>;

const AsyncFunction: { new (...parts: string[]): Body } = Object.getPrototypeOf(async () => undefined).constructor;
const NAME = 'snippet.js';
const METHODS = ['log', 'info', 'debug', 'warn', 'error'] as const;

/** Compiles a snippet as the body of an async function of `tf`. @throws SyntaxError */
export function compile(code: string): Body {
  return new AsyncFunction('tf', `'use strict';${code}\n//# sourceURL=${NAME}`);
}

/** Whether the engine takes a text for a snippet. */
function isSnippet(code: string): boolean {
  try {
    compile(code);
    return true;
  } catch {
    return false;
  }
}

/**
 * The line of the first `import(…)`, from 1; null without one, or when the code does not parse at all.
 *
 * The engine's own parser tells an import from the letters of one: `enum` may stand wherever `import` is no keyword (in
 * strings, templates, comments, regular expressions, behind a dot, as a key), and nowhere else.
 */
export function findImport(code: string): number | null {
  const places = [...code.matchAll(/\bimport\b/g)].map(({ index }) => index);
  const other = code.replace(/\bimport\b/g, 'enum');
  if (places.length === 0 || isSnippet(other) || !isSnippet(code)) return null;
  const at = places.find((place) => !isSnippet(`${code.slice(0, place)}enum${code.slice(place + 'import'.length)}`));
  return code.slice(0, at ?? places[0]).split('\n').length;
}

/** Line in a stack trace, counted in the text the engine made of our source. */
function rawLine(error: unknown): number | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const line = stack.match(/snippet\.js:(\d+)/)?.[1];
  return line === undefined ? null : Number(line);
}

/** Lines an engine puts before a function's body: measured, since engines differ. */
async function measureOffset(): Promise<number> {
  const error: unknown = await compile('throw new Error("probe")')({
    engine: () => ({ startScope() {}, endScope() {} }),
    disposeVariables() {},
  }).catch((thrown: unknown) => thrown);
  return (rawLine(error) ?? 1) - 1;
}

/** The line of a snippet at which an error arose, from 1; null where the stack does not say. */
export async function lineOf(error: unknown): Promise<number | null> {
  const raw = rawLine(error);
  return raw === null ? null : raw - (await measureOffset());
}

/** `Error: text`, whatever was thrown. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `Uncaught ${inspect(error)}`;
}

/**
 * Runs a snippet: `await` and `return` are allowed, `tf` is in scope, the console is captured while it runs.
 *
 * Every tensor and variable it made is disposed at its end. It does not limit time: an endless loop ends only with its
 * thread. The same function runs chapter code and proofs in the worker and in tests.
 */
export async function runSource(code: string, tf: SnippetTensors, onLog: LogSink): Promise<SourceOutcome> {
  const line = findImport(code);
  if (line !== null) return { kind: 'refused', code: 'snippet-import', line };
  const restore = captureConsole(onLog);
  tf.engine().startScope();
  try {
    const value = await compile(code)(tf);
    return { kind: 'returned', value: toPlain(value), text: value === undefined ? null : inspect(value) };
  } catch (error) {
    return { kind: 'threw', message: describeError(error), line: await lineOf(error) };
  } finally {
    tf.engine().endScope();
    tf.disposeVariables();
    restore();
  }
}

function captureConsole(onLog: LogSink): () => void {
  let lines = 0;
  let characters = 0;
  let open = true;
  const take = (...values: readonly unknown[]): void => {
    if (!open) return;
    const line = formatLog(values);
    lines += 1;
    characters += line.length;
    if (lines > MAX_LINES || characters > MAX_CHARACTERS) {
      open = false;
      onLog(null);
    } else onLog(line);
  };
  const before = METHODS.map((method) => [method, console[method]] as const);
  for (const method of METHODS) console[method] = take;
  return () => {
    open = false;
    for (const [method, original] of before) console[method] = original;
  };
}

/** Plain data that `postMessage` can copy; what cannot be copied becomes its text. */
function toPlain(value: unknown): unknown {
  if (isTensorLike(value)) return value.arraySync();
  if (value instanceof Set) return [...value].map(toPlain);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(Object.values(value));
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === 'object' && value !== null) {
    return Object.getPrototypeOf(value) === Object.prototype
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]))
      : inspect(value);
  }
  return typeof value === 'function' || typeof value === 'symbol' ? inspect(value) : value;
}
