import { cellOf } from './cells.ts';
import type { ControlsProps } from './controls-props.ts';
import type { Hands } from './hands.ts';
import { KERNEL_NAMES } from './kernels.ts';
import { Stepper } from './Stepper.tsx';
import { kernelsOf } from './settings.ts';

/** The kernel of the present output channel: by name, or weight by weight. */
export function KernelTools({ state, disabled, t, dispatch, hands }: ControlsProps & { readonly hands: Hands }) {
  if (state.mode !== 'conv') return null;
  const { k } = state;
  const filter = cellOf(state).channel;
  const kernel = kernelsOf(state)[filter];
  const text = state.kernels[filter] ?? '';
  if (kernel === undefined) return null;
  const at = Math.min(hands.weight.at, kernel.weights.length - 1);
  const named = KERNEL_NAMES.some((name) => name === text);
  return (
    <div class="bench">
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
        label={t('convolution.weight', {
          channel: Math.floor(at / (k * k)) + 1,
          row: (Math.floor(at / k) % k) + 1,
          column: (at % k) + 1,
        })}
        value={kernel.weights[at] ?? 0}
        min={-9}
        max={9}
        disabled={disabled}
        t={t}
        onChange={(value) => dispatch({ kind: 'weight', filter, at, value })}
      />
      <Stepper
        label={t('convolution.divisor')}
        value={kernel.divisor}
        min={1}
        max={99}
        disabled={disabled}
        t={t}
        onChange={(value) => dispatch({ kind: 'divisor', filter, value })}
      />
    </div>
  );
}
