import { readingText, shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import { axesOf, drawCurve, PLOT, placeLabels, tangentPath, type Which } from './geometry.ts';
import type { ActivationFrame } from './model.ts';
import { functionName } from './words.ts';

interface CurvePlotProps {
  readonly frame: ActivationFrame;
  readonly which: Which;
  readonly t: Translator;
}

/** f or f′ of up to three functions, the point on each, and on f the tangent of the first. */
export function CurvePlot({ frame, which, t }: CurvePlotProps) {
  const axes = axesOf(frame, which);
  const labels = placeLabels(frame, which, axes);
  const { x } = frame.state;
  const [lead] = frame.curves;
  const zero = axes.y(0);
  const inside = (y: number): boolean => y >= PLOT.top - 1 && y <= PLOT.bottom + 1;
  const ticks = (
    axes.high > 1 ? [...new Set([-1, 1, ...(axes.high > 2.5 ? [Math.floor(axes.high)] : [])])] : [0.25]
  ).filter((y) => y > axes.low && y <= axes.high);
  const alt = t(`activation.alt.${which}`, {
    names: frame.curves.map((curve) => functionName(t, curve.name)).join(t('activation.and')),
    readings: frame.curves
      .map((curve) => `${functionName(t, curve.name)} ${readingText(which === 'value' ? curve.value : curve.slope)}`)
      .join(t('activation.and')),
    x: shortNumber(x),
    half: axes.half,
  });
  return (
    <svg
      class="curve-plot"
      viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
      role="img"
      aria-label={alt}
      data-plot={axes.half}
    >
      <path class="line soft hair" d={`M${PLOT.left} ${zero}H${PLOT.right}M${axes.x(0)} ${PLOT.top}V${PLOT.bottom}`} />
      {[-axes.half, axes.half].map((tick) => (
        <text key={tick} class={`label small soft ${tick < 0 ? '' : 'end'}`} x={axes.x(tick)} y={zero + 16}>
          {shortNumber(tick)}
        </text>
      ))}
      {ticks.map((tick) => (
        <text key={tick} class="label small soft end" x={axes.x(0) - 6} y={axes.y(tick) + 4}>
          {shortNumber(tick)}
        </text>
      ))}
      <text class="label strong" x={PLOT.left} y={PLOT.top + 6}>
        {which === 'value' ? 'f(x)' : 'f′(x)'}
      </text>
      {/* A nested svg clips what runs out of the plot; a clipPath would need an id of its own on every page. */}
      <svg
        aria-hidden="true"
        x={PLOT.left}
        y={PLOT.top}
        width={PLOT.right - PLOT.left}
        height={PLOT.bottom - PLOT.top}
        viewBox={`${PLOT.left} ${PLOT.top} ${PLOT.right - PLOT.left} ${PLOT.bottom - PLOT.top}`}
      >
        {frame.curves.toReversed().map((curve) => {
          const drawn = drawCurve(curve, frame, which, axes);
          const rank = frame.curves.indexOf(curve);
          return (
            <g key={curve.name} class={`curve rank-${rank}`}>
              {drawn.paths.map((d) => (
                <path key={d} class="line" d={d} />
              ))}
            </g>
          );
        })}
        {which === 'value' && lead && <path class="line pos hair tangent" d={tangentPath(lead, x, axes)} />}
      </svg>
      {frame.curves.map((curve) => {
        const drawn = drawCurve(curve, frame, which, axes);
        return (
          <g key={curve.name} class="ends">
            {drawn.open.map((end) => (
              <circle key={end.y} class="ring" cx={end.x} cy={end.y} r="4" />
            ))}
            {drawn.closed.map((end) => (
              <circle key={end.y} class="fill-ink" cx={end.x} cy={end.y} r="4" />
            ))}
          </g>
        );
      })}
      <path class="line pos hair dash" d={`M${axes.x(x)} ${PLOT.top}V${PLOT.bottom}`} />
      {frame.curves.map((curve, i) => {
        const y = axes.y(which === 'value' ? curve.value : curve.slope);
        return (
          inside(y) && (
            <circle
              key={curve.name}
              class={i === 0 ? 'handle lead' : 'handle'}
              cx={axes.x(x)}
              cy={y}
              r={i === 0 ? 7 : 4.5}
            />
          )
        );
      })}
      <text
        class="label small pos mid"
        x={Math.min(PLOT.right - 24, Math.max(PLOT.left + 24, axes.x(x)))}
        y={PLOT.bottom + 18}
      >
        x = {shortNumber(x)}
      </text>
      {frame.curves.length > 1 &&
        frame.curves.map((curve, i) => (
          <text key={curve.name} class={`label small mid name rank-${i}`} x={labels[i]?.x} y={labels[i]?.y}>
            {functionName(t, curve.name)}
          </text>
        ))}
    </svg>
  );
}
