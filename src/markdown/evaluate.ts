import * as activations from '#core/math/activations.ts';
import * as backprop from '#core/math/backprop.ts';
import * as classicNetworks from '#core/math/classic-networks.ts';
import * as convolution from '#core/math/convolution.ts';
import * as detection from '#core/math/detection.ts';
import * as earlyStopping from '#core/math/early-stopping.ts';
import * as gan from '#core/math/gan.ts';
import * as ganVariants from '#core/math/gan-variants.ts';
import * as heartRun from '#core/math/heart-run.ts';
import * as lstm from '#core/math/lstm.ts';
import * as metrics from '#core/math/metrics.ts';
import * as networks from '#core/math/networks.ts';
import * as perceptron from '#core/math/perceptron.ts';
import * as recurrent from '#core/math/recurrent.ts';
import * as serving from '#core/math/serving.ts';
import * as smallCnn from '#core/math/small-cnn.ts';
import * as timeSeries from '#core/math/time-series.ts';

const ROOMS = {
  activations,
  backprop,
  classicNetworks,
  convolution,
  detection,
  earlyStopping,
  gan,
  ganVariants,
  heartRun,
  lstm,
  metrics,
  networks,
  perceptron,
  recurrent,
  serving,
  smallCnn,
  timeSeries,
};

/** `Math` and, over it, the rooms above by bare name; two of one name would silently be one. */
function makeScope(): Readonly<Record<string, unknown>> {
  const scope: Record<string, unknown> = {};
  for (const [room, names] of Object.entries(ROOMS)) {
    for (const [name, value] of Object.entries(names)) {
      if (Object.hasOwn(scope, name)) throw new Error(`core/math: ${name} of ${room} has the name of another`);
      scope[name] = value;
    }
  }
  const math = Object.getOwnPropertyNames(Math).map((name) => [name, Reflect.get(Math, name)]);
  return { ...Object.fromEntries(math), ...scope };
}

const SCOPE = makeScope();

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
