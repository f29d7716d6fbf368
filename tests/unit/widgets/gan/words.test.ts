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
import { promptsOf } from '#widgets/gan/prompts.ts';
import type { Probe, RunFrame } from '#widgets/gan/run.ts';
import { LOSSES, MOST_ALONE, TRAINING } from '#widgets/gan/settings.ts';
import type { GanState } from '#widgets/gan/state.ts';
import { shapeOfD, shapeOfG } from '#widgets/gan/trainer.ts';
import { countsFrom } from '#widgets/gan/verdicts.ts';
import { narrate, sayCollapse, sayHalf } from '#widgets/gan/words.ts';
import { byDepth } from '../../../depth.ts';
import { LOSS_G, run as runNet, unpack } from './oracle.ts';
import { openSession, type TestSession } from './session.ts';

const words = (locale: (typeof LOCALES)[number]) => islandTranslator(pickMessages(locale, ['gan.']));
const OPEN = /[{}⟨⟩]|undefined|NaN/;
const NO_PROBE: Probe = { ticks: 100, pull: 1, pullD: 1, ticksD: 100, fakeD: 0.5, coveredG: 1, jsBoth: 0.1 };
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

const known = new Map<string, GanFrame>();
/** The frame of a state, trained for once. */
function shown(state: Partial<GanState>): GanFrame {
  const key = JSON.stringify(state);
  const frame = known.get(key) ?? session.show(state);
  known.set(key, frame);
  return frame;
}

