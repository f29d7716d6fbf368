import type { Translator } from '#widgets/translator.ts';
import type { ConvolutionFrame } from './frame.ts';
import type { Hands } from './hands.ts';

/** A frame, the words for it, and what the reader may do with it. */
export interface PanelProps {
  readonly frame: ConvolutionFrame;
  readonly t: Translator;
  readonly hands?: Hands | undefined;
}
