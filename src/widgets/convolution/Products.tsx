import { shortNumber } from '#core/format-number.ts';
import { Value } from '#widgets/TableTwin.tsx';
import type { Translator } from '#widgets/translator.ts';
import { slideOf } from './cells.ts';
import type { CellReading, ConvolutionFrame } from './frame.ts';
import { outputText } from './words.ts';

interface ProductsProps {
  readonly frame: ConvolutionFrame;
  readonly reading: CellReading;
  readonly t: Translator;
}

const signed = (value: number): string => (value < 0 ? `(${shortNumber(value)})` : String(value));

/** Every product of the present cell in the shape of the window, summed over each channel and then over all. */
export function Products({ frame, reading, t }: ProductsProps) {
  const { state } = frame;
  const { k } = slideOf(state);
  const channels = reading.channelSums.length;
  const convolves = state.mode === 'conv';
  return (
    <div class="sum">
      <p class="sum-title">
        {t(`convolution.sum.${state.mode}`, {
          row: reading.cell.row + 1,
          column: reading.cell.column + 1,
          channel: reading.cell.channel + 1,
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard */}
      <section class="windows table-scroll" tabIndex={0} aria-label={t('convolution.products')}>
        {Array.from({ length: channels }, (_, channel) => (
          <table key={channel}>
            {channels > 1 && <caption>{t('convolution.channelN', { n: channel + 1 })}</caption>}
            <tbody>
              {Array.from({ length: k }, (_, row) => (
                <tr key={row}>
                  {reading.terms.slice((channel * k + row) * k, (channel * k + row + 1) * k).map((term, column) => {
                    const at = row * k + column;
                    const wins = state.mode === 'max' && at === reading.largest;
                    return (
                      <td key={column} class={term.padded ? 'padded' : wins ? 'wins' : undefined}>
                        {convolves && (
                          <small>
                            {term.value}×{signed(term.weight)}
                          </small>
                        )}
                        {!convolves && term.padded ? (
                          '–'
                        ) : (
                          <Value
                            of={{
                              value: convolves ? term.product : term.value,
                              text: shortNumber(convolves ? term.product : term.value),
                            }}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </section>
      <Total state={state} reading={reading} t={t} />
    </div>
  );
}

/** The last line: channel sums added, divided, the bias put on; or the largest, or the mean. */
function Total({
  state,
  reading,
  t,
}: {
  readonly state: ConvolutionFrame['state'];
  readonly reading: CellReading;
  readonly t: Translator;
}) {
  const result = <Value of={{ value: reading.value, text: outputText(reading.value) }} />;
  if (state.mode === 'max')
    return (
      <p class="total">
        {t('convolution.total.max', { n: reading.counted })} = {result}
      </p>
    );
  const sum = <Value of={{ value: reading.sum, text: shortNumber(reading.sum) }} />;
  if (state.mode !== 'conv')
    return (
      <p class="total">
        {sum} ÷ {reading.divisor} = {result}
        <span class="gloss"> {t('convolution.total.average', { n: reading.counted })}</span>
      </p>
    );
  return (
    <>
      {reading.channelSums.length > 1 && (
        <p class="total">
          {reading.channelSums.map((value, i) => (
            <span key={i}>
              {i > 0 && ' + '}
              <Value of={{ value, text: signed(value) }} />
            </span>
          ))}{' '}
          = {sum}
        </p>
      )}
      <p class="total">
        {sum}
        {reading.divisor !== 1 && ` ÷ ${reading.divisor}`}
        {` + ${signed(state.bias)} = `}
        {result}
        <span class="gloss"> {t('convolution.total.conv', { bias: shortNumber(state.bias) })}</span>
      </p>
    </>
  );
}
