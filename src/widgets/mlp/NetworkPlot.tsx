import { drawLevels } from '#components/figures/level-map.ts';
import { rounded } from '#components/figures/plot.ts';
import { shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import { COARSE } from './data.ts';
import { LevelCells, SHADES } from './LevelCells.tsx';
import { layoutOf } from './layout.ts';
import type { PlaneMap, RunFrame } from './run-frame.ts';
import { featureName } from './words.ts';

const NODE = 34;
const GAP = 20;
const EDGE = 20;
/** Narrowest drawing, and the width a column of a deep network gets. */
const WIDE = 288;
const COLUMN = 72;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Centres of the nodes by name, and the drawing's size: as narrow as its columns allow, so that a phone need not shrink it. */
function placesOf({ training: { features, hidden } }: RunFrame): {
  readonly at: Map<string, Place>;
  readonly high: number;
  readonly wide: number;
} {
  const ids: readonly (readonly string[])[] = [
    features,
    ...hidden.map((width, l) => Array.from({ length: width }, (_, j) => `${l + 1}.${j + 1}`)),
    ['out'],
  ];
  const most = Math.max(3, ...ids.map((column) => column.length));
  const high = most * (NODE + GAP) + GAP;
  const wide = Math.max(WIDE, ids.length * COLUMN);
  const at = new Map<string, Place>();
  for (const [l, column] of ids.entries())
    for (const [j, id] of column.entries())
      at.set(id, {
        x: EDGE + (l * (wide - 2 * EDGE)) / (ids.length - 1),
        y: high / 2 + (j - (column.length - 1) / 2) * (NODE + GAP),
      });
  return { at, high, wide };
}

/** A neuron's map as it is drawn: no finer than its small square shows. */
function small({ size, values }: PlaneMap): PlaneMap {
  const every = Math.max(1, Math.floor(size / COARSE));
  const side = Math.floor(size / every);
  const at = (i: number): number => every * Math.floor(i / side) * size + every * (i % side);
  return every === 1
    ? { size, values }
    : { size: side, values: Float32Array.from({ length: side * side }, (_, i) => values[at(i)] ?? 0) };
}

/** The network: every connection as thick as its weight is large, dashed when negative; in every neuron what it sees. */
export function NetworkPlot({
  run,
  selected,
  t,
  onSelect,
}: {
  readonly run: RunFrame;
  readonly selected: string | null;
  readonly t: Translator;
  onSelect?: ((id: string) => void) | undefined;
}) {
  const layout = layoutOf(run.training);
  const { at, high, wide } = placesOf(run);
  const neurons = layout.layers.flat();
  const maps = new Map<string, PlaneMap>([
    ...run.neurons.flatMap((layer, l) => layer.map((map, j) => [`${l + 1}.${j + 1}`, map] as const)),
    ['out', run.output] as const,
  ]);
  return (
    <svg
      class={wide > WIDE ? 'network deep' : 'network'}
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={t('mlp.alt.network', {
        layers: run.training.hidden.join('–') || '0',
        n: layout.count,
        table: t('mlp.parameterTable'),
      })}
    >
      {neurons.flatMap(({ id, weights }) =>
        weights.map(({ from, index }) => {
          const [a, b] = [at.get(from), at.get(id)];
          const value = run.parameters[index] ?? 0;
          return (
            a !== undefined &&
            b !== undefined && (
              <path
                key={`${from} ${id}`}
                class={`edge ${value >= 0 ? 'pos' : 'neg'} ${selected === id ? 'chosen' : ''}`}
                stroke-width={rounded(0.4 + Math.min(6, 2 * Math.abs(value)), 1)}
                d={`M${rounded(a.x + NODE / 2)} ${rounded(a.y)}C${rounded((a.x + b.x) / 2)} ${rounded(a.y)} ${rounded((a.x + b.x) / 2)} ${rounded(b.y)} ${rounded(b.x - NODE / 2)} ${rounded(b.y)}`}
              />
            )
          );
        }),
      )}
      {run.training.features.map((feature) => {
        const place = at.get(feature);
        return (
          place !== undefined && (
            <g key={feature}>
              <rect class="node" x={place.x - NODE / 2} y={place.y - NODE / 2} width={NODE} height={NODE} />
              <text class="label mid" x={place.x} y={place.y + 4}>
                {featureName(feature)}
              </text>
            </g>
          )
        );
      })}
      {neurons.map(({ id, bias }) => {
        const place = at.get(id);
        const whole = maps.get(id);
        if (place === undefined || whole === undefined) return null;
        const map = small(whole);
        const [left, top] = [place.x - NODE / 2, place.y - NODE / 2];
        return (
          <g key={id} class={selected === id ? 'neuron chosen' : 'neuron'} onPointerDown={() => onSelect?.(id)}>
            <rect class="node" x={left} y={top} width={NODE} height={NODE} />
            <LevelCells map={drawLevels(map.size, map.values, SHADES, NODE, left, top)} />
            <rect class="outline" x={left} y={top} width={NODE} height={NODE} />
            <text class="label mid" x={place.x} y={top + NODE + 14}>
              {shortNumber(run.parameters[bias] ?? 0)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
