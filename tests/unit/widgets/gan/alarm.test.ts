import { expect, test } from 'vitest';
import { distributionOf, drawNoise } from '#widgets/gan/distributions.ts';
import { TRAINING } from '#widgets/gan/settings.ts';
import type { GanState } from '#widgets/gan/state.ts';
import { shapeOfG } from '#widgets/gan/trainer.ts';
import { byDepth } from '../../../depth.ts';
import { run, unpack } from './oracle.ts';
import { openSession } from './session.ts';

const SEEDS = Array.from({ length: byDepth(4, 12) }, (_, i) => 100 + i);
const at = (count: number): Partial<GanState> => ({ path: [{ move: 'b', count }], at: count });
const FAST_G = { ...TRAINING, rateG: '0.05', rateD: '0.001' } as const;

/** Whether 2,000 fresh points lie in a region smaller than a tenth of the data's, in f64: what “collapsed” means, without the alarm. */
function isCollapsed(weights: Float32Array): boolean {
  const shape = shapeOfG(TRAINING, 2);
  const noise = drawNoise(2, 2000, 'truth');
  const layers = unpack(shape, weights);
  const points = Array.from({ length: 2000 }, (_, i) => run(shape, layers, [noise[3 * i] ?? 0, noise[3 * i + 1] ?? 0]));
  const spread = (values: readonly number[]): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return (sorted[1799] ?? 0) - (sorted[200] ?? 0);
  };
  const extent = [0, 1].map((axis) => spread(points.map((point) => point[axis] ?? 0)));
  const { modes } = distributionOf('eight', []);
  const covered = new Set(
    points.flatMap(([x = 0, y = 0]) =>
      Array.from({ length: 8 }, (_, k) => k).filter(
        (k) => Math.hypot(x - (modes[2 * k] ?? 0), y - (modes[2 * k + 1] ?? 0)) < 0.18,
      ),
    ),
  );
  return Math.max(...extent) < 0.18 || (covered.size > 0 && covered.size <= 2 && Math.max(...extent) < 0.6);
}

test('the collapse alarm: recall at least 0.9, false alarms at most 0.1, on frozen seeds', async () => {
  const session = await openSession();
  const counts = { hit: 0, collapsed: 0, wrong: 0, healthy: 0 };
  for (const [a, goal] of [
    [FAST_G, 600],
    [TRAINING, 1000],
  ] as const) {
    for (const seed of SEEDS) {
      const [frame] = session.show({ data: 'eight', seed, a, ...at(goal) }).runs;
      if (frame?.weights == null) throw new Error('There is no frame.');
      const truth = isCollapsed(frame.weights.g);
      if (process.env['SHOW'])
        console.log(
          a.rateG,
          seed,
          truth,
          frame.collapsed,
          frame.reading.covered,
          frame.reading.good.toFixed(2),
          frame.reading.spread.toFixed(2),
        );
      if (truth) {
        counts.collapsed += 1;
        if (frame.collapsed !== null) counts.hit += 1;
      } else {
        counts.healthy += 1;
        if (frame.collapsed !== null) counts.wrong += 1;
      }
    }
  }
  session.dispose();
  expect(counts.collapsed).toBeGreaterThanOrEqual(byDepth(3, 10));
  expect(counts.healthy).toBeGreaterThanOrEqual(byDepth(3, 10));
  expect(counts.hit / counts.collapsed).toBeGreaterThanOrEqual(0.9);
  expect(counts.wrong / counts.healthy).toBeLessThanOrEqual(0.1);
});
