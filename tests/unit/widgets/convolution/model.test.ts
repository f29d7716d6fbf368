import { beforeAll, describe, expect, test } from 'vitest';
import { outputSize } from '#core/math/sliding-window.ts';
import { stream } from '#core/random/stream.ts';
import { loadCpu } from '#tensor/cpu.ts';
import type { Ops } from '#tensor/model.ts';
import { beginTask } from '#widgets/convolution/begin-task.ts';
import type { ConvolutionFrame } from '#widgets/convolution/frame.ts';
import { checkConvolution } from '#widgets/convolution/impossible.ts';
import { printKernel } from '#widgets/convolution/kernels.ts';
import { model } from '#widgets/convolution/model.ts';
import { type ConvolutionState, kernelsOf, pixelsOf } from '#widgets/convolution/settings.ts';
import { TASK_NAMES, TASKS } from '#widgets/convolution/tasks.ts';
import { drawState, stateWith } from './draw-state.ts';
import { correlate, countPlaces, multiplyUnfolded, poolWindows, toStack } from './oracle.ts';

let tf: Ops;
beforeAll(async () => {
  tf = await loadCpu();
});

function ask(state: ConvolutionState, session = model.open(tf)): ConvolutionFrame {
  const work = session.answer(state);
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
  }
}

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('every setting of n 3–12, k, s, P, d', () => {
  test.each(between(3, 12))(
    'n = %i: sums equal plain loops and the unfolded product exactly, impossible ones give their code',
    (n) => {
      const from = stream('conv-oracle', n);
      const pixels = Array.from({ length: 2 * n * n }, () => from.below(10));
      const picture = toStack(pixels, n);
      let possible = 0;
      let refused = 0;
      for (const k of between(1, 5)) {
        const kernels = [0, 1].map(() => Array.from({ length: 2 * k * k }, () => from.below(19) - 9));
        for (const stride of between(1, 3))
          for (const padding of between(0, 4))
            for (const dilation of between(1, 3)) {
              const window = { k, stride, padding, dilation };
              const state = stateWith({
                n,
                channels: 2,
                filters: 2,
                pixels: pixels.join(''),
                kernels: kernels.map((weights) => printKernel({ weights, divisor: 1 })),
                ...window,
              });
              const places = countPlaces(n, window);
              if (places === 0) {
                expect(checkConvolution({ n, ...window })?.code).toBe('convolution-kernel-too-big');
                const frame = ask(state);
                expect([frame.failure?.code, frame.side]).toEqual(['convolution-kernel-too-big', 0]);
                refused += 1;
                continue;
              }
              possible += 1;
              expect(outputSize({ n, ...window })).toBe(places);
              const sums = correlate(picture, kernels, window);
              expect(multiplyUnfolded(picture, kernels, window)).toEqual(sums);
              expect(ask(state).output).toEqual(sums);
            }
      }
      expect(possible + refused).toBe(5 * 3 * 5 * 3);
    },
  );
});

describe('what an impossible setting is told would do', () => {
  test('does: the padding, and the kernel, are enough, and one less is not', () => {
    for (const n of between(3, 12))
      for (const k of between(1, 5))
        for (const padding of between(0, 4))
          for (const dilation of between(1, 3)) {
            const slide = { n, k, padding, stride: 1, dilation };
            const failure = checkConvolution(slide);
            if (failure === null) continue;
            expect(checkConvolution({ ...slide, padding: failure.padding })).toBeNull();
            expect(checkConvolution({ ...slide, padding: failure.padding - 1 })).not.toBeNull();
            expect(checkConvolution({ ...slide, k: failure.largest })).toBeNull();
            expect(checkConvolution({ ...slide, k: failure.largest + 1 })).not.toBeNull();
          }
  });
});

describe('pooling', () => {
  test.each(between(3, 12))('n = %i: largest and mean of every window, trail included', (n) => {
    const from = stream('pool-oracle', n);
    const pixels = Array.from({ length: 2 * n * n }, () => from.below(10));
    const picture = toStack(pixels, n);
    for (const k of between(1, 4))
      for (const stride of between(1, 4))
        for (const padding of between(0, 3)) {
          const state = stateWith({
            n,
            channels: 2,
            pixels: pixels.join(''),
            window: k,
            poolStride: stride,
            poolPadding: padding,
          });
          const max = ask({ ...state, mode: 'max' });
          if (padding >= k || k > n + 2 * padding) {
            expect(max.failure?.code).toBe(padding >= k ? 'convolution-pool-padding' : 'convolution-window-too-big');
            continue;
          }
          const windows = poolWindows(picture, { k, stride, padding, dilation: 1 });
          expect(max.output).toEqual(windows.map((values) => Math.max(...values)));
          expect(
            max.trail.map(({ row, column }, i) => picture[i < max.trail.length / 2 ? 0 : 1]?.[row]?.[column]),
          ).toEqual(max.output);
          const mean = ask({ ...state, mode: 'average' });
          for (const [i, values] of windows.entries())
            expect(mean.output[i]).toBe(Math.fround(values.reduce((sum, value) => sum + value, 0) / values.length));
        }
    const { output } = ask(stateWith({ n, channels: 2, pixels: pixels.join(''), mode: 'global' }));
    for (const [i, channel] of picture.entries())
      expect(output[i]).toBeCloseTo(channel.flat().reduce((sum, value) => sum + value, 0) / (n * n), 5);
  });

  test('has no parameters; a convolution has (k·k·c_in + 1)·c_out', () => {
    expect(ask(stateWith({ mode: 'max' })).parameters).toBe(0);
    expect(ask(stateWith({ channels: 3, filters: 2, kernels: ['box', 'box'], k: 5 })).parameters).toBe(152);
  });
});

