import { linePath, scale } from '#components/figures/plot.ts';
import { readingText, shortNumber } from '#core/format-number.ts';
import { Subscripts } from '#widgets/Subscripts.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { Distances } from './metrics.ts';
import { isProbability, type LossName } from './settings.ts';
import type { AtHalf, Reading } from './verdicts.ts';

/** Drawn about as large as it stands on the page, so that its letters are those of the captions. */
const SIZE = { width: 320, height: 150, left: 34, right: 312, top: 16, bottom: 126 } as const;

/** Top of the energy chart: two clouds at opposite ends of the window are about this far apart; a lost G is further. */
const ENERGY_TOP = 2;

interface Line {
  readonly name: string;
  readonly kind: 'real' | 'fake' | 'ink';
  readonly of: (reading: Reading) => number;
}

interface Mark {
  readonly tick: number;
  readonly kind: 'half' | 'balance' | 'blind';
}

interface ChartProps {
  readonly series: readonly Reading[];
  readonly lines: readonly Line[];
  /** Lines across: what there is to reach. */
  readonly levels: readonly { readonly at: number; readonly kind: 'dash' | 'dots' }[];
  /** Lines up and down: what happened. */
  readonly marks: readonly Mark[];
  readonly title: string;
  readonly range: readonly [number, number] | null;
  readonly t: Translator;
}

