import type { ConvolutionAction } from './state.ts';

/** What a reader does to the figures; absent in the figures the build draws, which only show. */
export interface Hands {
  dispatch(action: ConvolutionAction): void;
  /** Whether the pointer draws on the picture, and with which value. */
  readonly draws: boolean;
  readonly brush: number;
  /** The weight that is marked and that the buttons under the kernel change; null before one is chosen. */
  readonly weight: number | null;
  chooseWeight(at: number): void;
  /** The pixel that is marked and that the buttons under the picture change; null before one is chosen. */
  readonly pixel: number | null;
  choosePixel(at: number): void;
}
