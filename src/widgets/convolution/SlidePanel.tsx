import { shortNumber } from '#core/format-number.ts';
import { type Cell, Value } from '#widgets/TableTwin.tsx';
import { KernelGrids } from './KernelGrids.tsx';
import { OutputGrids } from './OutputGrids.tsx';
import { PictureGrids } from './PictureGrids.tsx';
import { Products } from './Products.tsx';
import type { PanelProps } from './panel-props.ts';
import { SlideTables } from './SlideTables.tsx';
import { formulaText, impossibleText, outputText } from './words.ts';

const whole = (value: number): Cell => ({ value, text: shortNumber(value) });

/** The picture, the kernel, the output so far, and the sum of the present cell. */
export function SlidePanel(props: PanelProps) {
  const { frame, t } = props;
  const { state, reading, side, failure } = frame;
  const { channels, k, mode, filters } = state;
  return (
    <>
      {failure !== null && (
        <p class="impossible" role="alert">
          {impossibleText(t, state, failure)}
        </p>
      )}
      <div class="grids">
        <PictureGrids {...props} />
        {mode === 'conv' && <KernelGrids {...props} />}
        <OutputGrids {...props} />
      </div>
      {reading && <Products frame={frame} reading={reading} t={t} />}
      <p class="formula">
        {mode === 'global' ? t('convolution.globalSize') : formulaText(t, state)} ={' '}
        {side > 0 ? <Value of={whole(side)} /> : t('convolution.none')}
      </p>
      <p class="fact">
        {mode === 'conv' ? (
          <>
            {t('convolution.parameters', { k, channels, filters })} = <Value of={whole(frame.parameters)} />
            {side > 0 && (
              <>
                <br />
                {t(`convolution.turned.${state.flip}`)}{' '}
                <Value of={{ value: frame.flipDifference, text: outputText(frame.flipDifference) }} />
              </>
            )}
          </>
        ) : (
          t('convolution.noParameters')
        )}
      </p>
      <SlideTables {...props} />
    </>
  );
}
