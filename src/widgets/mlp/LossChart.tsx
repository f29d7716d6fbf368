import { linePath, scale } from '#components/figures/plot.ts';
import { readingText, shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import type { MlpFrame } from './model.ts';
import type { Reading } from './run.ts';
import { epochText } from './words.ts';

const BOX = { width: 640, height: 210, left: 48, right: 512, top: 14, bottom: 178 } as const;

/** A round number at or above a value: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1e-6, value)));
  return ([1, 2, 5, 10].find((step) => step * power >= value * 0.9999) ?? 10) * power;
}

/** Losses over the epochs, with the values at their ends. */
export function LossChart({ frame, t }: { readonly frame: MlpFrame; readonly t: Translator }) {
  const curves = frame.runs.flatMap((run, i) => {
    const readings: readonly Reading[] = [...run.series.filter(({ epoch }) => epoch < run.reading.epoch), run.reading];
    const name = frame.runs.length > 1 ? (i === 0 ? 'A ' : 'B ') : '';
    return (['trainLoss', 'testLoss'] as const).flatMap((which) => {
      const points = readings.flatMap((reading) => {
        const value = reading[which];
        return value === null || !Number.isFinite(value) ? [] : [{ epoch: reading.epoch, value }];
      });
      return points.length === 0
        ? []
        : [{ run: i, which, name: `${name}${t(which === 'trainLoss' ? 'mlp.train' : 'mlp.test')}`, points }];
    });
  });
  const top = roundUp(
    Math.min(10, Math.max(0.01, ...curves.flatMap(({ points }) => points.map(({ value }) => value)))),
  );
  const last = Math.max(1, ...frame.runs.map((run) => run.reading.epoch));
  const x = scale([0, last], [BOX.left, BOX.right]);
  const y = scale([0, top], [BOX.bottom, BOX.top]);
  const ends = curves
    .map((curve) => ({ ...curve, value: curve.points.at(-1)?.value ?? 0 }))
    .toSorted((a, b) => b.value - a.value);
  let below = BOX.top - 12;
  const labels = ends.map((end) => {
    below = Math.max(below + 15, Math.min(y(end.value) + 4, BOX.bottom - 15 * (ends.length - 1)));
    return { ...end, at: below };
  });
  const alt = t('mlp.alt.chart', {
    epoch: epochText(frame),
    readings: ends.map(({ name, value }) => `${name} ${readingText(value)}`).join('; '),
  });
  return (
    <svg class="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={alt}>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <path class="ruling" d={`M${BOX.left} ${y(part * top)}H${BOX.right}`} />
          <text class="label small soft end" x={BOX.left - 6} y={y(part * top) + 4}>
            {shortNumber(part * top, 4)}
          </text>
        </g>
      ))}
      {[0, 0.5, 1].map((part) => (
        <text
          key={part}
          class={`label small soft ${part === 0 ? '' : part === 1 ? 'end' : 'mid'}`}
          x={x(part * last)}
          y={BOX.bottom + 16}
        >
          {shortNumber(part * last, 1)}
        </text>
      ))}
      <text class="label small soft end" x={BOX.right} y={BOX.bottom + 31}>
        {t('mlp.epochs')}
      </text>
      {curves.map(({ run, which, points }) => (
        <path
          key={`${run} ${which}`}
          class={`curve ${run === 0 ? 'pos' : 'neg'} ${which}`}
          d={linePath(points.map(({ epoch, value }) => ({ x: x(epoch), y: y(Math.min(top, value)) })))}
        />
      ))}
      {labels.map(({ run, which, name, value, at }) => (
        <text key={`${run} ${which}`} class={`label small ${run === 0 ? 'pos' : 'neg'}`} x={BOX.right + 6} y={at}>
          {name} {readingText(value)}
        </text>
      ))}
    </svg>
  );
}