test('the written-out sum is the value in the output, at every cell of 60 drawn states', () => {
  let read = 0;
  for (let seed = 0; seed < 60; seed++) {
    const frame = ask(drawState(seed));
    const { reading, state } = frame;
    if (reading === null) continue;
    read += 1;
    const value = frame.output[state.step - 1] ?? Number.NaN;
    expect(reading.value).toBeCloseTo(value, 4);
    if (state.mode !== 'conv') continue;
    const sum = reading.terms.reduce((total, term) => total + term.value * term.weight, 0);
    expect(reading.sum).toBe(sum);
    expect(reading.channelSums.reduce((total, part) => total + part, 0)).toBe(sum);
    expect(value).toBeCloseTo(sum / (kernelsOf(state)[reading.cell.channel]?.divisor ?? 1) + state.bias, 4);
    for (const term of reading.terms)
      if (!term.padded)
        expect(term.value).toBe(pixelsOf(state)[(term.channel * state.n + term.row) * state.n + term.column]);
  }
  expect(read).toBeGreaterThan(30);
});

test('true convolution turns the kernel: reversed weights, correlated', () => {
  const state = stateWith({ kernels: ['emboss'], picture: 'photo', n: 9 });
  const turned = kernelsOf(state).map(({ weights }) => weights.toReversed());
  const window = { k: 3, stride: 1, padding: 0, dilation: 1 };
  const picture = toStack(pixelsOf(state), 9);
  const convolved = correlate(picture, turned, window);
  const plain = correlate(
    picture,
    kernelsOf(state).map(({ weights }) => weights),
    window,
  );
  expect(ask({ ...state, flip: 'on' }).output).toEqual(convolved);
  const difference = Math.max(...plain.map((value, i) => Math.abs(value - (convolved[i] ?? 0))));
  expect(ask(state).flipDifference).toBe(difference);
  expect(ask(stateWith({ kernels: ['gaussian'] })).flipDifference).toBe(0);
});

test('a picture moved one cell moves the output of a stride-1 convolution with it', () => {
  const { shift } = ask(stateWith({ picture: 'photo', n: 10, kernels: ['sobel-x'], padding: 0 }));
  expect(shift?.followed).toBe(shift?.neighbours);
  const coarse = ask(stateWith({ picture: 'photo', n: 10, kernels: ['sobel-x'], stride: 2 })).shift;
  expect(coarse?.followed).toBeLessThan(coarse?.neighbours ?? 0);
});

test('LeNet’s chain: 28 → 28 → 14 → 10 → 5, and 16 · 5 · 5 = 400', () => {
  const conv = (n: number, padding: number) => outputSize({ n, k: 5, padding, stride: 1, dilation: 1 });
  const pool = (n: number) => outputSize({ n, k: 2, padding: 0, stride: 2, dilation: 1 });
  const sides = [conv(28, 2), pool(28), conv(14, 0), pool(10)];
  expect(sides).toEqual([28, 14, 10, 5]);
  expect(16 * (sides[3] ?? 0) ** 2).toBe(400);
});

test('receptive field: every layer sees what a walk down finds', () => {
  for (let seed = 0; seed < 100; seed++) {
    const state = drawState(seed);
    const { layers } = ask({ ...state, mode: 'conv', step: 1 });
    let seen = new Set([0]);
    for (const layer of layers.toReversed())
      seen = new Set(
        [...seen].flatMap((unit) =>
          Array.from({ length: layer.k }, (_, i) => unit * layer.stride + i * layer.dilation),
        ),
      );
    expect(layers[2]?.field).toBe(Math.max(...seen) + 1);
    expect(layers[2]?.jump).toBe(state.stride * state.s2 * state.s3);
  }
});

describe('a kernel to be designed', () => {
  test.each(TASK_NAMES)('%s: the hidden kernel is right, the one to begin with is not', (name) => {
    const begun = beginTask(name);
    expect(ask(begun).task).toMatchObject({ general: false, cells: 36 });
    const { kernel, bias } = TASKS[name];
    const solved = ask({ ...begun, kernels: [printKernel(kernel)], bias });
    expect(solved.task).toMatchObject({ general: true, matches: 36 });
    expect(solved.output).toEqual(solved.task?.target);
  });

  test('what fits one picture by accident is told apart', () => {
    const blank = { ...beginTask('move'), picture: 'blank' } as const;
    expect(ask(blank).task).toMatchObject({ matches: 36, general: false });
  });
});

test('the same state gives the same frame, and 1,000 of them leave no tensor', () => {
  const session = model.open(tf);
  const before = tf.memory().numTensors;
  const first = ask(drawState(7), session);
  for (let i = 0; i < 1000; i++) ask(stateWith({ step: (i % 16) + 1 }), session);
  expect(ask(drawState(7), session)).toEqual(first);
  session.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
