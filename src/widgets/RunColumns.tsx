import type { ComponentChildren } from 'preact';
import { RUN_NAMES, type RunName } from './training-state.ts';

interface RunColumnsProps<Training> {
  readonly runs: Readonly<Record<RunName, Training | null>>;
  readonly disabled: boolean;
  legend(run: RunName): string;
  children(run: RunName, training: Training): ComponentChildren;
}

/** The settings of one run, or of two beside each other. */
export function RunColumns<Training>({ runs, disabled, legend, children }: RunColumnsProps<Training>) {
  return (
    <div class="columns">
      {RUN_NAMES.map((run) => {
        const training = runs[run];
        return (
          training !== null && (
            <fieldset key={run} class="training" disabled={disabled}>
              <legend>{legend(run)}</legend>
              {children(run, training)}
            </fieldset>
          )
        );
      })}
    </div>
  );
}