const COLLAPSING: Partial<GanState> = { ...LESSONS.collapse, b: TRAINING, ...at(300) };
/** Trainings in which something comes about, and what. */
const TOLD: readonly (readonly [Partial<GanState>, 'alarm' | 'half' | 'blind' | 'balance'])[] = [
  [COLLAPSING, 'alarm'],
  [{ ...LESSONS.blind, ...at(400) }, 'half'],
  [{ ...LESSONS.blind, ...at(400) }, 'blind'],
  [{ ...LESSONS.balance, ...at(800) }, 'balance'],
];

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
    const collapsed = shown({ ...LESSONS.collapse, ...at(600) });
    expect(sayCollapse(t, collapsed, first(collapsed))?.why).not.toMatch(OPEN);
    const blind = shown({ ...LESSONS.blind, ...at(800) });
    expect(first(blind).half?.kind).toBe('blind');
    expect(sayHalf(t, blind, first(blind))).not.toMatch(OPEN);
    // 256 real and 256 generated points are asked.
    expect(sayHalf(t, blind, first(blind))).toMatch(/(?<!\d)512(?!\d)/);
    const balance = shown({ ...LESSONS.balance, ...at(1500) });
    expect(first(balance).half?.kind).toBe('balance');
    expect(first(balance).collapsed).toBe(null);
    expect(sayHalf(t, balance, first(balance))).toContain(readingText(first(balance).reading.js));
    expect(sayHalf(t, balance, first(balance))).toMatch(/(?<!\d)20(?!\d)/);
  });

  test('the alarm, D at 50 %, balance and blindness are spoken at the ticks at which they begin to count, and in play as long as it goes on', () => {
    for (const [state, kind] of TOLD) {
      const run = first(shown(state));
      const since = kind === 'alarm' ? run.collapsed : (run.half?.[kind === 'half' ? 'first' : kind] ?? null);
      if (since === null) throw new Error('It has not come about.');
      const begins = countsFrom(since);
      const told = (tick: number, heard?: number): boolean => {
        const frame = shown({ ...state, at: tick });
        const title = sayCollapse(t, frame, first(frame))?.title ?? '?';
        return narrate(t, frame, null, heard).includes(kind === 'alarm' ? title : t(`gan.say.${kind}`, { since }));
      };
      expect([told(begins - 1), told(begins), told(begins + 1)]).toEqual([false, true, false]);
      expect([told(begins + 1, begins - 5), told(begins + 1, begins)]).toEqual([true, false]);
    }
    const collapsed = first(shown(COLLAPSING)).collapsed ?? 0;
    const both = narrate(t, shown({ ...COLLAPSING, at: countsFrom(collapsed) }));
    const [a, b] = ([0, 1] as const).map((i) => both.indexOf(`${t(`gan.run.${i}`)}${t('gan.colon')}`));
    const title = both.search(/警报|alarm/);
    expect(title).toBeGreaterThan(a ?? 0);
    expect(title).toBeLessThan(b ?? 0);
  });

  test('with two runs whatever speaks of the first alone names it', () => {
    const name = `${t('gan.run.0')}${t('gan.colon')}`;
    const two = session.probe({ ...at(5), b: { ...TRAINING, rateG: '0.05' } });
    const one = session.probe(at(5));
    expect(promptsOf(t, two)).toHaveLength(4);
    for (const { question } of promptsOf(t, two)) expect(question.startsWith(name)).toBe(true);
    for (const { question } of promptsOf(t, one)) expect(question.startsWith(name)).toBe(false);
    for (const phase of PHASES) {
      const stop = { ...at(5), slow: true, phase };
      expect(narrate(t, session.show({ ...stop, b: TRAINING })).startsWith(name)).toBe(true);
      expect(narrate(t, session.show(stop)).startsWith(name)).toBe(false);
    }
    expect(writeProgram(two)).toMatch(/^\/\/ run A, /);
    expect(writeProgram(one)).not.toContain('run A');
  });

  test('where D is penalised besides, the loss told at a stop and asked about says that it leaves the penalty out', () => {
    for (const loss of LOSSES) {
      const frame = session.show({ ...at(5), a: { ...TRAINING, loss } });
      for (const { id, question } of promptsOf(t, { ...frame, runs: [{ ...first(frame), probe: NO_PROBE }] }))
        expect(question.includes(t('gan.say.penalty'))).toBe(loss === 'gp' && id === 'pull');
      for (const phase of PHASES) {
        const told = narrate(t, session.show({ ...at(5), a: { ...TRAINING, loss }, slow: true, phase }));
        expect(told.includes(t('gan.say.penalty'))).toBe(loss === 'gp' && (phase === 'judge' || phase === 'learn'));
      }
    }
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

test.each([
  ['no', 'no', { ...LESSONS.blind, ...at(20) }],
  ['balance', 'balance', { ...LESSONS.balance, ...at(1500) }],
  ['blind', 'blind', { ...LESSONS.blind, ...at(800) }],
  ['average', 'average', at(600)],
  ['average', 'collapsed', { ...LESSONS.collapse, ...at(550) }],
] as const)('what D at ½ means is answered “%s”, for the reason “%s”', (answer, reason, change) => {
  const t = words('en');
  const frame = shown(change);
  const run = first(frame);
  const { dReal, dFake, js, energy, range } = run.reading;
  const there = Math.abs(dReal - 0.5) <= 0.03 && Math.abs(dFake - 0.5) <= 0.03;
  const matches = js <= frame.near.js && energy <= frame.near.energy;
  expect([there, matches]).toEqual([answer !== 'no', answer === 'balance']);
  if (there && !matches) expect(range < 0.01).toBe(answer === 'blind');
  const asked = promptsOf(t, { ...frame, runs: [{ ...run, probe: NO_PROBE }] }).find(({ id }) => id === 'half');
  expect(asked?.answer).toBe(answer);
  const values = {
    js: readingText(js),
    near: readingText(frame.near.js),
    range: readingText(range),
    points: 512,
    covered: run.reading.covered,
    modes: 8,
  };
  expect(asked?.why).toBe(t(`gan.ask.half.why.${reason}`, values));
});

test('what comes of both, and of G alone, is the answer; of two, in the deep run of all, what comes of D alone, and the reason fits the loss', () => {
  const t = words('zh-CN');
  for (let seed = 0; seed < byDepth(3, 20); seed++) {
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
    if (seed >= byDepth(2, 20)) continue;
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
}, 300_000);

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
    expect(writeProgram(frame).includes('penalty')).toBe(frame.state.a.loss === 'gp');
    expect(lines.map((line) => line.replace(/ = .*/, ''))).toEqual(['D(x)', 'D(G(z))', 'L_D', 'L_G']);
    const printed = lines.map((line) => Number(line.replace(/.* /, '')));
    for (const [i, value] of [dReal, dFake, lossD, lossG].entries())
      expect(Math.abs((printed[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(6e-5);
  });
});
