import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readingText } from '#core/format-number.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import * as full from '#tensor/full.ts';
import { runSource } from '#tensor/run-source.ts';
import { snap } from '#widgets/gan/drawn.ts';
import type { GanFrame } from '#widgets/gan/model.ts';
import { PHASES } from '#widgets/gan/moves.ts';
import { LESSONS } from '#widgets/gan/presets.ts';
import { writeProgram } from '#widgets/gan/program.ts';
import { LOSSES, TRAINING } from '#widgets/gan/settings.ts';
import type { GanState } from '#widgets/gan/state.ts';
import { narrate, promptsOf, sayCollapse, sayHalf } from '#widgets/gan/words.ts';
import { openSession, type TestSession } from './session.ts';

const words = (locale: (typeof LOCALES)[number]) => islandTranslator(pickMessages(locale, ['gan.']));
const OPEN = /[{}⟨⟩]|undefined|NaN/;
const at = (count: number): Partial<GanState> => ({ path: [{ move: 'b', count }], at: count });

let session: TestSession;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const first = (frame: GanFrame) => {
  const [run] = frame.runs;
  if (run === undefined) throw new Error('There is no run.');
  return run;
};

describe.each(LOCALES)('in %s', (locale) => {
  const t = words(locale);

  test('a sentence holds the numbers on screen, at a tick and at every stop of the slow walk', () => {
    const frame = session.show(at(20));
    const { dReal, dFake, js } = first(frame).reading;
    for (const value of [dReal, dFake, js]) expect(narrate(t, frame)).toContain(readingText(value));
    for (const phase of PHASES) {
      const stop = session.show({ ...at(20), slow: true, phase });
      expect(narrate(t, stop)).not.toMatch(OPEN);
      const { batch } = first(stop);
      if (phase === 'judge') expect(narrate(t, stop)).toContain(readingText(batch?.before.dReal ?? 0));
      if (phase === 'learn') expect(narrate(t, stop)).toContain(readingText(batch?.after?.lossD ?? 0));
    }
    expect(narrate(t, session.show({ ...at(5), b: TRAINING }))).not.toMatch(OPEN);
  });

  test('the alarm and the two false halves are told apart in words', () => {
    const collapsed = session.show({ ...LESSONS.collapse, ...at(600) });
    expect(sayCollapse(t, collapsed, first(collapsed))?.why).not.toMatch(OPEN);
    const blind = session.show({ ...LESSONS.blind, ...at(800) });
    expect(first(blind).half?.kind).toBe('blind');
    expect(sayHalf(t, blind, first(blind))).not.toMatch(OPEN);
    const balance = session.show({ ...LESSONS.balance, ...at(1500) });
    expect(first(balance).half?.kind).toBe('balance');
    expect(first(balance).collapsed).toBe(null);
    expect(sayHalf(t, balance, first(balance))).toContain(readingText(first(balance).reading.js));
  });

  test('20 seeds: the revealed answer is the model’s, tried out, and every prompt is whole', () => {
    for (let seed = 0; seed < (locale === 'en' ? 4 : 20); seed++) {
      const frame = session.probe({ seed, data: seed % 2 === 0 ? 'eight' : 'two', ...at(seed) });
      const prompts = promptsOf(t, frame);
      expect(prompts).toHaveLength(4);
      for (const prompt of prompts) {
        const all = `${prompt.question}${prompt.why}${prompt.options.map(({ text }) => text).join()}`;
        expect(all).not.toMatch(OPEN);
        expect(prompt.options.filter(({ id }) => id === prompt.answer)).toHaveLength(1);
      }
      if (locale === 'en') continue;
      const alone = session.show({
        seed,
        data: seed % 2 === 0 ? 'eight' : 'two',
        path: [...(seed > 0 ? [{ move: 'b' as const, count: seed }] : []), { move: 'g', count: 100 }],
        at: seed + 100,
      });
      const change = first(alone).reading.covered - first(frame).reading.covered;
      expect(prompts.find(({ id }) => id === 'alone')?.answer).toBe(change > 0 ? 'more' : change < 0 ? 'less' : 'same');
    }
  });
});

describe('the program of a state', () => {
  const cases: readonly Partial<GanState>[] = [
    ...LOSSES.map((loss, i) => ({ a: { ...TRAINING, loss, layersG: 1 + (i % 3), widthD: 4 + i }, seed: i, ...at(30) })),
    { data: 'line', noise: 1, a: { ...TRAINING, activationD: 'tanh', activationG: 'tanh' }, ...at(50) },
    { data: 'grid', a: { ...TRAINING, activationD: 'relu', layersD: 3, widthG: 24 }, ...at(10) },
    { data: 'drawn', spots: [snap(0, 0), snap(1, 0.5)], ...at(10) },
  ];
  test.each(cases)('prints the readings on screen: %#', async (change) => {
    const frame = session.show(change);
    const { dReal, dFake, lossD, lossG } = first(frame).reading;
    await full.prepareFull();
    const lines: string[] = [];
    const outcome = await runSource(writeProgram(frame), full, (line) => lines.push(line ?? ''));
    await session.tf.setBackend('wasm');
    expect(outcome).toMatchObject({ kind: 'returned' });
    expect(lines.map((line) => line.replace(/ = .*/, ''))).toEqual(['D(x)', 'D(G(z))', 'L_D', 'L_G']);
    const printed = lines.map((line) => Number(line.replace(/.* /, '')));
    for (const [i, value] of [dReal, dFake, lossD, lossG].entries())
      expect(Math.abs((printed[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(6e-5);
  });
});
