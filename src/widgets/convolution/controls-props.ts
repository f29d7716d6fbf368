import type { Translator } from '#widgets/translator.ts';
import type { ConvolutionState } from './settings.ts';
import type { ConvolutionAction } from './state.ts';

/** What every control needs. */
export interface ControlsProps {
  readonly state: ConvolutionState;
  readonly disabled: boolean;
  readonly t: Translator;
  dispatch(action: ConvolutionAction): void;
}
