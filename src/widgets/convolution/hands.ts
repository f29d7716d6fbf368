import type { ConvolutionAction } from './state.ts';

/** What a reader does to the figures; absent in the figures the build draws, which only show. */
export interface Hands {
  dispatch(action: ConvolutionAction): void;
  /** Whether the pointer draws on the picture, and with which value. */
  readonly draws: boolean;
  readonly brush: number;
  /** The weight that the buttons under the kernel change. */
  readonly weight: { readonly at: number };
  chooseWeight(at: number): void;
  /** The pixel that the buttons under the picture change. */
  readonly pixel: { readonly at: number };
  choosePixel(at: number): void;
}
