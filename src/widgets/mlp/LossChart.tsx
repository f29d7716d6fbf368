import { linePath, scale } from '#components/figures/plot.ts';
import { readingText, shortNumber, superscript } from '#core/format-number.ts';
import { Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { MlpFrame } from './model.ts';
import type { Reading } from './run-frame.ts';
import { epochText } from './words.ts';

const BOX = { width: 360, height: 176, left: 46, right: 346, top: 20, bottom: 150 } as const;
/** Fewest and most decades of a logarithmic axis. */
const DECADES = [1, 8] as const;
const KINDS = ['trainLoss', 'testLoss'] as const;

/** A round number at or above a value: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1e-6, value)));
  return ([1, 2, 5, 10].find((step) => step * power >= value * 0.9999) ?? 10) * power;
}

/** Losses over the epochs; their values now stand above, beside a piece of the line they belong to. */
export function LossChart({ frame, t }: { readonly frame: MlpFrame; readonly t: Translator }) {
  const two = frame.runs.length > 1;
  const curves = frame.runs.flatMap((run, i) => {
    const readings: readonly Reading[] = [...run.series.filter(({ epoch }) => epoch < run.reading.epoch), run.reading];
    const name = two ? (i === 0 ? 'A' : 'B') : '';
    return KINDS.flatMap((which) => {
      const points = readings.flatMap((reading) => {
        const value = reading[which];
        return value === null || !Number.isFinite(value) ? [] : [{ epoch: reading.epoch, value }];
      });
      const kind = `curve ${name === 'B' ? 'neg' : 'pos'} ${which} run-${name === 'B' ? 'b' : 'a'}`;
      const label = `${name} ${t(which === 'trainLoss' ? 'mlp.train' : 'mlp.test')}`.trim();
      return points.length === 0 ? [] : [{ name, kind, label, points, end: points.at(-1)?.value ?? 0 }];
    });
  });
  const all = curves.flatMap(({ points }) => points.map(({ value }) => value));
  const logarithmic = frame.state.axis === 'log';
  const ticks = logarithmic ? decades(all) : evenTicks(all);
  const on = (value: number): number => (logarithmic ? Math.log10(Math.max(1e-30, value)) : value);
  const [low, high] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  const last = Math.max(1, ...frame.runs.map((run) => run.reading.epoch));
  const x = scale([0, last], [BOX.left, BOX.right]);
  const level = scale([low, high], [BOX.bottom, BOX.top]);
  const y = (value: number): number => level(Math.min(high, Math.max(low, on(value))));
  const alt = t('mlp.alt.chart', {
    epoch: epochText(frame),
    readings: curves.map(({ label, end }) => `${label} ${readingText(end)}`).join('; '),
    table: t('mlp.lossTable'),
  });
  const middle = Math.round(last / 2);
  return (
    <>
      <ul class="ends">
        {curves.map(({ kind, label, end }) => (
          <li key={kind}>
            <svg viewBox="0 0 30 8" aria-hidden="true">
              <path class={kind} d="M0 4H30" />
            </svg>
            {label} <Value of={{ value: end, text: readingText(end) }} />
          </li>
        ))}
      </ul>
      <svg class="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={alt}>
        <text class="label soft" x="2" y="10">
          {t(logarithmic ? 'mlp.lossLog' : 'mlp.set.loss')}
        </text>
        {ticks.map(({ at, text }) => (
          <g key={at}>
            <path class="ruling" d={`M${BOX.left} ${level(at)}H${BOX.right}`} />
            <text class="label soft end" x={BOX.left - 4} y={level(at) + 4}>
              {text}
            </text>
          </g>
        ))}
        {[0, ...(middle > 0 && middle < last ? [middle] : []), last].map((epoch) => (
          <text
            key={epoch}
            class={`label soft ${epoch === 0 ? '' : epoch === last ? 'end' : 'mid'}`}
            x={x(epoch)}
            y={BOX.bottom + 14}
          >
            {epoch === last ? `${shortNumber(epoch)} ${t('mlp.epochs')}` : epoch}
          </text>
        ))}
        {curves.map(({ kind, points, name, end }) => {
          const tip = { x: x(points.at(-1)?.epoch ?? 0), y: y(end) };
          return (
            <g key={kind}>
              <path class={kind} d={linePath(points.map(({ epoch, value }) => ({ x: x(epoch), y: y(value) })))} />
              <path class={`${kind} tip`} d={`${linePath([tip])}h0`} />
              {name !== '' && (
                <text class={`label ${name === 'A' ? 'pos' : 'neg'}`} x={tip.x + 4} y={tip.y - 3}>
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

function evenTicks(values: readonly number[]): Tick[] {
  const top = roundUp(Math.min(10, Math.max(0.01, ...values)));
  return [0, 0.25, 0.5, 0.75, 1].map((part) => ({ at: part * top, text: shortNumber(part * top, 4) }));
}

function decades(values: readonly number[]): Tick[] {
  const powers = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const high = Math.ceil(Math.min(1, Math.max(-6, ...powers)));
  const low = Math.max(high - DECADES[1], Math.min(high - DECADES[0], Math.floor(Math.min(high, ...powers))));
  const every = Math.ceil((high - low) / 5);
  return Array.from({ length: Math.ceil((high - low) / every) + 1 }, (_, i) => high - i * every)
    .toReversed()
    .map((power) => ({ at: power, text: power < -3 ? `10${superscript(power)}` : shortNumber(10 ** power, 3) }));
}
