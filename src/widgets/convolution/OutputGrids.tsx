import { stepOf } from './cells.ts';
import { Grid, type GridHands } from './Grid.tsx';
import type { PanelProps } from './panel-props.ts';
import { outputSoFar, outputText, spotOf } from './words.ts';

/** The output, a grid a channel, filled as far as it is computed. */
export function OutputGrids({ frame, t, hands }: PanelProps) {
  const { state, reading, side } = frame;
  if (side === 0) return null;
  const done = outputSoFar(frame);
  const depth = done.length / (side * side);
  const strongest = Math.max(1, ...frame.output.map(Math.abs));
  const handsOf = (channel: number): GridHands | undefined =>
    hands && {
      label: t('convolution.hands.output', { channel: channel + 1 }),
      reading: (place) => {
        const value = done[(channel * side + place.row) * side + place.column] ?? null;
        return value === null
          ? t('convolution.cellEmpty', spotOf(place))
          : t('convolution.cellIs', { ...spotOf(place), value: outputText(value) });
      },
      onPick: (place) => hands.dispatch({ kind: 'set', name: 'step', value: stepOf(state, { channel, ...place }) }),
    };
  return (
    <section class="part">
      <p class="part-title">{t('convolution.output', { side, depth })}</p>
      <div class="stack">
        {Array.from({ length: depth }, (_, channel) => {
          const first = channel * side * side;
          return (
            <Grid
              key={channel}
              side={side}
              values={done.slice(first, first + side * side)}
              strongest={strongest}
              tone="signed"
              text={outputText}
              alt={t('convolution.alt.output', {
                channel: channel + 1,
                side,
                done: Math.max(0, Math.min(side * side, state.step - first)),
              })}
              current={channel === reading?.cell.channel ? reading.cell : undefined}
              hands={handsOf(channel)}
            />
          );
        })}
      </div>
    </section>
  );
}
