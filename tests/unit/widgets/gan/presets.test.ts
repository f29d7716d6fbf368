/** What the lessons and the sections of chapter 05 say one will see is what the model gives. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HALF } from '#widgets/gan/distributions.ts';
import { SAMPLE } from '#widgets/gan/metrics.ts';
import { LESSONS, PRESETS, type PresetName } from '#widgets/gan/presets.ts';
import type { RunFrame } from '#widgets/gan/run.ts';
import { TRAINING } from '#widgets/gan/settings.ts';
import type { GanState } from '#widgets/gan/state.ts';
import { openSession, type TestSession } from './session.ts';

let session: TestSession;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const at = (count: number) => ({ path: [{ move: 'b', count }] as const, at: count });
/** Runs of a preset, `change` on top. */
const runsOf = (name: PresetName, change: Partial<GanState> = {}): readonly RunFrame[] =>
  session.show({ ...PRESETS[name].state, ...change }).runs;

test('the lessons show what they promise', () => {
  const [balance] = session.show({ ...LESSONS.balance, ...at(1500) }).runs;
  expect(balance?.half).toMatchObject({ kind: 'balance' });
  expect(balance?.half?.balance).toBeGreaterThan(balance?.half?.first ?? 0);
  expect(balance?.collapsed).toBe(null);
  const [collapse] = session.show({ ...LESSONS.collapse, ...at(300) }).runs;
  expect(collapse?.collapsed).not.toBe(null);
  const [blind] = session.show({ ...LESSONS.blind, ...at(2000) }).runs;
  expect(blind?.half?.kind).toBe('blind');
  const [leaky] = session.show({ ...LESSONS.blind, a: TRAINING, ...at(2000) }).runs;
  expect(leaky?.reading.covered).toBe(8);
  const [bad, good] = session.show({ ...LESSONS.compare, ...at(2000) }).runs;
  expect([bad?.collapsed === null, bad?.reading.covered, good?.collapsed, good?.reading.covered]).toEqual([
    false,
    expect.any(Number),
    null,
    8,
  ]);
});

test('balance: at all but a few points, real and generated, D answers within 0.1 of a half', () => {
  const { runs, real } = session.show(PRESETS.balance.state);
  const [run] = runs;
  const { size = 0, values } = run?.map ?? {};
  const cell = (along: number): number => Math.floor((size * along) / (2 * HALF));
  const answers = [real, run?.points ?? []].flatMap((points) =>
    Array.from({ length: points.length / 3 }, (_, i) => {
      const [x = 0, y = 0] = points.slice(3 * i, 3 * i + 2);
      return values?.[size * cell(HALF - y) + cell(HALF + x)] ?? Number.NaN;
    }),
  );
  expect(answers).toHaveLength(2 * SAMPLE);
  const unsure = answers.filter((answer) => Math.abs(answer - 0.5) < 0.1);
  expect(unsure.length / answers.length).toBeGreaterThan(0.95);
  expect(run?.half?.kind).toBe('balance');
});

test('ring: G closes the ring by step 2000', () => {
  const [run] = runsOf('ring', at(2000));
  expect(run?.reading.covered).toBe(8);
  expect(run?.reading.good).toBeGreaterThan(0.9);
});

test('map: D alone moves no point, G alone leaves the map as it is', () => {
  const begun = PRESETS.map.state.path;
  const step = (move: 'd' | 'g') => runsOf('map', { path: [...begun, { move, count: 1 }], at: 201 })[0];
  const [here] = runsOf('map');
  expect(step('d')?.points).toEqual(here?.points);
  expect(step('d')?.map.values).not.toEqual(here?.map.values);
  expect(step('g')?.points).not.toEqual(here?.points);
  expect(step('g')?.map.values).toEqual(here?.map.values);
});

test('losses: at D(G(z)) = 0.01 the non-saturating loss gets away in ten steps and minimax does not', () => {
  const answers = (steps: number) =>
    runsOf('losses', { path: [...PRESETS.losses.state.path, { move: 'g', count: steps }], at: 100 + steps }).map(
      ({ reading }) => reading.dFake,
    );
  for (const { reading } of runsOf('losses')) expect(reading.dFake.toFixed(2)).toBe('0.01');
  const [nonSaturating = 0, minimax = 1] = answers(10);
  expect(nonSaturating.toFixed(2)).toBe('0.29');
  expect(minimax).toBeLessThan(0.02);
});

test('collapse: the alarm stands, on a single mode', () => {
  const [run] = runsOf('collapse');
  expect(run?.collapsed).not.toBe(null);
  expect(run?.reading.covered).toBeLessThanOrEqual(1);
});

test('course: the loss of D does not fall while G comes close', () => {
  const said = (reading = runsOf('course')[0]?.reading) => [reading?.lossD.toFixed(3), reading?.js.toFixed(3)];
  expect(said(runsOf('course', at(100))[0]?.reading)).toEqual(['1.363', '0.448']);
  expect(said()).toEqual(['1.385', '0.063']);
});

test('rare: 98 % of what G makes lies at the fourteen points, of both kinds, and the rest on the way between them', () => {
  const { spots } = PRESETS.rare.state;
  expect(spots).toHaveLength(14);
  const frame = session.show(PRESETS.rare.state);
  const [run] = frame.runs;
  expect(run?.reading.good.toFixed(2)).toBe('0.98');
  expect([run?.reading.covered, frame.modes.length / 2]).toEqual([2, 2]);
  const { points = new Float32Array() } = run ?? {};
  const made = Array.from({ length: points.length / 3 }, (_, i) => ({
    x: points[3 * i] ?? 0,
    y: points[3 * i + 1] ?? 0,
  }));
  const astray = made.filter((point) => spots.every(({ x, y }) => Math.hypot(x - point.x, y - point.y) > 0.3));
  expect(astray.length).toBeGreaterThan(0);
  // Halfway between the kinds lies the middle of the plane.
  for (const { x, y } of astray) expect([Math.abs(x) < 0.6, Math.abs(y) < 0.6]).toEqual([true, true]);
});
