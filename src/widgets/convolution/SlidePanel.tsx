import { shortNumber } from '#core/format-number.ts';
import { type Cell, TableTwin, Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { Grid, type Place } from './Grid.tsx';
import type { Hands } from './hands.ts';
import type { ConvolutionFrame } from './model.ts';
import { Products } from './Products.tsx';
import { slideOf, stepOf } from './state.ts';
import { formulaText, impossibleText, outputText } from './words.ts';

/** A frame, the words for it, and what the reader may do with it. */
export interface PanelProps {
  readonly frame: ConvolutionFrame;
  readonly t: Translator;
  readonly hands?: Hands | undefined;
}

const whole = (value: number): Cell => ({ value, text: shortNumber(value) });

/** Numbers of square grids as rows of a table: channel, row, then the columns. */
function rowsOf(values: readonly (number | null)[], side: number, channels: number): readonly (readonly Cell[])[] {
  return Array.from({ length: channels * side }, (_, i) => [
    whole(Math.floor(i / side) + 1),
    whole((i % side) + 1),
    ...Array.from({ length: side }, (_, column): Cell => {
      const value = values[i * side + column] ?? null;
      return value === null ? '·' : whole(value);
    }),
  ]);
}

/** The picture, the kernel, the output so far, and the sum of the present cell. */
export function SlidePanel({ frame, t, hands }: PanelProps) {
  const { state, reading, side, failure } = frame;
  const { n, channels, k, mode } = state;
  const slide = slideOf(state);
  const cell = reading?.cell ?? { channel: 0, row: 0, column: 0 };
  const done = frame.output.map((value, i) => (i < state.step ? value : null));
  const deep = side === 0 ? 0 : frame.output.length / (side * side);
  const strongest = Math.max(1, ...frame.output.map(Math.abs));
  const heaviest = Math.max(1, ...frame.kernels.flatMap(({ weights }) => weights.map(Math.abs)));
  const window =
    reading === null
      ? undefined
      : {
          at: {
            row: cell.row * slide.stride - slide.padding,
            column: cell.column * slide.stride - slide.padding,
          },
          k: slide.k,
          dilation: slide.dilation,
        };
  const shown = (channel: number): boolean => mode === 'conv' || channel === cell.channel;
  const trail = (channel: number): readonly Place[] =>
    frame.trail.filter((_, i) => Math.floor(i / (side * side)) === channel && i < state.step);
  const kernel = frame.kernels[cell.channel];
  const spot = (place: Place): { row: number; column: number } => ({ row: place.row + 1, column: place.column + 1 });
  const flipped = (at: number): number => (state.flip === 'on' ? k * k - 1 - at : at);
  return (
    <>
      {failure !== null && (
        <p class="impossible" role="alert">
          {impossibleText(t, state, failure)}
        </p>
      )}
      <div class="grids">
        <section class="part">
          <p class="part-title">{t('convolution.input', { n, channels })}</p>
          <div class="stack">
            {Array.from({ length: channels }, (_, channel) => {
              const first = channel * n * n;
              return (
                <Grid
                  key={channel}
                  side={n}
                  ring={slide.padding}
                  values={frame.input.slice(first, first + n * n)}
                  strongest={9}
                  tone="grey"
                  text={String}
                  alt={t('convolution.alt.input', {
                    channel: channel + 1,
                    n,
                    padding: slide.padding,
                    row: cell.row + 1,
                    column: cell.column + 1,
                  })}
                  window={shown(channel) ? window : undefined}
                  rings={mode === 'max' ? trail(channel) : undefined}
                  hands={
                    hands && {
                      label: t('convolution.hands.input', { channel: channel + 1 }),
                      reading: (place) =>
                        t('convolution.cellIs', {
                          ...spot(place),
                          value: frame.input[first + place.row * n + place.column] ?? 0,
                        }),
                      onPick: (place) => {
                        const at = first + place.row * n + place.column;
                        hands.choosePixel(at);
                        if (hands.draws) hands.dispatch({ kind: 'pixel', at, value: hands.brush });
                      },
                      onType: (place, typed) => {
                        const at = first + place.row * n + place.column;
                        hands.choosePixel(at);
                        if (typed !== 'negate') hands.dispatch({ kind: 'pixel', at, value: typed });
                      },
                      draws: hands.draws,
                    }
                  }
                />
              );
            })}
          </div>
        </section>
        {mode === 'conv' && kernel && (
          <section class="part">
            <p class="part-title">
              {t('convolution.kernelOf', { filter: cell.channel + 1, filters: state.filters })}
              {kernel.divisor !== 1 && ` ÷ ${kernel.divisor}`}
            </p>
            <div class="stack">
              {Array.from({ length: channels }, (_, channel) => {
                const first = channel * k * k;
                return (
                  <Grid
                    key={channel}
                    side={k}
                    values={kernel.weights.slice(first, first + k * k)}
                    strongest={heaviest}
                    tone="signed"
                    text={(value) => shortNumber(value)}
                    alt={t('convolution.alt.kernel', { channel: channel + 1, k, divisor: kernel.divisor })}
                    hands={
                      hands && {
                        label: t('convolution.hands.kernel', { channel: channel + 1 }),
                        reading: (place) =>
                          t('convolution.cellIs', {
                            ...spot(place),
                            value: shortNumber(kernel.weights[first + place.row * k + place.column] ?? 0),
                          }),
                        onPick: (place) => hands.chooseWeight(first + flipped(place.row * k + place.column)),
                        onType: (place, typed) => {
                          const at = place.row * k + place.column;
                          const before = kernel.weights[first + at] ?? 0;
                          hands.chooseWeight(first + flipped(at));
                          hands.dispatch({
                            kind: 'weight',
                            filter: cell.channel,
                            at: first + flipped(at),
                            value: typed === 'negate' ? -before : before < 0 ? -typed : typed,
                          });
                        },
                      }
                    }
                  />
                );
              })}
            </div>
          </section>
        )}
        {side > 0 && (
          <section class="part">
            <p class="part-title">{t('convolution.output', { side, depth: deep })}</p>
            <div class="stack">
              {Array.from({ length: deep }, (_, channel) => {
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
                    current={channel === cell.channel ? cell : undefined}
                    hands={
                      hands && {
                        label: t('convolution.hands.output', { channel: channel + 1 }),
                        reading: (place) => {
                          const value = done[first + place.row * side + place.column] ?? null;
                          return value === null
                            ? t('convolution.cellEmpty', spot(place))
                            : t('convolution.cellIs', { ...spot(place), value: outputText(value) });
                        },
                        onPick: (place) =>
                          hands.dispatch({ kind: 'set', name: 'step', value: stepOf(state, { channel, ...place }) }),
                      }
                    }
                  />
                );
              })}
            </div>
          </section>
        )}
      </div>
      {reading && <Products frame={frame} reading={reading} t={t} />}
      <p class="formula">
        {mode === 'global' ? t('convolution.globalSize') : formulaText(t, state)} ={' '}
        {side > 0 ? <Value of={whole(side)} /> : t('convolution.none')}
      </p>
      <p class="fact">
        {mode === 'conv' ? (
          <>
            {t('convolution.parameters', { k, channels, filters: state.filters })} ={' '}
            <Value of={whole(frame.parameters)} />
          </>
        ) : (
          t('convolution.noParameters')
        )}
      </p>
      <div class="twins">
        <TableTwin
          t={t}
          named
          name={t('convolution.table.input')}
          columns={[
            t('convolution.channel'),
            t('convolution.row'),
            ...Array.from({ length: n }, (_, i) => String(i + 1)),
          ]}
          rows={rowsOf(frame.input, n, channels)}
        />
        {mode === 'conv' && kernel && (
          <TableTwin
            t={t}
            named
            name={t('convolution.table.kernel')}
            columns={[
              t('convolution.channel'),
              t('convolution.row'),
              ...Array.from({ length: k }, (_, i) => String(i + 1)),
            ]}
            rows={rowsOf(kernel.weights, k, channels)}
          />
        )}
        {side > 0 && (
          <TableTwin
            t={t}
            named
            name={t('convolution.table.output')}
            columns={[
              t('convolution.channel'),
              t('convolution.row'),
              ...Array.from({ length: side }, (_, i) => String(i + 1)),
            ]}
            rows={rowsOf(done, side, deep)}
          />
        )}
      </div>
    </>
  );
}
