import { rounded } from '#components/figures/plot.ts';
import { shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import {
  arrowPaths,
  arrowScales,
  countOutside,
  crosses,
  dots,
  mapPaths,
  meshLines,
  SHADES,
  SIDE,
  toX,
  toY,
} from './geometry.ts';
import type { GanFrame } from './model.ts';
import type { RunFrame } from './run.ts';
import { showsArrows } from './state.ts';

interface StageProps {
  readonly frame: GanFrame;
  readonly run: RunFrame;
  readonly t: Translator;
}

const LEVELS = Array.from({ length: 2 * SHADES + 1 }, (_, i) => i - SHADES).filter((level) => level !== 0);

/** The plane: D's opinion as tint, real points as crosses, generated points as dots, G's grid, arrows. */
export function Stage({ frame, run, t }: StageProps) {
  const { batch, arrows } = run;
  const { phase, layers } = frame.state;
  const map = layers.includes('map') && phase !== 'noise' && phase !== 'fake' ? mapPaths(run.map) : null;
  const scales = arrowScales(arrows);
  const outside = countOutside(run.points);
  const showArrows = showsArrows(frame.state);
  const showReal = layers.includes('real') && (phase === null || phase === 'judge' || phase === 'learn');
  const showFake = layers.includes('fake') && phase !== 'noise';
  const alt = t('gan.alt.stage', {
    tick: frame.tick,
    covered: run.reading.covered,
    modes: frame.modes.length / 2,
    real: shortNumber(run.reading.dReal),
    fake: shortNumber(run.reading.dFake),
  });
  const factor = { wanted: shortNumber(scales.wanted), moved: shortNumber(scales.moved) };
  return (
    <svg
      class="gan-stage"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={t('gan.seeTable', { alt, table: t('gan.table.map') })}
    >
      {map !== null && (
        <g class="map">
          {LEVELS.map((level) => (
            <path
              key={level}
              class={level > 0 ? 'real' : 'fake'}
              fill-opacity={rounded(0.11 * Math.abs(level))}
              d={map.shades.get(level) ?? ''}
            />
          ))}
          <path class="border" d={map.border} />
        </g>
      )}
      {layers.includes('mesh') && phase === null && <path class="mesh" d={meshLines(run.mesh)} />}
      {showReal && <path class="crosses" d={crosses(batch?.real ?? frame.real)} />}
      {batch !== null && (phase === 'noise' || phase === 'fake') && (
        <path class="noise" d={noiseOf(batch.noise, phase === 'noise' ? null : batch.fake)} />
      )}
      {showFake && <path class="dots" d={dots(batch?.fake ?? run.points)} />}
      {showArrows && <path class="wanted" d={arrowPaths(arrows.from, arrows.wanted, scales.wanted)} />}
      {showArrows && arrows.moved !== null && (
        <path class="moved" d={arrowPaths(arrows.from, arrows.moved, scales.moved)} />
      )}
      <g class="axes">
        {[-1, 0, 1].map((place) => (
          <g key={place}>
            <path class="tick" d={`M${toX(place)} ${SIDE}v-5M0 ${toY(place)}h5`} />
            <text class="label" x={toX(place) + 3} y={SIDE - 3}>
              {shortNumber(place)}
            </text>
            <text class="label" x={7} y={toY(place) + 4}>
              {shortNumber(place)}
            </text>
          </g>
        ))}
        <text class="label end" x={SIDE - 5} y={SIDE - 3}>
          x
        </text>
        <text class="label" x={7} y={12}>
          y
        </text>
      </g>
      {showArrows && (
        <text class="label outside end" x={SIDE - 6} y={14}>
          {t(arrows.moved === null ? 'gan.arrowScaleWanted' : 'gan.arrowScale', factor)}
        </text>
      )}
      {outside > 0 && phase === null && (
        <text class="label outside end" x={SIDE - 6} y={SIDE - 18}>
          {t('gan.outside', { n: outside })}
        </text>
      )}
    </svg>
  );
}

/** Noise as small diamonds; with points, a line from some of them to what G made of them. */
function noiseOf(noise: Float32Array, fake: Float32Array | null): string {
  const stride = noise.length / 150;
  let d = '';
  for (let i = 0; i < 150; i++) {
    const x = toX(noise[i * stride] ?? 0);
    const y = stride === 3 ? toY(noise[i * stride + 1] ?? 0) : SIDE / 2;
    if (fake === null) d += `M${x.toFixed(1)} ${(y - 3).toFixed(1)}l3 3l-3 3l-3 -3z`;
    else if (i % 4 === 0)
      d += `M${x.toFixed(1)} ${y.toFixed(1)}L${toX(fake[3 * i] ?? 0).toFixed(1)} ${toY(fake[3 * i + 1] ?? 0).toFixed(1)}`;
  }
  return d;
}
