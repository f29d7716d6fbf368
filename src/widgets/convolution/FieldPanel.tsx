import { type Cell, TableTwin, Value } from '#widgets/TableTwin.tsx';
import { unitsSeen } from './field-geometry.ts';
import type { PanelProps } from './panel-props.ts';

const whole = (value: number): Cell => ({ value, text: String(value) });
const WIDTH = 320;
const HEIGHT = 200;
const STEP = 50;

/** What one unit of the third layer sees of the input, in one dimension, and how the field grows. */
export function FieldPanel({ frame, t }: PanelProps) {
  const { layers } = frame;
  const field = layers.at(-1)?.field ?? 1;
  const rows = unitsSeen(layers);
  const unit = Math.min(24, (WIDTH - 20) / field);
  const left = (WIDTH - unit * field) / 2;
  const y = (level: number): number => HEIGHT - 22 - level * STEP;
  const thick = Math.max(2, Math.min(12, unit - 1));
  const read = new Set(rows[0]?.centres ?? []);
  return (
    <>
      <div class="plots">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('convolution.alt.field', { fields: layers.map((layer) => layer.field).join(' → ') })}
        >
          <path
            class="line hair soft"
            d={`M${WIDTH / 2 - thick / 2} ${y(3) + 6}L${left} ${y(0) - 6}M${WIDTH / 2 + thick / 2} ${y(3) + 6}L${WIDTH - left} ${y(0) - 6}`}
          />
          {Array.from({ length: field }, (_, i) => (
            <rect
              key={i}
              class={read.has(i + 0.5) ? 'unit read' : 'unit'}
              x={left + i * unit + (unit - thick) / 2}
              y={y(0) - 6}
              width={thick}
              height={12}
            />
          ))}
          {rows
            .slice(1)
            .map(({ level, centres }) =>
              centres.map((centre) => (
                <rect
                  key={`${level} ${centre}`}
                  class={level === 3 ? 'unit top' : 'unit read'}
                  x={left + centre * unit - thick / 2}
                  y={y(level) - 6}
                  width={thick}
                  height={12}
                />
              )),
            )}
          {layers.map((layer, i) => (
            <text key={i} class="layer" x={2} y={y(i + 1) - 12}>
              {t('convolution.field.sees', { n: i + 1, field: layer.field })}
            </text>
          ))}
          <text class="layer" x={WIDTH / 2} y={HEIGHT - 2} text-anchor="middle">
            {t('convolution.field.input', { field })}
          </text>
        </svg>
      </div>
      <dl class="readings">
        {layers.map((layer, i) => (
          <div key={i}>
            <dt>{t('convolution.layerN', { n: i + 1 })}</dt>
            <dd>
              {t('convolution.field.field')} <Value of={whole(layer.field)} />
            </dd>
            <dd>
              {t('convolution.field.jump')} <Value of={whole(layer.jump)} />
            </dd>
            <dd>
              {t('convolution.field.size')}{' '}
              {layer.size > 0 ? <Value of={whole(layer.size)} /> : t('convolution.field.tooBig')}
            </dd>
          </div>
        ))}
      </dl>
      <p class="fact">{t('convolution.field.note')}</p>
      <TableTwin
        t={t}
        name={t('convolution.panel.field')}
        columns={[
          t('convolution.layer'),
          'k',
          's',
          'd',
          t('convolution.field.field'),
          t('convolution.field.jump'),
          t('convolution.field.size'),
        ]}
        rows={layers.map((layer, i) => [
          whole(i + 1),
          whole(layer.k),
          whole(layer.stride),
          whole(layer.dilation),
          whole(layer.field),
          whole(layer.jump),
          layer.size > 0 ? whole(layer.size) : t('convolution.field.tooBig'),
        ])}
      />
    </>
  );
}
