import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readingText } from '#core/format-number.ts';
import { islandTranslator } from '#i18n/island-messages.ts';
import { LOCALES } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import * as full from '#tensor/full.ts';
import { runSource } from '#tensor/run-source.ts';
import { drawNoise } from '#widgets/gan/distributions.ts';
import { snap } from '#widgets/gan/drawn.ts';
import type { GanFrame } from '#widgets/gan/model.ts';
import { PHASES } from '#widgets/gan/moves.ts';
import { LESSONS } from '#widgets/gan/presets.ts';
import { writeProgram } from '#widgets/gan/program.ts';
import type { Probe, RunFrame } from '#widgets/gan/run.ts';
import { LOSSES, MOST_ALONE, TRAINING } from '#widgets/gan/settings.ts';
import type { GanState } from '#widgets/gan/state.ts';
import { shapeOfD, shapeOfG } from '#widgets/gan/trainer.ts';
import { narrate, promptsOf, sayCollapse, sayHalf } from '#widgets/gan/words.ts';
import { byDepth } from '../../../depth.ts';
import { LOSS_G, run as runNet, unpack } from './oracle.ts';
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

  test('every prompt is whole', () => {
    for (let seed = 0; seed < 4; seed++) {
      const frame = session.probe({ seed, data: seed % 2 === 0 ? 'eight' : 'two', ...at(seed) });
      const prompts = promptsOf(t, frame);
      expect(prompts).toHaveLength(4);
      for (const prompt of prompts) {
        const all = `${prompt.question}${prompt.why}${prompt.options.map(({ text }) => text).join()}`;
        expect(all).not.toMatch(OPEN);
        expect(prompt.options.filter(({ id }) => id === prompt.answer)).toHaveLength(1);
      }
    }
  });
});

/** Mean size of the pull on G's first 150 points of the view, by f64 differences of the loss on each. */
function meanPull(run: RunFrame, seed: number): number {
  const { training, weights } = run;
  const [shapeG, shapeD] = [shapeOfG(training, 2), shapeOfD(training)];
  const [g, d] = [unpack(shapeG, weights?.g ?? []), unpack(shapeD, weights?.d ?? [])];
  const noise = drawNoise(2, 256, seed, 'view-noise');
  const lossAt = (point: readonly number[]): number => LOSS_G[training.loss](runNet(shapeD, d, point));
  const h = 1e-5;
  let sum = 0;
  for (let i = 0; i < 150; i++) {
    const [x = 0, y = 0] = runNet(shapeG, g, [noise[3 * i] ?? 0, noise[3 * i + 1] ?? 0]);
    sum += Math.hypot(
      (lossAt([x + h, y]) - lossAt([x - h, y])) / (2 * h),
      (lossAt([x, y + h]) - lossAt([x, y - h])) / (2 * h),
    );
  }
  return sum / 150;
}

test('what comes of both, and of G alone, is the answer; of four, what comes of D alone, and the reason fits the loss', () => {
  const t = words('zh-CN');
  for (let seed = 0; seed < byDepth(5, 20); seed++) {
    const loss = seed % 2 === 0 ? 'minimax' : 'ns';
    const here = { seed, a: { ...TRAINING, loss } } as const;
    const start = 5 + 2 * seed;
    const path = [{ move: 'b' as const, count: start }];
    const both = first(session.show({ ...here, path: [{ move: 'b', count: start + 100 }], at: start + 100 }));
    const now = first(session.show({ ...here, path, at: start }));
    const change = both.reading.js - now.reading.js;
    const gAlone = first(session.show({ ...here, path: [...path, { move: 'g', count: 100 }], at: start + 100 })).reading
      .covered;
    const asked = (probe: Probe) => {
      const frame = session.show({ ...here, path, at: start });
      const prompts = promptsOf(t, { ...frame, runs: [{ ...now, probe }] });
      return (id: string) => prompts.find((prompt) => prompt.id === id);
    };
    const { dReal, dFake, js } = now.reading;
    const there = Math.abs(dReal - 0.5) <= 0.03 && Math.abs(dFake - 0.5) <= 0.03;
    const made = { ticks: 100, pull: 1, pullD: 2, ticksD: 100, fakeD: 0.1, coveredG: gAlone, jsBoth: both.reading.js };
    expect(asked(made)('on')?.answer).toBe(change > 0.02 ? 'more' : change < -0.02 ? 'less' : 'same');
    const { covered } = now.reading;
    expect(asked(made)('alone')?.answer).toBe(gAlone > covered ? 'more' : gAlone < covered ? 'less' : 'same');
    expect(asked(made)('on')?.why).toContain(readingText(js));
    if (now.half === null || !there) expect(asked(made)('half')?.answer).toBe('no');
    for (const pullD of [0.5, 2])
      expect(asked({ ...made, pullD })('pull')?.why.includes('极小极大的拉力')).toBe(loss === 'minimax');
    if (seed >= 4) continue;
    const { probe } = first(session.probe({ ...here, path, at: start }));
    if (probe === null) throw new Error('There is no probe.');
    expect([probe.jsBoth, probe.coveredG]).toEqual([both.reading.js, gAlone]);
    const alone = (count: number) =>
      first(session.show({ ...here, path: [...path, { move: 'd', count }], at: start + count }));
    const earlier = alone(probe.ticksD - 100).reading.lossD;
    const end = alone(probe.ticksD);
    const still = earlier - end.reading.lossD < 0.01 * Math.abs(earlier);
    expect(still || probe.ticksD === MOST_ALONE).toBe(true);
    expect(Math.abs(probe.pull - meanPull(now, seed))).toBeLessThan(1e-3 * Math.max(1, probe.pull));
    expect(Math.abs(probe.pullD - meanPull(end, seed))).toBeLessThan(1e-3 * Math.max(1, probe.pullD));
    const ratio = probe.pullD / probe.pull;
    expect(asked(probe)('pull')?.answer).toBe(ratio > 1.05 ? 'more' : ratio < 0.95 ? 'less' : 'same');
  }
}, 120_000);

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
