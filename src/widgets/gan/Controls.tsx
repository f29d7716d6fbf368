import { Chip } from '#widgets/Chip.tsx';
import type { ControlsProps } from '#widgets/controls-props.ts';
import { Picker } from '#widgets/Picker.tsx';
import { RunColumns } from '#widgets/RunColumns.tsx';
import { Select } from '#widgets/Select.tsx';
import { DATA_NAMES } from './distributions.ts';
import { type GanAction, type GanState, LAYERS, NOISES } from './state.ts';
import { STOPS } from './stops.ts';
import { TrainingFields } from './TrainingFields.tsx';

type GanControls = ControlsProps<GanState, GanAction>;

/** What G is to imitate, and the noise it starts from. */
export function TaskControls({ state, disabled, t, dispatch }: GanControls) {
  return (
    <div class="task-controls">
      <Picker
        legend={t('gan.data')}
        choices={DATA_NAMES}
        chosen={state.data}
        disabled={disabled}
        text={(data) => t(`gan.data.${data}`)}
        whyNot={(data) => (data === 'drawn' && state.spots.length === 0 ? t('gan.drawFirst') : undefined)}
        onChoose={(data) => dispatch({ kind: 'data', data })}
      />
      <Picker
        legend={t('gan.noise')}
        choices={NOISES}
        chosen={state.noise}
        disabled={disabled}
        text={(noise) => t(`gan.noise.${noise}`)}
        onChoose={(noise) => dispatch({ kind: 'noise', noise })}
      />
    </div>
  );
}

/** When play stops by itself. */
export function StopControl({ state, disabled, t, dispatch }: GanControls) {
  return (
    <Select
      label={t('gan.stop')}
      value={state.stop}
      choices={STOPS}
      disabled={disabled}
      text={(stop) => t(`gan.stop.${stop}`)}
      onChoose={(stop) => dispatch({ kind: 'stop', stop })}
    />
  );
}

/** What is drawn on the plane. */
export function LayerControls({ state, disabled, t, dispatch }: GanControls) {
  return (
    <fieldset class="picker layers" disabled={disabled}>
      <legend>{t('gan.show')}</legend>
      {LAYERS.map((layer) => (
        <Chip
          key={layer}
          checked={state.layers.includes(layer)}
          disabled={disabled}
          onChange={() => dispatch({ kind: 'layer', layer })}
        >
          <span class={`key ${layer}`}>{t(`gan.show.${layer}`)}</span>
        </Chip>
      ))}
    </fieldset>
  );
}

/** One training alone, or two beside each other; and all settings of each. */
export function TrainingControls({ state, disabled, t, dispatch }: GanControls) {
  return (
    <div class="trainings">
      <Chip checked={state.b !== null} disabled={disabled} onChange={(on) => dispatch({ kind: 'compare', on })}>
        {t('gan.compare')}
      </Chip>
      <RunColumns
        runs={state}
        disabled={disabled}
        legend={(run) => (state.b === null ? t('gan.training') : t(`gan.run.${run === 'a' ? 0 : 1}`))}
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
      <p class="fact">{t('gan.restarts')}</p>
    </div>
  );
}
