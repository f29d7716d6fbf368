/** What is wrong with settings that leave no output. */
import type { CodeOf } from '#core/failures.ts';
import { type Slide, spanOf } from '#core/math/sliding-window.ts';

/** What makes a setting impossible. */
export type ImpossibleCode = Extract<
  CodeOf<'convolution'>,
  'convolution-kernel-too-big' | 'convolution-window-too-big' | 'convolution-pool-padding'
>;

/** A setting that cannot be, with the numbers that make it so and what would do. */
export interface ImpossibleSetting {
  readonly code: ImpossibleCode;
  /** Cells the window spans, and cells there are to span. */
  readonly span: number;
  readonly room: number;
  /** The padding a side that is enough, if any allowed one is; the dilation or window that fits as it is. */
  readonly padding: number;
  readonly largest: number;
}

/** Side of the largest kernel that fits once: the k with d(k − 1) + 1 ≤ n + 2P. */
export function largestKernel({ n, padding, dilation }: Omit<Slide, 'k' | 'stride'>): number {
  return Math.floor((n + 2 * padding - 1) / dilation) + 1;
}

/** Why a convolution cannot be, or null. */
export function checkConvolution(slide: Slide): ImpossibleSetting | null {
  const span = spanOf(slide.k, slide.dilation);
  const room = slide.n + 2 * slide.padding;
  if (span <= room) return null;
  return {
    code: 'convolution-kernel-too-big',
    span,
    room,
    padding: Math.ceil((span - slide.n) / 2),
    largest: largestKernel(slide),
  };
}

/** Why a pooling cannot be, or null: the window must fit, and every window must hold a cell of the picture. */
export function checkPooling(slide: Slide): ImpossibleSetting | null {
  const room = slide.n + 2 * slide.padding;
  const common = { span: slide.k, room, padding: slide.k - 1, largest: room };
  if (slide.padding >= slide.k) return { code: 'convolution-pool-padding', ...common };
  return slide.k > room ? { code: 'convolution-window-too-big', ...common } : null;
}
