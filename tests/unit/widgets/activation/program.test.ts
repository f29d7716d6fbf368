import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensor/full.ts';
import { runSource } from '#tensor/run-source.ts';
import { model } from '#widgets/activation/model.ts';
import { writeProgram } from '#widgets/activation/program.ts';
import { type ActivationState, FUNCTION_NAMES, INITIAL } from '#widgets/activation/state.ts';

beforeAll(() => tf.prepareFull());

/** What the program should print, from the frame on screen. */
function expected(state: ActivationState): string[] {
  const work = model.open(tf).answer(state);
  let next = work.next();
  while (!next.done) next = work.next();
  const { curves, layer } = next.value;
  const show = (v: number): string => (v === 0 || Math.abs(v) >= 0.001 ? v.toFixed(4) : v.toExponential(2));
  return [
    ...curves.map(
      ({ name, value, slope, productsAtX }) =>
        `${name}: f = ${show(value)}, slope = ${show(slope)}, log10 |slope|^${state.depth} = ${(productsAtX[state.depth - 1] ?? 0).toFixed(4)}`,
    ),
    `saturated: ${layer.saturatedLeft + layer.saturatedRight} of 512`,
    `dead: ${layer.dead} of 16`,
  ];
}

const STATES: readonly Partial<ActivationState>[] = [
  {},
  ...FUNCTION_NAMES.map((name, i) => ({
    functions: [name],
    x: i - 4.25,
    seed: i,
    shift: i / 2 - 3,
    spread: 1.5,
    depth: 3 * i + 1,
  })),
  { functions: ['elu', 'silu', 'gelu'], alpha: 0.7, beta: 2.5, x: -8 },
  { functions: ['softplus', 'leaky', 'step'], alpha: 0.2, beta: 0.3, x: 50 },
];

test.each(STATES)('the program of a state prints the numbers on screen: %o', async (change) => {
  const state = { ...INITIAL, ...change };
  const lines: (string | null)[] = [];
  const outcome = await runSource(writeProgram(state), tf, (line) => lines.push(line));
  expect(outcome).toMatchObject({ kind: 'returned' });
  expect(lines).toEqual(expected(state));
});

test('the program stands alone: weights and inputs are written out', () => {
  const program = writeProgram(INITIAL);
  expect(program.match(/-?\d+\.?\d*, /g)?.length).toBeGreaterThan(380);
  expect(program).not.toContain('import');
});
