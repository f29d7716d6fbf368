import type { Kernel } from './kernels.ts';
import type { PictureName } from './pictures.ts';

/** Kernels to be designed: a result is shown, the kernel that makes it is not. */
export const TASK_NAMES = ['move', 'row-mean', 'vertical', 'outline', 'negative'] as const;

/** A task of the widget. */
export type TaskName = (typeof TASK_NAMES)[number];

/** A task: kernel of side 3 and bias that give the wanted picture, at stride 1 and padding 1. */
export interface Task {
  readonly kernel: Kernel;
  readonly bias: number;
  readonly picture: PictureName;
}

/** Pictures on which an answer must hold besides the one on screen, so that none is right by accident. */
export const PROBES: readonly PictureName[] = ['photo', 'digit'];

/** Task by name. */
export const TASKS: Readonly<Record<TaskName, Task>> = {
  move: { kernel: { weights: [0, 0, 0, 0, 0, 1, 0, 0, 0], divisor: 1 }, bias: 0, picture: 'digit' },
  'row-mean': { kernel: { weights: [0, 0, 0, 1, 1, 1, 0, 0, 0], divisor: 3 }, bias: 0, picture: 'checker' },
  vertical: { kernel: { weights: [0, 0, 0, -1, 0, 1, 0, 0, 0], divisor: 1 }, bias: 0, picture: 'cross' },
  outline: { kernel: { weights: [-1, -1, -1, -1, 8, -1, -1, -1, -1], divisor: 1 }, bias: 0, picture: 'cross' },
  negative: { kernel: { weights: [0, 0, 0, 0, -1, 0, 0, 0, 0], divisor: 1 }, bias: 9, picture: 'photo' },
};
