/** The arrows against f64: where D wants a point to go, and where G took it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawNoise } from '#widgets/gan/distributions.ts';
import { ARROWS } from '#widgets/gan/evaluate.ts';
import type { Move } from '#widgets/gan/moves.ts';
import type { Path } from '#widgets/gan/path.ts';
import type { RunFrame } from '#widgets/gan/run.ts';
import { TRAINING } from '#widgets/gan/settings.ts';
import { INITIAL } from '#widgets/gan/state.ts';
import { shapeOfD, shapeOfG } from '#widgets/gan/trainer.ts';
import { LOSS_G, run as runNet, unpack } from './oracle.ts';
import { openSession, type TestSession } from './session.ts';

let session: TestSession;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.dispose());

const NOISE = drawNoise(2, 256, INITIAL.seed, 'view-noise');
/** G's points of a run that have arrows, x, y each. */
function pointsOf({ training, weights }: RunFrame): number[] {
  const shape = shapeOfG(training, 2);
  const layers = unpack(shape, weights?.g ?? []);
  return Array.from({ length: ARROWS }, (_, i) =>
    runNet(shape, layers, [NOISE[3 * i] ?? 0, NOISE[3 * i + 1] ?? 0]),
  ).flat();
}
/** −∂L_G/∂x by central differences of the loss on each point, with the D of a run. */
function pullsOn(points: readonly number[], { training, weights }: RunFrame): number[] {
  const shape = shapeOfD(training);
  const layers = unpack(shape, weights?.d ?? []);
  const lossAt = (x: number, y: number): number => LOSS_G[training.loss](runNet(shape, layers, [x, y]));
  const h = 1e-6;
  return Array.from({ length: ARROWS }, (_, i) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0] as const).flatMap(
    ([x, y]) => [(lossAt(x - h, y) - lossAt(x + h, y)) / (2 * h), (lossAt(x, y - h) - lossAt(x, y + h)) / (2 * h)],
  );
}

function expectNear(actual: ArrayLike<number> | null, wanted: readonly number[]): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(Math.abs((actual?.[i] ?? Number.NaN) - value)).toBeLessThan(2e-5);
}

describe.each(['ns', 'ls', 'gp'] as const)('with the loss %s', (loss) => {
  const a = { ...TRAINING, loss };
  const trained = (last: Move, count: number): RunFrame => {
    const path: Path =
      last === 'b'
        ? [{ move: 'b', count: 30 + count }]
        : [
            { move: 'b', count: 30 },
            { move: last, count },
          ];
    const [run] = session.show({ a, path, at: 30 + count }).runs;
    if (run === undefined) throw new Error('There is no run.');
    return run;
  };

  test.each(['b', 'g'] as const)(
    'after a tick of %s they start where G stood, and the thick ones end where it stands',
    (move) => {
      const [before, now] = [trained(move, 4), trained(move, 5)];
      const from = pointsOf(before);
      const to = pointsOf(now);
      expectNear(now.arrows.from, from);
      expectNear(now.arrows.wanted, pullsOn(from, now));
      expectNear(
        now.arrows.moved,
        to.map((value, i) => value - (from[i] ?? 0)),
      );
    },
  );

  test.each([1, 60])('after %i ticks of D alone they start at the dots, and nothing has moved', (count) => {
    const now = trained('d', count);
    const from = pointsOf(now);
    expectNear(now.arrows.from, from);
    expectNear(
      Array.from({ length: 2 * ARROWS }, (_, i) => now.points[3 * Math.floor(i / 2) + (i % 2)] ?? 0),
      from,
    );
    expectNear(now.arrows.wanted, pullsOn(from, now));
    expect(now.arrows.moved).toBe(null);
  });
});
