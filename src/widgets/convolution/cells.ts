/** The walk over the output: what slides, how many cells there are, which step computes which. */
import { outputSize, type Slide } from '#core/math/sliding-window.ts';
import { checkConvolution, checkPooling, type ImpossibleSetting } from './impossible.ts';
import type { ConvolutionState } from './settings.ts';

/** The window that slides: the kernel's or the pooling's; the whole picture for global pooling. */
export function slideOf(state: ConvolutionState): Slide {
  const { mode, n, k, padding, stride, dilation } = state;
  if (mode === 'conv') return { n, k, padding, stride, dilation };
  if (mode === 'global') return { n, k: n, padding: 0, stride: 1, dilation: 1 };
  return { n, k: state.window, padding: state.poolPadding, stride: state.poolStride, dilation: 1 };
}

/** What makes the settings impossible, or null. */
export function impossible(state: ConvolutionState): ImpossibleSetting | null {
  return state.mode === 'conv' ? checkConvolution(slideOf(state)) : checkPooling(slideOf(state));
}

/** Channels of the output. */
export function depthOf(state: ConvolutionState): number {
  return state.mode === 'conv' ? state.filters : state.channels;
}

/** Output cells there are; 1 where the settings are impossible, so that the player has somewhere to stand. */
export function stepsOf(state: ConvolutionState): number {
  return impossible(state) === null ? depthOf(state) * outputSize(slideOf(state)) ** 2 : 1;
}

/** A cell of the output; channel, row and column count from 0. */
export interface OutputCell {
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

/** The cell a step computes; output channels one after the other, row by row. */
export function cellOf(state: ConvolutionState, step = state.step): OutputCell {
  const side = impossible(state) === null ? outputSize(slideOf(state)) : 1;
  const at = step - 1;
  return { channel: Math.floor(at / (side * side)), row: Math.floor(at / side) % side, column: at % side };
}

/** The step that computes a cell. */
export function stepOf(state: ConvolutionState, { channel, row, column }: OutputCell): number {
  const side = outputSize(slideOf(state));
  return (channel * side + row) * side + column + 1;
}