/** Lines over the ticks so far, named above with their present values. */
function Chart({ series, lines, levels, marks, title, range, t }: ChartProps) {
  const last = series.at(-1);
  const end = Math.max(1, last?.tick ?? 1);
  const values = series.flatMap((reading) => lines.map(({ of }) => of(reading))).filter(Number.isFinite);
  const [low, high] = range ?? [Math.min(0, ...values), Math.max(...values, 1e-3)];
  const across = scale([0, end], [SIZE.left, SIZE.right]);
  const rise = scale([low, high], [SIZE.bottom, SIZE.top]);
  const up = (value: number): number => rise(Math.min(high, Math.max(low, value)));
  const presentOf = ({ of }: Line): number => (last === undefined ? 0 : of(last));
  const alt = `${title}: ${lines.map((line) => `${line.name} ${readingText(presentOf(line))}`).join(', ')}.`;
  const heights = [low, (low + high) / 2, high];
  return (
    <figure>
      <figcaption>
        <Subscripts text={title} />
      </figcaption>
      <p class="keys-of-lines">
        {lines.map((line) => (
          <span key={line.name} class={line.kind}>
            <Subscripts text={line.name} /> <data value={String(presentOf(line))}>{readingText(presentOf(line))}</data>
          </span>
        ))}
      </p>
      <svg
        class="gan-chart"
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t('gan.seeTable', { alt, table: t('gan.table.series') })}
      >
        {heights.map((value) => (
          <g key={value}>
            <path class="line soft hair" d={`M${SIZE.left} ${up(value)}H${SIZE.right}`} />
            <text class="label small soft end" x={SIZE.left - 4} y={up(value) + 4}>
              {shortNumber(value, 2)}
            </text>
          </g>
        ))}
        <text class="label small soft" x={SIZE.left} y={SIZE.bottom + 16}>
          0
        </text>
        <text class="label small soft end" x={SIZE.right} y={SIZE.bottom + 16}>
          {end} {t('gan.chart.steps')}
        </text>
        {levels.map(({ at, kind }) => (
          <path key={kind} class={`line level ${kind}`} d={`M${SIZE.left} ${up(at)}H${SIZE.right}`} />
        ))}
        {marks.map(({ tick, kind }, i) => {
          // The first mark's word stands before its line, the others' behind theirs, where there is room.
          const late = i === 0 ? across(tick) > SIZE.left + 70 : across(tick) > SIZE.right - 70;
          return (
            <g key={kind} class={`mark ${kind}`}>
              <path class="line" d={`M${across(tick)} ${SIZE.top}V${SIZE.bottom}`} />
              <text
                class={`label small ${late ? 'end' : ''}`}
                x={across(tick) + (late ? -4 : 4)}
                y={SIZE.bottom - 6 - 14 * i}
              >
                {t(`gan.chart.${kind}`)} · {tick}
              </text>
            </g>
          );
        })}
        {lines.map(({ name, kind, of }) => {
          const points = series
            .filter((reading) => Number.isFinite(of(reading)))
            .map((reading) => ({ x: across(reading.tick), y: up(of(reading)) }));
          const d = linePath(points);
          // A path of one point draws nothing; of no length, it draws its round end.
          return (
            <g key={name} class={`series ${kind}`}>
              <path class={`line ${points.length === 1 ? 'dot' : ''}`} d={points.length === 1 ? `${d}h0` : d} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function marksOf(half: AtHalf | null): readonly Mark[] {
  if (half === null) return [];
  const all = [
    { tick: half.first, kind: 'half' },
    { tick: half.balance, kind: 'balance' },
    { tick: half.blind, kind: 'blind' },
  ] as const;
  return all.flatMap(({ tick, kind }) => (tick === null ? [] : [{ tick, kind }]));
}

interface ChartsProps {
  readonly series: readonly Reading[];
  readonly floor: Distances;
  readonly near: Distances;
  readonly half: AtHalf | null;
  readonly loss: LossName;
  readonly t: Translator;
}

/** Answers, losses, distances: four charts on one clock. */
export function Charts({ series, floor, near, half, loss, t }: ChartsProps) {
  const probability = isProbability(loss);
  // Least squares binds nothing to 0 … 1.
  const answers = series.flatMap(({ dReal, dFake }) => [dReal, dFake]).filter(Number.isFinite);
  const levels = (of: keyof Distances) =>
    [
      { at: floor[of], kind: 'dash' },
      { at: near[of], kind: 'dots' },
    ] as const;
  const said = (of: keyof Distances) => ({ floor: readingText(floor[of]), near: readingText(near[of]) });
  return (
    <div class="charts">
      <Chart
        t={t}
        title={t(probability ? 'gan.chart.answers' : 'gan.chart.scores')}
        series={series}
        range={probability ? [Math.min(0, ...answers), Math.max(1, ...answers)] : null}
        levels={[]}
        marks={marksOf(half)}
        lines={[
          { name: probability ? 'D(x)' : t('gan.scoreReal'), kind: 'real', of: (reading) => reading.dReal },
          { name: probability ? 'D(G(z))' : t('gan.scoreFake'), kind: 'fake', of: (reading) => reading.dFake },
        ]}
      />
      <Chart
        t={t}
        title={t(loss === 'gp' ? 'gan.chart.lossesGp' : 'gan.chart.losses', {
          unit: t(`gan.unit.${loss === 'ns' || loss === 'minimax' ? 'nats' : 'none'}`),
        })}
        series={series}
        range={null}
        levels={[]}
        marks={[]}
        lines={[
          { name: 'L_D', kind: 'ink', of: (reading) => reading.lossD },
          { name: 'L_G', kind: 'fake', of: (reading) => reading.lossG },
        ]}
      />
      <Chart
        t={t}
        title={t('gan.chart.js', said('js'))}
        series={series}
        range={[0, Math.LN2]}
        levels={levels('js')}
        marks={[]}
        lines={[{ name: 'JS', kind: 'ink', of: (reading) => reading.js }]}
      />
      <Chart
        t={t}
        title={t('gan.chart.energy', said('energy'))}
        series={series}
        range={[0, Math.min(ENERGY_TOP, Math.max(near.energy * 1.5, ...series.map(({ energy }) => energy)))]}
        levels={levels('energy')}
        marks={[]}
        lines={[{ name: t('gan.energy'), kind: 'ink', of: (reading) => reading.energy }]}
      />
    </div>
  );
}
