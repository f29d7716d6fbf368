/** What the model answers: everything the view draws, as plain numbers. */

import type { OutputCell } from './cells.ts';
import type { ImpossibleSetting } from './impossible.ts';
import type { Kernel } from './kernels.ts';
import type { ConvolutionState } from './settings.ts';

/** One product of the sum on screen. */
export interface Term {
  readonly channel: number;
  /** Place in the picture, padding included as negative numbers or numbers from n. */
  readonly row: number;
  readonly column: number;
  readonly padded: boolean;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** The cell being computed, written out. */
export interface CellReading {
  readonly cell: OutputCell;
  /** Input channels one after the other, each row by row. */
  readonly terms: readonly Term[];
  /** Sum of the products of each input channel. */
  readonly channelSums: readonly number[];
  readonly sum: number;
  readonly divisor: number;
  readonly value: number;
  /** For pooling: cells of the window inside the picture, and which term is the largest. */
  readonly counted: number;
  readonly largest: number;
}

/** How the output answers when the picture moves one cell to the right. */
export interface ShiftReading {
  /** The output of the moved picture. */
  readonly output: readonly number[];
  /** Cells with the same value as before, cells that have their left neighbour's, and how many are compared. */
  readonly stayed: number;
  readonly followed: number;
  readonly cells: number;
  /** Cells that have a left neighbour. */
  readonly neighbours: number;
}

/** A layer of the receptive field. */
export interface LayerReading {
  readonly k: number;
  readonly stride: number;
  readonly dilation: number;
  /** Side of the layer's output for this picture, without padding; 0 where it does not fit. */
  readonly size: number;
  /** Input cells from one unit to the next, and input cells a unit sees in a row. */
  readonly jump: number;
  readonly field: number;
}

/** How near a designed kernel is to what was asked. */
export interface TaskReading {
  readonly target: readonly number[];
  /** Whether the output has the shape of what is asked, one channel from one. */
  readonly comparable: boolean;
  readonly matches: number;
  readonly cells: number;
  /** Whether it also gives what was asked on the other pictures. */
  readonly general: boolean;
}

/** Everything the view draws, for one state. */
export interface ConvolutionFrame {
  readonly state: ConvolutionState;
  readonly failure: ImpossibleSetting | null;
  /** Pixels, channel by channel, row by row. */
  readonly input: readonly number[];
  /** The kernels as they slide: turned when the state says so. */
  readonly kernels: readonly Kernel[];
  /** Side of the output, 0 when there is none, and its values, channel by channel. */
  readonly side: number;
  readonly output: readonly number[];
  readonly reading: CellReading | null;
  /** For max pooling: the place in the picture of each output cell's largest value. */
  readonly trail: readonly { readonly row: number; readonly column: number }[];
  readonly shift: ShiftReading | null;
  /** Largest difference, over the output, that turning the kernel makes. */
  readonly flipDifference: number;
  readonly parameters: number;
  readonly layers: readonly LayerReading[];
  readonly task: TaskReading | null;
}
