import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensor/full.ts';
import { runSource } from '#tensor/run-source.ts';
import { impossible } from '#widgets/convolution/cells.ts';
import { model } from '#widgets/convolution/model.ts';
import { PRESETS } from '#widgets/convolution/presets.ts';
import { writeProgram } from '#widgets/convolution/program.ts';
import type { ConvolutionState } from '#widgets/convolution/settings.ts';
import { drawState } from './draw-state.ts';

beforeAll(() => tf.prepareFull());

/** What the program should print, from the frame on screen. */
function expected(state: ConvolutionState): string[] {
  const work = model.open(tf).answer(state);
  let next = work.next();
  while (!next.done) next = work.next();
  const { side, output } = next.value;
  const rows = Array.from({ length: output.length / side }, (_, i) => output.slice(i * side, (i + 1) * side));
  return [
    `${side} x ${side} x ${output.length / side ** 2}`,
    ...rows.map((row) => row.map((value) => Number(value.toFixed(1)) + 0).join(' ')),
  ];
}

const DRAWN = Array.from({ length: 30 }, (_, seed) => drawState(seed)).filter((state) => impossible(state) === null);

test.each([...Object.values(PRESETS).map(({ state }): ConvolutionState => state), ...DRAWN])(
  'the program of a state prints the numbers on screen: $mode n=$n k=$k s=$stride d=$dilation',
  async (state) => {
    const lines: (string | null)[] = [];
    const outcome = await runSource(writeProgram(state), tf, (line) => lines.push(line));
    expect(outcome).toMatchObject({ kind: 'returned' });
    expect(lines).toEqual(expected(state));
  },
);
