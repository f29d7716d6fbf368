import { Stepper } from '#widgets/Stepper.tsx';
import { cellOf } from './cells.ts';
import type { ControlsProps } from './controls-props.ts';
import type { Hands } from './hands.ts';
import { HEAVIEST, KERNEL_NAMES, MAX_DIVISOR } from './kernels.ts';
import { PlaceSteppers } from './PlaceSteppers.tsx';
import { numberOf, placeAt } from './place.ts';
import { kernelsOf } from './settings.ts';

/** The kernel of the present output channel: by name, or weight by weight. */
export function KernelTools({ state, disabled, t, dispatch, hands }: ControlsProps & { readonly hands: Hands }) {
  if (state.mode !== 'conv') return null;
  const { k } = state;
  const filter = cellOf(state).channel;
  const kernel = kernelsOf(state)[filter];
  const text = state.kernels[filter] ?? '';
  if (kernel === undefined) return null;
  const at = Math.min(hands.weight ?? 0, kernel.weights.length - 1);
  const named = KERNEL_NAMES.some((name) => name === text);
  return (
    <>
      <fieldset class="bench" disabled={disabled}>
        <legend>{t('convolution.bench.kernel')}</legend>
        <label class="choose">
          <span>{t('convolution.kernelFor', { filter: filter + 1, filters: state.filters })}</span>
          <select
            disabled={disabled}
            value={named ? text : 'own'}
            onChange={(event) => {
              const name = KERNEL_NAMES.find((each) => each === event.currentTarget.value);
              if (name !== undefined) dispatch({ kind: 'kernel', filter, name });
            }}
          >
            {!named && <option value="own">{t('convolution.kernel.own')}</option>}
            {KERNEL_NAMES.map((name) => (
              <option key={name} value={name}>
                {t(`convolution.kernel.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <Stepper
          label={t('convolution.divisor')}
          value={kernel.divisor}
          min={1}
          max={MAX_DIVISOR}
          disabled={disabled}
          t={t}
          onChange={(value) => dispatch({ kind: 'divisor', filter, value })}
        />
      </fieldset>
      <fieldset class="bench" disabled={disabled}>
        <legend>{t('convolution.bench.weight')}</legend>
        <PlaceSteppers
          place={placeAt(at, k)}
          side={k}
          depth={state.channels}
          disabled={disabled}
          t={t}
          onPlace={(place) => hands.chooseWeight(numberOf(place, k))}
        />
        <Stepper
          label={t('convolution.value')}
          value={kernel.weights[at] ?? 0}
          min={-HEAVIEST}
          max={HEAVIEST}
          disabled={disabled}
          t={t}
          onChange={(value) => {
            hands.chooseWeight(at);
            dispatch({ kind: 'weight', filter, at, value });
          }}
        />
      </fieldset>
    </>
  );
}
