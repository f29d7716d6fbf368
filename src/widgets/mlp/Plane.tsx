import { useMemo } from 'preact/hooks';
import { drawLevels } from '#components/figures/level-map.ts';
import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import { HALF, type Samples } from './data.ts';
import { LevelCells, SHADES } from './LevelCells.tsx';
import { marks } from './marks.ts';
import type { MlpFrame } from './model.ts';
import type { RunFrame } from './run-frame.ts';
import { epochText, pointsKey } from './words.ts';

/** The drawing: the plane with room for its numbers. */
const SIDE = 300;
const LEFT = 22;
const BOTTOM = 18;

const toX = (x: number): number => LEFT + ((x + HALF) / (2 * HALF)) * SIDE;
const toY = (y: number): number => ((HALF - y) / (2 * HALF)) * SIDE;
/** Noise may carry a point beyond the plane; it is drawn at its edge. */
const inside = (value: number): number => Math.min(HALF, Math.max(-HALF, value));

/** A set's points of one sign as a path. */
export function pointPaths({ places, targets }: Samples, positive: boolean): string {
  return marks(targets, positive, (i) => ({
    x: toX(inside(places[2 * i] ?? 0)),
    y: toY(inside(places[2 * i + 1] ?? 0)),
  }));
}

/** What the network answers everywhere, with the points it learns from and those it is tested on. */
export function Plane({ frame, run, t }: { readonly frame: MlpFrame; readonly run: RunFrame; readonly t: Translator }) {
  const { train, test } = frame.points;
  const paths = useMemo(
    () => [train, test].map((points) => [pointPaths(points, true), pointPaths(points, false)] as const),
    [pointsKey(frame)],
  );
  const map = drawLevels(run.output.size, run.output.values, SHADES, SIDE, LEFT, 0);
  const { sample, reading } = run;
  const alt = t('mlp.alt.plane', {
    epoch: epochText(frame),
    loss: readingText(reading.trainLoss),
    accuracy: percentText(reading.trainAccuracy),
    n: train.targets.length,
    m: test.targets.length,
    table: t('mlp.planeTable'),
    points: t('mlp.pointTable'),
  });
  return (
    <svg
      class={train.targets.length <= 50 ? 'plane few' : 'plane'}
      viewBox={`0 0 ${LEFT + SIDE} ${SIDE + BOTTOM}`}
      role="img"
      aria-label={alt}
    >
      <LevelCells map={map} />
      <g class="test-points">
        <path class="dots" d={paths[1]?.[0] ?? ''} />
        <path class="crosses" d={paths[1]?.[1] ?? ''} />
      </g>
      <path class="dots" d={paths[0]?.[0] ?? ''} />
      <path class="crosses" d={paths[0]?.[1] ?? ''} />
      {sample !== null && <circle class="now" cx={toX(inside(sample.x))} cy={toY(inside(sample.y))} r="8" />}
      <rect class="edge" x={LEFT} y="0" width={SIDE} height={SIDE} />
      {[-6, -3, 0, 3, 6].map((value) => (
        <g key={value}>
          <text class={`label soft ${value === -6 ? '' : value === 6 ? 'end' : 'mid'}`} x={toX(value)} y={SIDE + 14}>
            {shortNumber(value)}
          </text>
          <text class="label soft end" x={LEFT - 4} y={Math.min(SIDE - 1, Math.max(11, toY(value) + 4))}>
            {shortNumber(value)}
          </text>
        </g>
      ))}
      <text class="label mid" x={toX(4.5)} y={SIDE + 14}>
        x
      </text>
      <text class="label end" x={LEFT - 4} y={toY(4.5) + 4}>
        y
      </text>
    </svg>
  );
}
