import { slideOf } from './cells.ts';
import type { ConvolutionFrame } from './frame.ts';
import { Grid, type GridHands } from './Grid.tsx';
import type { GridWindow, Place } from './GridDrawing.tsx';
import type { PanelProps } from './panel-props.ts';
import { chosenIn } from './place.ts';
import { spotOf } from './words.ts';

/** Where the window of the present cell stands on the picture, padding as negative numbers. */
function windowOf({ state, reading }: ConvolutionFrame): GridWindow | undefined {
  if (reading === null) return undefined;
  const { k, stride, padding, dilation } = slideOf(state);
  const { row, column } = reading.cell;
  return { at: { row: row * stride - padding, column: column * stride - padding }, k, dilation };
}

/** The picture, a grid a channel, with its padding, the window on it and, for max pooling, where the largest stood. */
export function PictureGrids({ frame, t, hands }: PanelProps) {
  const { state, reading, side } = frame;
  const { n, channels, mode } = state;
  const { padding } = slideOf(state);
  // A picture of ones and zeros is black and white, not two shades of dark.
  const brightest = Math.max(1, ...frame.input);
  const cell = reading?.cell ?? { channel: 0, row: 0, column: 0 };
  const handsOf = (channel: number): GridHands | undefined => {
    if (hands === undefined) return undefined;
    const at = ({ row, column }: Place): number => (channel * n + row) * n + column;
    return {
      at: hands.pixel === null ? undefined : chosenIn(hands.pixel, channel, n),
      onMove: (place) => hands.choosePixel(at(place)),
      label: t('convolution.hands.input', { channel: channel + 1 }),
      reading: (place) => t('convolution.cellIs', { ...spotOf(place), value: frame.input[at(place)] ?? 0 }),
      onPick: (place) => {
        hands.choosePixel(at(place));
        if (hands.draws) hands.dispatch({ kind: 'pixel', at: at(place), value: hands.brush });
      },
      onType: (place, typed) => {
        hands.choosePixel(at(place));
        if (typed !== 'negate') hands.dispatch({ kind: 'pixel', at: at(place), value: typed });
      },
      draws: hands.draws,
    };
  };
  const trail = (channel: number): readonly Place[] =>
    frame.trail.filter((_, i) => Math.floor(i / (side * side)) === channel && i < state.step);
  return (
    <section class="part">
      <p class="part-title">{t('convolution.input', { n, channels })}</p>
      <div class="stack">
        {Array.from({ length: channels }, (_, channel) => (
          <Grid
            key={channel}
            side={n}
            ring={padding}
            pad={mode === 'conv' ? '0' : ''}
            values={frame.input.slice(channel * n * n, (channel + 1) * n * n)}
            strongest={brightest}
            tone="grey"
            text={String}
            alt={t('convolution.alt.input', { channel: channel + 1, n, padding, ...spotOf(cell) })}
            window={mode === 'conv' || channel === cell.channel ? windowOf(frame) : undefined}
            rings={mode === 'max' ? trail(channel) : undefined}
            hands={handsOf(channel)}
          />
        ))}
      </div>
    </section>
  );
}
