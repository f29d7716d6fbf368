import * as activations from '#core/math/activations.ts';
import * as gan from '#core/math/gan.ts';
import * as lstm from '#core/math/lstm.ts';
import * as networks from '#core/math/networks.ts';
import * as recurrent from '#core/math/recurrent.ts';

const MATH = Object.fromEntries(Object.getOwnPropertyNames(Math).map((name) => [name, Reflect.get(Math, name)]));
const SCOPE: Readonly<Record<string, unknown>> = { ...MATH, ...networks, ...activations, ...gan, ...recurrent, ...lstm, ...convolution, ...small, ...metrics, ...heartRun, ...serving, ...ganVariants, ...backprop, ...classicNetworks, ...detection, ...earlyStopping, ...perceptron };

/**
 * Value of an author's expression such as `sigmoid(2)` or `0.25 ** 10`.
 *
 * In scope are all of `Math` by bare name and the functions of `core/math`. It runs at build on files of this
 * repository only.
 *
 * @throws Error naming the expression when it does not run or is no finite number
 */
export function evaluate(expression: string): number {
  let value: unknown;
  try {
    value = Function(...Object.keys(SCOPE), `'use strict'; return (${expression});`)(...Object.values(SCOPE));
  } catch (error) {
    throw new Error(
      `The expression “${expression}” does not run: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`The expression “${expression}” gives ${String(value)}, not a finite number`);
  return value;
}
