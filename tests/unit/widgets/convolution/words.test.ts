import { beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import { loadCpu } from '#tensor/cpu.ts';
import type { ConvolutionFrame } from '#widgets/convolution/frame.ts';
import type { ImpossibleCode } from '#widgets/convolution/impossible.ts';
import { model } from '#widgets/convolution/model.ts';
import { promptsOf } from '#widgets/convolution/prompts.ts';
import { type ConvolutionState, INITIAL } from '#widgets/convolution/settings.ts';
import { impossibleText, narrate, outputText, taskVerdict } from '#widgets/convolution/words.ts';
import { drawState, stateWith } from './draw-state.ts';
import { correlate, toStack } from './oracle.ts';

const words = (locale: (typeof LOCALES)[number]) =>
  islandTranslator(pickMessages(locale, ['convolution.', 'error.convolution-']));
const HOLES = /[{}⟨⟩]|undefined|NaN/;

let ask: (state: ConvolutionState) => ConvolutionFrame;
beforeAll(async () => {
  const session = model.open(await loadCpu());
  ask = (state) => {
    const work = session.answer(state);
    for (;;) {
      const { value, done } = work.next();
      if (done) return value;
    }
  };
});

describe.each(LOCALES)('in %s', (locale) => {
  test('a sentence holds the number on screen and leaves no gap open', () => {
    for (let seed = 0; seed < 60; seed++) {
      const frame = ask(drawState(seed));
      const text = narrate(words(locale), frame);
      expect(text).not.toMatch(HOLES);
      if (frame.reading !== null) expect(text).toContain(outputText(frame.reading.value));
      expect(taskVerdict(words(locale), frame)).not.toMatch(HOLES);
    }
  });

  test('each impossible setting says which numbers would do', () => {
    const states: Readonly<Record<ImpossibleCode, ConvolutionState>> = {
      'convolution-kernel-too-big': stateWith({ n: 4, k: 5 }),
      'convolution-window-too-big': stateWith({ mode: 'max', n: 3, window: 4 }),
      'convolution-pool-padding': stateWith({ mode: 'average', poolPadding: 2, window: 2 }),
    };
    for (const [code, asked] of Object.entries(states)) {
      const { failure, state } = ask(asked);
      expect(failure?.code).toBe(code);
      if (failure !== null) expect(impossibleText(words(locale), state, failure)).not.toMatch(HOLES);
    }
  });

  test('no more padding is advised than can be set', () => {
    const { failure, state } = ask(stateWith({ n: 3, k: 5, dilation: 3 }));
    expect(failure?.padding).toBe(5);
    if (failure !== null) expect(impossibleText(words(locale), state, failure)).not.toMatch(/(?:至少|at least) 5/);
  });

  test('20 seeds: prompts are whole, each with one right option among different ones', () => {
    for (let seed = 0; seed < 20; seed++) {
      const prompts = promptsOf(words(locale), ask(drawState(seed)), ['slide']);
      expect(prompts.length).toBeGreaterThanOrEqual(3);
      for (const prompt of prompts) {
        const texts = prompt.options.map((option) => option.text);
        expect(`${prompt.question}${prompt.why}${texts.join()}`).not.toMatch(HOLES);
        expect(new Set(texts).size).toBe(texts.length);
        expect(prompt.options.filter((option) => option.id === prompt.answer)).toHaveLength(1);
      }
    }
    expect(promptsOf(words(locale), ask(INITIAL), ['slide']).length).toBeGreaterThanOrEqual(5);
  });
});

test('the size asked for is one that can be: no pooling window stands on padding alone', () => {
  const prompts = promptsOf(words('en'), ask(stateWith({ mode: 'max', window: 2, poolPadding: 1 })), ['slide']);
  expect(prompts.find((prompt) => prompt.id === 'size')?.question).toContain('padding 1');
});

test('20 seeds: the revealed answers are what plain loops and counting give', () => {
  for (let seed = 0; seed < 20; seed++) {
    const state: ConvolutionState = { ...drawState(seed), mode: 'conv', flip: 'off', step: 1 };
    const frame = ask(state);
    const answer = (id: string) => promptsOf(words('en'), frame, ['slide']).find((prompt) => prompt.id === id)?.answer;
    const { n, k, channels, filters, padding, stride, dilation } = state;
    expect(answer('parameters')).toBe(String((k * k * channels + 1) * (filters + 1)));
    let places = 0;
    for (let at = -padding - 1; at + dilation * (k - 1) < n + padding + 1; at += (stride % 3) + 1) places += 1;
    if (places > 0) expect(answer('size')).toBe(String(places));
    let largest = 0;
    while (((dilation % 3) + 1) * largest + 1 <= n + 2 * padding) largest += 1;
    expect(answer('largest')).toBe(String(largest));
    const middle = state.d3 * (state.k3 - 1) * ((state.s2 % 3) + 1) + state.d2 * (state.k2 - 1);
    expect(answer('field')).toBe(String(middle * stride + dilation * (k - 1) + 1));
    if (frame.failure !== null) continue;
    const kernels = frame.kernels.map(({ weights }) => weights);
    const picture = toStack(frame.input, n);
    const window = { k, stride, padding, dilation };
    const turned = kernels.map((weights) =>
      Array.from({ length: channels }, (_, i) => weights.slice(i * k * k, (i + 1) * k * k).toReversed()).flat(),
    );
    const same =
      JSON.stringify(correlate(picture, kernels, window)) === JSON.stringify(correlate(picture, turned, window));
    expect(answer('flip')).toBe(same ? 'same' : 'different');
  }
});
