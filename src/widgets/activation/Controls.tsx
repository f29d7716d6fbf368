import { shortNumber } from '#core/format-number.ts';
import { Chip } from '#widgets/Chip.tsx';
import type { ControlsProps } from '#widgets/controls-props.ts';
import { Picker } from '#widgets/Picker.tsx';
import type { Panel } from './presets.ts';
import { type ActivationAction, type ActivationState, FUNCTION_NAMES, type NumericName, RANGES } from './state.ts';
import { functionName } from './words.ts';

type ActivationControls = ControlsProps<ActivationState, ActivationAction>;
/** What has a slider. */
type SettingName = Exclude<NumericName, 'seed'>;

/** Which functions are drawn, and which of them has the tangent and goes through the layer. */
export function FunctionPicker({ state, disabled, t, dispatch }: ActivationControls) {
  return (
    <>
      <fieldset class="picker" disabled={disabled}>
        <legend>{t('activation.pick')}</legend>
        {FUNCTION_NAMES.map((name) => {
          const chosen = state.functions.includes(name);
          return (
            <Chip
              key={name}
              checked={chosen}
              disabled={disabled || state.functions.length === (chosen ? 1 : 3)}
              onChange={() => dispatch({ kind: 'toggle', name })}
            >
              {functionName(t, name)}
            </Chip>
          );
        })}
      </fieldset>
      {state.functions.length > 1 && (
        <Picker
          legend={t('activation.lead.pick')}
          choices={FUNCTION_NAMES.filter((name) => state.functions.includes(name))}
          chosen={state.functions[0] ?? null}
          disabled={disabled}
          text={(name) => functionName(t, name)}
          onChoose={(name) => dispatch({ kind: 'lead', name })}
        />
      )}
    </>
  );
}

/** The settings that have a say in a panel; none where nothing can be set. */
export function Settings({ names, ...rest }: { readonly names: readonly SettingName[] } & ActivationControls) {
  return names.length === 0 ? null : (
    <div class="settings">
      {names.map((name) => (
        <Slider key={name} name={name} {...rest} />
      ))}
    </div>
  );
}

/** What can be set in a panel, given the functions chosen and what the player already moves. */
export function settingsOf(panel: Panel, state: ActivationState): readonly SettingName[] {
  const has = (...names: readonly string[]): boolean => state.functions.some((name) => names.includes(name));
  switch (panel) {
    case 'curves':
      return [
        ...(has('leaky', 'elu') ? (['alpha'] as const) : []),
        ...(has('softplus', 'silu') ? (['beta'] as const) : []),
      ];
    case 'depth':
      return [state.stepping === 'x' ? 'depth' : 'x'];
    case 'layer':
      return ['shift', 'spread'];
  }
}

/** One setting: a slider, its value, and two buttons that do what dragging does. */
function Slider({ name, state, disabled, t, dispatch }: { readonly name: SettingName } & ActivationControls) {
  const { min, max, step } = name === 'x' ? { min: -5, max: 5, step: 0.1 } : RANGES[name];
  const value = state[name];
  const set = (next: number): void => dispatch({ kind: 'set', name, value: next });
  const label = t(`activation.${name}`);
  return (
    <fieldset class="slider" aria-label={label} disabled={disabled}>
      <label>
        <span>{label}</span>
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          onInput={(event) => set(event.currentTarget.valueAsNumber)}
        />
        <data class="reading" value={value}>
          {shortNumber(value)}
        </data>
      </label>
      <button
        type="button"
        disabled={disabled || value <= min}
        aria-label={t('lab.less', { name: label })}
        onClick={() => set(value - step)}
      >
        −
      </button>
      <button
        type="button"
        disabled={disabled || value >= max}
        aria-label={t('lab.more', { name: label })}
        onClick={() => set(value + step)}
      >
        +
      </button>
    </fieldset>
  );
}
