import { type ConvolutionState, INITIAL } from './settings.ts';
import { TASKS, type TaskName } from './tasks.ts';

/** The state a task begins with: its picture, an identity kernel of side 3, stride 1, padding 1, the whole output shown. */
export function beginTask(task: TaskName): ConvolutionState {
  const n = 6;
  return {
    ...INITIAL,
    picture: TASKS[task].picture,
    n,
    padding: 1,
    kernels: ['identity'],
    step: n * n,
    task,
  };
}
