import { scale } from '#components/figures/plot.ts';
import type { Translator } from '#widgets/translator.ts';
import { SAMPLES, UNITS } from './layer-data.ts';
import { type ActivationFrame, BINS } from './model.ts';
import { functionName } from './words.ts';

const HIST = { width: 340, height: 200, left: 14, right: 326, top: 34, bottom: 172 } as const;
const ROW = { width: 340, height: 200, left: 14, right: 326, top: 30, bottom: 150 } as const;

/** The 512 pre-activations of the layer: full bars where the slope is nearly 0, outlined ones where it is not. */
export function PreActivations({ frame, t }: { readonly frame: ActivationFrame; readonly t: Translator }) {
  const { bars, saturatedBars, saturatedLeft, saturatedRight } = frame.layer;
  const across = scale([0, BINS], [HIST.left, HIST.right]);
  const up = scale([0, Math.max(60, ...bars)], [0, HIST.bottom - HIST.top]);
  const width = across(1) - across(0) - 2;
  const alt = t('activation.alt.preactivations', {
    left: saturatedLeft,
    right: saturatedRight,
    total: SAMPLES * UNITS,
  });
  return (
    <svg viewBox={`0 0 ${HIST.width} ${HIST.height}`} role="img" aria-label={alt}>
      <path
        class="line soft hair"
        d={`M${HIST.left} ${HIST.bottom}H${HIST.right}M${across(BINS / 2)} ${HIST.top}V${HIST.bottom}`}
      />
      {bars.map((n, i) => {
        const full = saturatedBars[i] ?? 0;
        const x = across(i) + 1;
        return (
          <g key={x}>
            {n > 0 && <rect class="bar" x={x} y={HIST.bottom - up(n)} width={width} height={up(n)} />}
            {full > 0 && (
              <rect
                class={i < BINS / 2 ? 'bar full neg' : 'bar full pos'}
                x={x}
                y={HIST.bottom - up(full)}
                width={width}
                height={up(full)}
              />
            )}
          </g>
        );
      })}
      {[-6, -3, 0, 3, 6].map((z) => (
        <text key={z} class="label small soft mid" x={across((z + 6) * 2)} y={HIST.bottom + 17}>
          {z === -6 ? '≤−6' : z === 6 ? '≥6' : String(z).replace('-', '−')}
        </text>
      ))}
      <text class="label small" x={HIST.left} y={HIST.top - 16}>
        {t('activation.saturatedLeft', { n: saturatedLeft })}
      </text>
      <text class="label small end" x={HIST.right} y={HIST.top - 16}>
        {t('activation.saturatedRight', { n: saturatedRight })}
      </text>
    </svg>
  );
}

/** The 16 units: a bar as high as the share of samples that still move it, a cross on a dead one. */
export function Units({ frame, t }: { readonly frame: ActivationFrame; readonly t: Translator }) {
  const { units, dead } = frame.layer;
  const across = scale([0, UNITS], [ROW.left, ROW.right]);
  const width = across(1) - across(0) - 6;
  const alt = t('activation.alt.units', {
    name: functionName(t, frame.state.functions[0] ?? 'sigmoid'),
    dead,
    units: UNITS,
  });
  return (
    <svg viewBox={`0 0 ${ROW.width} ${ROW.height}`} role="img" aria-label={alt}>
      <path class="line soft hair" d={`M${ROW.left} ${ROW.bottom}H${ROW.right}`} />
      {units.map(({ awake, dead: isDead }, i) => {
        const x = across(i) + 3;
        const height = awake * (ROW.bottom - ROW.top);
        return (
          <g key={x} class={isDead ? 'unit dead' : 'unit'}>
            <rect class="well" x={x} y={ROW.top} width={width} height={ROW.bottom - ROW.top} />
            {height > 0 && <rect class="awake" x={x} y={ROW.bottom - height} width={width} height={height} />}
            {isDead && (
              <path class="line neg" d={`M${x + 1} ${ROW.bottom - 16}l${width - 2} 12m0 -12l${2 - width} 12`} />
            )}
            <text class="label small soft mid" x={x + width / 2} y={ROW.bottom + 17}>
              {i + 1}
            </text>
          </g>
        );
      })}
      <text class="label small" x={ROW.left} y={ROW.top - 12}>
        {t('activation.unitsTitle')}
      </text>
      <text class="label small end" x={ROW.right} y={ROW.bottom + 36}>
        {t('activation.deadCount', { n: dead, units: UNITS })}
      </text>
    </svg>
  );
}
