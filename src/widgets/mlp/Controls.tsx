import { Chip } from '#widgets/Chip.tsx';
import type { ControlsProps } from '#widgets/controls-props.ts';
import { Picker } from '#widgets/Picker.tsx';
import { RunColumns } from '#widgets/RunColumns.tsx';
import { Select } from '#widgets/Select.tsx';
import { DATA_NAMES } from './data.ts';
import { type MlpAction, type MlpState, RANGES, STOPS, UNITS } from './state.ts';
import { TrainingFields } from './TrainingFields.tsx';

type MlpControls = ControlsProps<MlpState, MlpAction>;

/** The points: which set, how noisy, how many of them train. */
export function DataControls({ state, disabled, t, dispatch }: MlpControls) {
  return (
    <div class="data-controls">
      <Picker
        legend={t('mlp.data')}
        choices={DATA_NAMES}
        chosen={state.data}
        disabled={disabled}
        text={(data) => t(`mlp.data.${data}`)}
        onChoose={(data) => dispatch({ kind: 'data', data })}
      />
      <div class="fields">
        {(['noise', 'share'] as const).map((name) => {
          const { min, max, step } = RANGES[name];
          return (
            <Select
              key={name}
              label={t(`mlp.${name}`)}
              value={String(state[name])}
              choices={Array.from({ length: (max - min) / step + 1 }, (_, i) => String(min + i * step))}
              disabled={disabled || (name === 'noise' && state.data === 'own')}
              text={(value) => `${value}%`}
              onChoose={(value) => dispatch({ kind: 'set', name, value: Number(value) })}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What a step is, and when play stops by itself. */
export function ClockControls({ state, disabled, t, dispatch }: MlpControls) {
  return (
    <div class="clock">
      <Picker
        legend={t('mlp.unit')}
        choices={UNITS}
        chosen={state.unit}
        disabled={disabled}
        text={(unit) => t(`mlp.unit.${unit}`)}
        onChoose={(unit) => dispatch({ kind: 'unit', unit })}
      />
      <Select
        label={t('mlp.stop')}
        value={state.stop}
        choices={STOPS}
        disabled={disabled}
        text={(stop) => t(`mlp.stop.${stop}`)}
        onChoose={(stop) => dispatch({ kind: 'stop', stop })}
      />
    </div>
  );
}

/** Whether the losses stand on equal steps or equal factors. */
export function AxisControl({ state, disabled, t, dispatch }: MlpControls) {
  return (
    <div class="axis">
      <Chip
        checked={state.axis === 'log'}
        disabled={disabled}
        onChange={(on) => dispatch({ kind: 'axis', axis: on ? 'log' : 'linear' })}
      >
        {t('mlp.axisLog')}
      </Chip>
    </div>
  );
}

/** One run alone, or two beside each other; all settings of each. */
export function TrainingControls({ state, disabled, t, dispatch }: MlpControls) {
  return (
    <div class="trainings">
      <RunColumns
        runs={state}
        disabled={disabled}
        legend={(run) => (state.b === null ? t('mlp.settings') : t('mlp.settingsOf', { run: run.toUpperCase() }))}
      >
        {(run, training) => (
          <TrainingFields
            training={training}
            disabled={disabled}
            t={t}
            onChange={(change) => dispatch({ kind: 'train', run, change })}
          />
        )}
      </RunColumns>
      <Chip checked={state.b !== null} disabled={disabled} onChange={(on) => dispatch({ kind: 'compare', on })}>
        {t('mlp.compare')}
      </Chip>
      <p class="fact">{t('mlp.restarts')}</p>
    </div>
  );
}
