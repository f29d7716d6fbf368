import { percentText, powerOfTenText, readingText, shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin, Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { DepthPlot } from './DepthPlot.tsx';
import { PreActivations, Units } from './LayerPlot.tsx';
import { SAMPLES, UNITS } from './layer-data.ts';
import { type ActivationFrame, BINS, SATURATED } from './model.ts';
import { RANGES } from './state.ts';
import { functionName } from './words.ts';

const reading = (value: number): Cell => ({ value, text: readingText(value) });
const power = (log: number): Cell => ({ value: log, text: powerOfTenText(log) });
const whole = (value: number): Cell => ({ value, text: String(value) });

/** A frame and the words for it. Panels show the same before script, from the build, and after, from the worker. */
export interface PanelProps {
  readonly frame: ActivationFrame;
  readonly t: Translator;
}

/** f and f′ side by side, the readings at the point, the table. */
export function CurvesPanel({ frame, t }: PanelProps) {
  const names = frame.curves.map((curve) => functionName(t, curve.name));
  const every = (frame.xs.length - 1) / 10;
  const rows = frame.xs.flatMap((x, i): (readonly Cell[])[] =>
    i % every === 0
      ? [
          [
            { value: x, text: shortNumber(x) },
            ...frame.curves.flatMap((curve) => [reading(curve.values[i] ?? 0), reading(curve.slopes[i] ?? 0)]),
          ],
        ]
      : [],
  );
  const here: readonly Cell[] = [
    { value: frame.state.x, text: `x = ${shortNumber(frame.state.x)}` },
    ...frame.curves.flatMap((curve) => [reading(curve.value), reading(curve.slope)]),
  ];
  const tanh = frame.curves.find((curve) => curve.name === 'tanh');
  const corner = frame.curves.find(
    (curve) =>
      curve.slopeAtZero.left !== curve.slopeAtZero.right &&
      Math.abs(curve.slopeAtZero.left - curve.slopeAtZero.right) > 1e-4,
  );
  return (
    <>
      <div class="plots" data-drag>
        <CurvePlot frame={frame} which="value" t={t} />
        <CurvePlot frame={frame} which="slope" t={t} />
      </div>
      <dl class="readings">
        {frame.curves.map((curve, i) => (
          <div key={curve.name} class={`rank-${i}`}>
            <dt>{functionName(t, curve.name)}</dt>
            <dd>
              <i>f</i>({shortNumber(frame.state.x)}) = <Value of={reading(curve.value)} />
            </dd>
            <dd>
              <i>f</i>′({shortNumber(frame.state.x)}) = <Value of={reading(curve.slope)} />
            </dd>
            <dd class="aside">{t('activation.steepest', { value: readingText(curve.steepest) })}</dd>
          </div>
        ))}
      </dl>
      {tanh && (
        <p class="fact">
          2σ(2x) − 1 = <Value of={reading(frame.tanhBySigmoid)} />, tanh x = <Value of={reading(tanh.value)} />
        </p>
      )}
      {corner && (
        <p class="fact">
          {t('activation.convention', {
            name: functionName(t, corner.name),
            value: readingText(corner.slopeAtZero.at),
          })}
        </p>
      )}
      <TableTwin
        t={t}
        name={t('activation.panel.curves')}
        columns={['x', ...names.flatMap((name) => [`${name} f`, `${name} f′`])]}
        rows={[here, ...rows]}
      />
    </>
  );
}

/** Products of slopes over 1 to 30 layers. */
export function DepthPanel({ frame, t }: PanelProps) {
  const { depth } = frame.state;
  const columns = [
    t('activation.layers'),
    ...frame.curves.flatMap((curve) => [
      `${functionName(t, curve.name)} f′(${shortNumber(frame.state.x)})ᵏ`,
      `${functionName(t, curve.name)} max|f′|ᵏ`,
    ]),
  ];
  const rows = Array.from({ length: RANGES.depth.max }, (_, i): readonly Cell[] => [
    whole(i + 1),
    ...frame.curves.flatMap((curve) => [power(curve.productsAtX[i] ?? 0), power(curve.bestProducts[i] ?? 0)]),
  ]);
  return (
    <>
      <div class="plots one">
        <DepthPlot frame={frame} t={t} />
      </div>
      <dl class="readings">
        {frame.curves.map((curve, i) => (
          <div key={curve.name} class={`rank-${i}`}>
            <dt>{functionName(t, curve.name)}</dt>
            <dd>
              {t('activation.productAtX', { x: shortNumber(frame.state.x), k: depth })} ={' '}
              <Value of={power(curve.productsAtX[depth - 1] ?? 0)} />
            </dd>
            <dd>
              {t('activation.productBest', { k: depth })} = <Value of={power(curve.bestProducts[depth - 1] ?? 0)} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="fact">{t('activation.depthNote')}</p>
      <TableTwin t={t} name={t('activation.panel.depth')} columns={columns} rows={rows} />
    </>
  );
}

/** 512 pre-activations and the units they belong to. */
export function LayerPanel({ frame, t }: PanelProps) {
  const { layer, state } = frame;
  const total = SAMPLES * UNITS;
  const saturated = layer.saturatedLeft + layer.saturatedRight;
  const name = functionName(t, state.functions[0] ?? 'sigmoid');
  const bars = layer.bars.map((n, i): readonly Cell[] => [
    `${shortNumber((i - BINS / 2) / 2)} … ${shortNumber((i - BINS / 2 + 1) / 2)}`,
    whole(n),
    whole(layer.saturatedBars[i] ?? 0),
  ]);
  const units = layer.units.map(({ awake, dead }, i): readonly Cell[] => [
    whole(i + 1),
    { value: awake, text: percentText(awake) },
    dead ? t('activation.dead') : '',
  ]);
  return (
    <>
      <p class="fact">{t('activation.layerNote', { name, samples: SAMPLES, units: UNITS, total, limit: SATURATED })}</p>
      <div class="plots">
        <PreActivations frame={frame} t={t} />
        <Units frame={frame} t={t} />
      </div>
      <dl class="readings">
        <div>
          <dt>{t('activation.saturatedShare')}</dt>
          <dd>
            <Value of={{ value: saturated / total, text: percentText(saturated / total) }} />
          </dd>
        </div>
        <div>
          <dt>{t('activation.flatCount')}</dt>
          <dd>
            <Value of={whole(layer.flat)} /> / {total}
          </dd>
        </div>
        <div>
          <dt>{t('activation.deadUnits')}</dt>
          <dd>
            <Value of={whole(layer.dead)} /> / {UNITS}
          </dd>
        </div>
      </dl>
      <TableTwin
        t={t}
        name={t('activation.panel.layer')}
        columns={['z', t('activation.all'), t('activation.saturated')]}
        rows={bars}
      />
      <TableTwin
        t={t}
        name={t('activation.unitsTitle')}
        columns={[t('activation.unit'), t('activation.awake'), t('activation.state')]}
        rows={units}
      />
    </>
  );
}
