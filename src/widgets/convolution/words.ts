import { sayFailure } from '#core/failures.ts';
import { shortNumber } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import { cellOf, slideOf, stepsOf } from './cells.ts';
import type { ConvolutionFrame } from './frame.ts';
import type { ImpossibleSetting } from './impossible.ts';
import { type ConvolutionState, RANGES } from './settings.ts';

/** A value of the output: whole, or with one decimal. */
export function outputText(value: number): string {
  return shortNumber(value, 1);
}

/** A place as it is read out: rows and columns from 1. */
export function spotOf({ row, column }: { readonly row: number; readonly column: number }): {
  readonly row: number;
  readonly column: number;
} {
  return { row: row + 1, column: column + 1 };
}

/** The output as far as it is computed; null for the cells still to come. */
export function outputSoFar({ output, state }: ConvolutionFrame): readonly (number | null)[] {
  return output.map((value, i) => (i < state.step ? value : null));
}

/** The size formula with the numbers of a state put in. */
export function formulaText(t: Translator, state: ConvolutionState): string {
  const { n, k, padding, stride, dilation } = slideOf(state);
  return t('convolution.size', { n, p: padding, d: dilation, k, s: stride });
}

/** Why the settings cannot be, and which number would have to change. */
export function impossibleText(t: Translator, state: ConvolutionState, failure: ImpossibleSetting): string {
  const { n, k, padding, dilation } = slideOf(state);
  // Padding that cannot be set is no way out.
  const closed = failure.code === 'convolution-kernel-too-big' && failure.padding > RANGES.padding.max;
  const numbers = { ...failure, n, k, padding, dilation, needed: failure.padding };
  return sayFailure(t, closed ? 'convolution-kernel-far-too-big' : failure.code, numbers);
}

/** The place of the present cell, for the player: 第 1 行第 2 列. */
export function placeText(t: Translator, state: ConvolutionState): string {
  const { row, column } = cellOf(state);
  return t('convolution.place', { row: row + 1, column: column + 1, step: state.step, steps: stepsOf(state) });
}

/** One sentence on the present cell, with its number. */
export function narrate(t: Translator, frame: ConvolutionFrame): string {
  const { state, reading, failure } = frame;
  if (failure !== null) return impossibleText(t, state, failure);
  if (reading === null) return '';
  const padded = reading.terms.filter((term) => term.padded).length;
  return t(state.mode === 'conv' && padded > 0 ? 'convolution.say.conv.padded' : `convolution.say.${state.mode}`, {
    row: reading.cell.row + 1,
    column: reading.cell.column + 1,
    channel: reading.cell.channel + 1,
    products: reading.terms.length,
    padded,
    n: reading.counted,
    sum: shortNumber(reading.sum),
    value: outputText(reading.value),
  });
}

/** How far a designed kernel has come, in words. */
export function taskVerdict(t: Translator, { task }: ConvolutionFrame): string {
  if (task === null) return '';
  if (!task.comparable) return t('convolution.task.shape');
  if (task.matches < task.cells) return t('convolution.task.notYet');
  return t(task.general ? 'convolution.task.done' : 'convolution.task.accident');
}
