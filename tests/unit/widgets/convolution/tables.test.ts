import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { pickMessages } from '#i18n/messages.ts';
import { loadCpu } from '#tensor/cpu.ts';
import { FieldPanel } from '#widgets/convolution/FieldPanel.tsx';
import type { ConvolutionFrame } from '#widgets/convolution/frame.ts';
import { model } from '#widgets/convolution/model.ts';
import { ShiftPanel } from '#widgets/convolution/ShiftPanel.tsx';
import { SlidePanel } from '#widgets/convolution/SlidePanel.tsx';
import type { ConvolutionState } from '#widgets/convolution/settings.ts';
import { TaskPanel } from '#widgets/convolution/TaskPanel.tsx';
import { drawState, stateWith } from './draw-state.ts';

const t = islandTranslator(pickMessages('en', ['convolution.', 'lab.', 'error.convolution-']));
let ask: (state: ConvolutionState) => ConvolutionFrame;
beforeAll(async () => {
  const session = model.open(await loadCpu());
  ask = (state) => {
    const work = session.answer(state);
    let next = work.next();
    while (!next.done) next = work.next();
    return next.value;
  };
});

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');
const tablesOf = (html: string): string => all(html, /<details class="twin">(.*?)<\/details>/gs).join('');

/** Numbers written into the cells of the grids; the zeros of the padding are no data. */
function drawn(html: string): string[] {
  return all(html, /<g class="cell (?!pad)[^"]*">(.*?)<\/g>/gs).flatMap((cell) =>
    all(cell, /<text[^>]*>([^<]+)<\/text>/g),
  );
}

/** What is in `numbers` more often than in `table`. */
function missing(numbers: readonly string[], table: readonly string[]): string[] {
  const left = [...table];
  return numbers.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const STATES: readonly ConvolutionState[] = [
  stateWith({ step: 5 }),
  stateWith({ mode: 'max', picture: 'digit', n: 8, channels: 2, step: 20 }),
  stateWith({ task: 'move', padding: 1, step: 36 }),
  ...Array.from({ length: 12 }, (_, seed) => drawState(seed)),
];

describe('every number of a figure is in its tables', () => {
  test.each([
    ['slide', SlidePanel],
    ['shift', ShiftPanel],
    ['task', TaskPanel],
  ] as const)('%s', (_name, Panel) => {
    let numbers = 0;
    for (const state of STATES) {
      const html = renderToString(h(Panel, { frame: ask(state), t }));
      const values = drawn(html);
      numbers += values.length;
      expect(missing(values, all(tablesOf(html), /<data value="[^"]*">([^<]*)<\/data>/g))).toEqual([]);
    }
    expect(numbers).toBeGreaterThan(100);
  });

  test('the largest values of max pooling, and where each stood', () => {
    const frame = ask(stateWith({ mode: 'max', picture: 'digit', n: 8, step: 16 }));
    const html = renderToString(h(SlidePanel, { frame, t }));
    expect(html.match(/class="winner"/g)).toHaveLength(16);
    for (const { row, column } of frame.trail)
      expect(tablesOf(html)).toContain(`row ${row + 1}, column ${column + 1}</td>`);
  });

  test('the three layers', () => {
    for (const state of STATES) {
      const frame = ask(state);
      const html = renderToString(h(FieldPanel, { frame, t }));
      const values = all(html, /<dd>.*?<data value="[^"]*">([^<]*)<\/data>/gs);
      expect(values.length).toBeGreaterThanOrEqual(6);
      expect(missing(values, all(tablesOf(html), /<data value="[^"]*">([^<]*)<\/data>/g))).toEqual([]);
    }
  });
});

test('a number is shown rounded and carried in full: every reading is the frame’s own', () => {
  const frame = ask(stateWith({ kernels: ['gaussian'], picture: 'photo', n: 8, step: 36 }));
  const html = renderToString(h(SlidePanel, { frame, t }));
  const values = all(tablesOf(html), /<data value="([^"]*)">/g).map(Number);
  for (const value of frame.output) expect(values).toContain(value);
});
