import type { Translator } from './translator.ts';

/** What every control of a widget needs: what to show, and where to send what the reader does. */
export interface ControlsProps<State, Action> {
  readonly state: State;
  /** True until script runs. */
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: Action): void;
}
