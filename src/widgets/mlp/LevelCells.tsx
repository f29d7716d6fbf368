import type { LevelMap } from '#components/figures/level-map.ts';

/** Shades on each side of 0. */
export const SHADES = 4;
const LEVELS = Array.from({ length: 2 * SHADES + 1 }, (_, i) => i - SHADES).filter((level) => level !== 0);

/** A map's cells, tinted: vermilion for positive, indigo for negative, the line between them drawn. */
export function LevelCells({ map }: { readonly map: LevelMap }) {
  return (
    <g class="cells">
      {LEVELS.map((level) => (
        <path
          key={level}
          class={level > 0 ? 'pos' : 'neg'}
          fill-opacity={0.13 * Math.abs(level)}
          d={map.levels.get(level) ?? ''}
        />
      ))}
      <path class="border" d={map.border} />
    </g>
  );
}
