import { shortNumber } from '#core/format-number.ts';
import { Grid, type GridHands } from './Grid.tsx';
import type { Place } from './GridDrawing.tsx';
import type { PanelProps } from './panel-props.ts';
import { chosenIn } from './place.ts';
import { spotOf } from './words.ts';

/** The kernel of the present output channel as it slides, a grid an input channel. */
export function KernelGrids({ frame, t, hands }: PanelProps) {
  const { state, reading } = frame;
  const { channels, k, filters, flip } = state;
  const filter = reading?.cell.channel ?? 0;
  const kernel = frame.kernels[filter];
  if (kernel === undefined) return null;
  const heaviest = Math.max(1, ...frame.kernels.flatMap(({ weights }) => weights.map(Math.abs)));
  const handsOf = (channel: number): GridHands | undefined => {
    if (hands === undefined) return undefined;
    const first = channel * k * k;
    const at = ({ row, column }: Place): number => row * k + column;
    // What is seen may be turned; what is edited is the kernel before it is turned.
    const source = (place: Place): number => first + (flip === 'on' ? k * k - 1 - at(place) : at(place));
    const seen = (): Place | undefined => {
      const chosen = hands.weight === null ? undefined : chosenIn(hands.weight, channel, k);
      return chosen && flip === 'on' ? { row: k - 1 - chosen.row, column: k - 1 - chosen.column } : chosen;
    };
    const weight = (place: Place): number => kernel.weights[first + at(place)] ?? 0;
    return {
      at: seen(),
      onMove: (place) => hands.chooseWeight(source(place)),
      label: t('convolution.hands.kernel', { channel: channel + 1 }),
      reading: (place) => t('convolution.cellIs', { ...spotOf(place), value: shortNumber(weight(place)) }),
      onPick: (place) => hands.chooseWeight(source(place)),
      onType: (place, typed) => {
        const before = weight(place);
        hands.chooseWeight(source(place));
        hands.dispatch({
          kind: 'weight',
          filter,
          at: source(place),
          value: typed === 'negate' ? -before : before < 0 ? -typed : typed,
        });
      },
    };
  };
  return (
    <section class="part">
      <p class="part-title">
        {t('convolution.kernelOf', { filter: filter + 1, filters })}
        {kernel.divisor !== 1 && ` ÷ ${kernel.divisor}`}
      </p>
      <div class="stack">
        {Array.from({ length: channels }, (_, channel) => (
          <Grid
            key={channel}
            side={k}
            values={kernel.weights.slice(channel * k * k, (channel + 1) * k * k)}
            strongest={heaviest}
            tone="signed"
            text={(value) => shortNumber(value)}
            alt={t('convolution.alt.kernel', { channel: channel + 1, k, divisor: kernel.divisor })}
            hands={handsOf(channel)}
          />
        ))}
      </div>
    </section>
  );
}
