import { linePath, scale } from '#components/figures/plot.ts';
import { readingText, shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import type { Distances } from './metrics.ts';
import type { Reading } from './verdicts.ts';

const SIZE = { width: 400, height: 160, left: 40, right: 290, top: 22, bottom: 136 } as const;

/** Top of the energy chart: two clouds at opposite ends of the window are about this far apart; a lost G is further. */
const ENERGY_TOP = 2;

interface Line {
  readonly name: string;
  readonly kind: 'real' | 'fake' | 'ink';
  readonly of: (reading: Reading) => number;
}

interface Level {
  readonly at: number;
  readonly text: string;
}

interface ChartProps {
  readonly series: readonly Reading[];
  readonly lines: readonly Line[];
  /** Dashed lines across: what there is to reach. */
  readonly levels: readonly Level[];
  /** Tick of a mark, with its word. */
  readonly mark: { readonly tick: number; readonly text: string } | null;
  readonly title: string;
  readonly fixed: readonly [number, number] | null;
}

/** Lines over the ticks so far, each named at its right end with its present value. */
function Chart({ series, lines, levels, mark, title, fixed }: ChartProps) {
  const last = series.at(-1);
  const end = Math.max(1, last?.tick ?? 1);
  const values = [
    ...levels.map(({ at }) => at),
    ...series.flatMap((reading) => lines.map(({ of }) => of(reading))),
  ].filter(Number.isFinite);
  const [low, high] = fixed ?? [Math.min(0, ...values), Math.max(...values, 1e-3)];
  const across = scale([0, end], [SIZE.left, SIZE.right]);
  const rise = scale([low, high], [SIZE.bottom, SIZE.top]);
  const up = (value: number): number => rise(Math.min(high, Math.max(low, value)));
  const ends = spread(lines.map(({ of }) => up(last === undefined ? 0 : of(last))));
  const alt = `${title}: ${lines.map(({ name, of }) => `${name} ${last === undefined ? '' : readingText(of(last))}`).join(', ')}`;
  return (
    <svg class="gan-chart" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={alt}>
      <path class="line soft hair" d={`M${SIZE.left} ${SIZE.top}V${SIZE.bottom}H${SIZE.right}`} />
      {[low, high].map((value) => (
        <text key={value} class="label small soft end" x={SIZE.left - 5} y={up(value) + 4}>
          {shortNumber(value, high - low < 0.5 ? 2 : 1)}
        </text>
      ))}
      <text class="label small soft" x={SIZE.left} y={SIZE.bottom + 17}>
        0
      </text>
      <text class="label small soft end" x={SIZE.right} y={SIZE.bottom + 17}>
        {end}
      </text>
      {levels.map(({ at, text }) => (
        <g key={text}>
          <path class="line soft hair dash" d={`M${SIZE.left} ${up(at)}H${SIZE.right}`} />
          <text class="label small soft" x={SIZE.left + 5} y={up(at) - 4}>
            {text}
          </text>
        </g>
      ))}
      {mark !== null && (
        <g>
          <path class="line ok hair" d={`M${across(mark.tick)} ${SIZE.top}V${SIZE.bottom}`} />
          <text
            class={`label small ${across(mark.tick) > 230 ? 'end' : ''}`}
            x={across(mark.tick) + (across(mark.tick) > 230 ? -4 : 4)}
            y={SIZE.top + 8}
          >
            {mark.text}
          </text>
        </g>
      )}
      {lines.map(({ name, kind, of }, i) => (
        <g key={name} class={`series ${kind}`}>
          <path
            class="line"
            d={linePath(
              series
                .filter((reading) => Number.isFinite(of(reading)))
                .map((reading) => ({ x: across(reading.tick), y: up(of(reading)) })),
            )}
          />
          <text class="label small" x={SIZE.right + 6} y={(ends[i] ?? 0) + 4}>
            {name} {last === undefined ? '' : shortNumber(of(last), 3)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const moved = order.map(({ y, i }) => {
    last = Math.max(
      Math.min(y, SIZE.bottom - 16 * (order.length - 1 - order.findIndex((each) => each.i === i))),
      last + 16,
    );
    return { y: last, i };
  });
  return moved.toSorted((a, b) => a.i - b.i).map(({ y }) => y);
}

interface ChartsProps {
  readonly series: readonly Reading[];
  readonly floor: Distances;
  readonly half: { readonly since: number } | null;
  /** Whether D's answers are probabilities. */
  readonly probability: boolean;
  readonly t: Translator;
}

/** Losses, D's answers, distances: three charts on one clock. */
export function Charts({ series, floor, half, probability, t }: ChartsProps) {
  return (
    <div class="charts">
      <figure>
        <figcaption>{t('gan.chart.answers')}</figcaption>
        <Chart
          title={t('gan.chart.answers')}
          series={series}
          fixed={probability ? [0, 1] : null}
          levels={probability ? [{ at: 0.5, text: '½' }] : []}
          mark={half === null ? null : { tick: half.since, text: t('gan.chart.half') }}
          lines={[
            { name: 'D(x)', kind: 'real', of: (reading) => reading.dReal },
            { name: 'D(G(z))', kind: 'fake', of: (reading) => reading.dFake },
          ]}
        />
      </figure>
      <figure>
        <figcaption>{t('gan.chart.losses')}</figcaption>
        <Chart
          title={t('gan.chart.losses')}
          series={series}
          fixed={null}
          levels={[]}
          mark={null}
          lines={[
            { name: 'L_D', kind: 'ink', of: (reading) => reading.lossD },
            { name: 'L_G', kind: 'fake', of: (reading) => reading.lossG },
          ]}
        />
      </figure>
      <figure>
        <figcaption>{t('gan.chart.js')}</figcaption>
        <Chart
          title={t('gan.chart.js')}
          series={series}
          fixed={[0, 0.7]}
          levels={[
            { at: Math.LN2, text: 'ln 2' },
            { at: floor.js, text: t('gan.chart.floor', { n: shortNumber(floor.js, 3) }) },
          ]}
          mark={null}
          lines={[{ name: 'JS', kind: 'ink', of: (reading) => reading.js }]}
        />
      </figure>
      <figure>
        <figcaption>{t('gan.chart.energy')}</figcaption>
        <Chart
          title={t('gan.chart.energy')}
          series={series}
          fixed={[0, Math.min(ENERGY_TOP, Math.max(floor.energy * 2, ...series.map(({ energy }) => energy)))]}
          levels={[{ at: floor.energy, text: t('gan.chart.floor', { n: shortNumber(floor.energy, 3) }) }]}
          mark={null}
          lines={[{ name: 'E', kind: 'ink', of: (reading) => reading.energy }]}
        />
      </figure>
    </div>
  );
}
