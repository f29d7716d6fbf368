import { beforeAll, describe, expect, test } from 'vitest';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import { loadCpu } from '#tensor/cpu.ts';
import { type ActivationFrame, model } from '#widgets/activation/model.ts';
import { type ActivationState, FUNCTION_NAMES, INITIAL } from '#widgets/activation/state.ts';
import { narrate, promptsOf } from '#widgets/activation/words.ts';
import { ORACLE } from './oracle.ts';

const words = (locale: (typeof LOCALES)[number]) => islandTranslator(pickMessages(locale, ['activation.']));

let ask: (change: Partial<ActivationState>) => ActivationFrame;
beforeAll(async () => {
  const session = model.open(await loadCpu());
  ask = (change) => {
    const work = session.answer({ ...INITIAL, ...change });
    for (;;) {
      const { value, done } = work.next();
      if (done) return value;
    }
  };
});

describe.each(LOCALES)('in %s', (locale) => {
  test('a sentence holds the number on screen and leaves no gap open', () => {
    for (const name of FUNCTION_NAMES) {
      for (const x of [-7, 0, 0.5]) {
        const text = narrate(words(locale), ask({ functions: [name], x }));
        expect(text).not.toMatch(/[{}⟨⟩]|undefined|NaN/);
        expect(text).toContain(String(x).replace('-', '−'));
      }
    }
    expect(narrate(words(locale), ask({ functions: ['sigmoid'], x: 2 }))).toContain('0.1050');
    expect(narrate(words(locale), ask({ functions: ['sigmoid'], x: 0, stepping: 'depth', depth: 10 }))).toContain(
      '9.54×10⁻⁷',
    );
  });

  test('20 seeds: the revealed answer is the model’s, and every prompt is whole', () => {
    for (let seed = 0; seed < 20; seed++) {
      const name = FUNCTION_NAMES[seed % FUNCTION_NAMES.length] ?? 'relu';
      const state = { ...INITIAL, functions: [name], seed, x: (seed - 10) / 2, shift: (seed % 5) - 3, depth: 1 + seed };
      const frame = ask(state);
      const prompts = promptsOf(words(locale), frame, ['curves', 'depth', 'layer']);
      expect(prompts.length).toBeGreaterThanOrEqual(3);
      for (const prompt of prompts) {
        expect(`${prompt.question}${prompt.why}${prompt.options.map((option) => option.text).join()}`).not.toMatch(
          /[{}⟨⟩]|undefined|NaN/,
        );
        expect(new Set(prompt.options.map((option) => option.text)).size).toBe(prompt.options.length);
        expect(prompt.options.filter((option) => option.id === prompt.answer)).toHaveLength(1);
      }
      const answer = (id: string) => prompts.find((prompt) => prompt.id === id)?.answer;
      const slope = (x: number) => Math.abs(Math.fround(ORACLE[name](x, state.alpha, state.beta)[1]));
      const change = slope(state.x + 2) - slope(state.x);
      if (Math.abs(change) > 1e-6) expect(answer('slope')).toBe(change > 0 ? 'more' : 'less');
      const { dead, deadBelow } = frame.layer;
      expect(answer('dead')).toBe(deadBelow > dead ? 'more' : deadBelow < dead ? 'less' : 'same');
    }
  });
});

test('the depth question offers the power among the usual mistakes, largest first', () => {
  const [prompt] = promptsOf(words('en'), ask({ functions: ['sigmoid'], depth: 10 }), ['depth']);
  expect(prompt?.options.map((option) => option.text)).toEqual(['0.2500', '0.0250', '9.77×10⁻⁴', '9.54×10⁻⁷']);
  expect(prompt?.answer).toBe('power');
});

test('where the power and a mistake coincide, the option is offered once and still right', () => {
  const [prompt] = promptsOf(words('en'), ask({ functions: ['relu'], depth: 5 }), ['depth']);
  expect(prompt?.options.map((option) => option.text)).toEqual(['1.0000', '0.2000']);
});
