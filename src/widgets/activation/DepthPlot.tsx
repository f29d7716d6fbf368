import { linePath, scale } from '#components/figures/plot.ts';
import { powerOfTenText, shortNumber, superscript } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import type { ActivationFrame } from './model.ts';
import { RANGES } from './state.ts';
import { functionName } from './words.ts';

const SIZE = { width: 400, height: 260, left: 52, right: 388, top: 16, bottom: 222 } as const;

/** Steps the axis may be divided by, in powers of ten. */
const UNITS = [1, 2, 5, 10, 20, 50, 100, 200] as const;

/** The powers of ten the axis spans: from a little above the largest product down four equal steps. */
function spanOf(frame: ActivationFrame): { top: number; unit: number; floor: number } {
  const logs = frame.curves.flatMap((curve) => [...curve.bestProducts, ...curve.productsAtX]).filter(Number.isFinite);
  const least = Math.min(...logs, -4);
  const unit = UNITS.find((step) => -4 * step <= least) ?? 200;
  return { top: Math.max(0, Math.ceil(Math.max(0, ...logs))), unit, floor: -4 * unit };
}

/** What k slopes in a row leave of a gradient, k = 1 … 30, on a logarithmic axis: at the point, and at best. */
export function DepthPlot({ frame, t }: { readonly frame: ActivationFrame; readonly t: Translator }) {
  const { depth, x } = frame.state;
  const { top, unit, floor } = spanOf(frame);
  const across = scale([1, RANGES.depth.max], [SIZE.left, SIZE.right]);
  const up = scale([floor, top], [SIZE.bottom, SIZE.top + 8]);
  const height = (log: number): number => up(Math.max(floor, log));
  const line = (logs: readonly number[], from: number, to: number): string =>
    linePath(logs.slice(from - 1, to).map((log, i) => ({ x: across(from + i), y: height(log) })));
  const ticks = [0, 1, 2, 3, 4].map((step) => -unit * step + 0);
  const ends = frame.curves.map((curve) => ({ curve, y: height(curve.productsAtX[RANGES.depth.max - 1] ?? floor) }));
  const alt = t('activation.alt.depth', {
    depth,
    x: shortNumber(x),
    readings: frame.curves
      .map((curve) => `${functionName(t, curve.name)} ${powerOfTenText(curve.productsAtX[depth - 1] ?? 0)}`)
      .join(t('activation.and')),
  });
  return (
    <svg class="depth-plot" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={alt}>
      <path class="line soft hair" d={`M${SIZE.left} ${SIZE.top}V${SIZE.bottom}H${SIZE.right}`} />
      {ticks.map((tick) => (
        <text key={tick} class="label small soft end" x={SIZE.left - 7} y={up(tick) + 4}>
          {tick === 0 ? '1' : `10${superscript(tick)}`}
        </text>
      ))}
      {[1, 10, 20, 30].map((k) => (
        <text key={k} class="label small soft mid" x={across(k)} y={SIZE.bottom + 17}>
          {k}
        </text>
      ))}
      <text class="label small soft end" x={SIZE.right} y={SIZE.bottom + 34}>
        {t('activation.depthAxis')}
      </text>
      <path class="line pos hair dash" d={`M${across(depth)} ${SIZE.top}V${SIZE.bottom}`} />
      {frame.curves.map((curve, i) => (
        <g key={curve.name} class={`curve rank-${i}`}>
          <path class="line hair best" d={line(curve.bestProducts, 1, RANGES.depth.max)} />
          <path class="line ahead" d={line(curve.productsAtX, depth, RANGES.depth.max)} />
          <path class="line" d={line(curve.productsAtX, 1, depth)} />
          <circle
            class={i === 0 ? 'handle lead' : 'handle'}
            cx={across(depth)}
            cy={height(curve.productsAtX[depth - 1] ?? floor)}
            r={i === 0 ? 7 : 4.5}
          />
        </g>
      ))}
      {spread(ends.map(({ y }) => y)).map((y, i) => {
        const curve = ends[i]?.curve;
        return (
          curve && (
            <text key={curve.name} class={`label small end name rank-${i}`} x={SIZE.right} y={y}>
              {functionName(t, curve.name)}
              {curve.productsAtX[0] === Number.NEGATIVE_INFINITY ? ' = 0' : ''}
            </text>
          )
        );
      })}
    </svg>
  );
}

/** Moves labels at the given heights apart until 16 units lie between neighbours, and above their lines. */
function spread(heights: readonly number[]): readonly number[] {
  const order = heights
    .map((y, i) => ({ y: Math.min(SIZE.bottom, Math.max(SIZE.top + 22, y)) - 6, i }))
    .toSorted((a, b) => b.y - a.y);
  let last = Number.POSITIVE_INFINITY;
  const moved = order.map(({ y, i }) => {
    last = Math.min(y, last - 16);
    return { y: last, i };
  });
  return moved.toSorted((a, b) => a.i - b.i).map(({ y }) => y);
}
