import { stream } from '#core/random/stream.ts';
import { stepsOf } from '#widgets/convolution/cells.ts';
import { KERNEL_NAMES, printKernel } from '#widgets/convolution/kernels.ts';
import { PICTURES } from '#widgets/convolution/pictures.ts';
import { type ConvolutionState, INITIAL, MODES, RANGES } from '#widgets/convolution/settings.ts';
import { TASK_NAMES } from '#widgets/convolution/tasks.ts';

/** A state with every property drawn from its whole range. */
export function drawState(seed: number): ConvolutionState {
  const from = stream('fuzz-convolution', seed);
  const number = ({ min, max }: { min: number; max: number }): number => min + from.below(max - min + 1);
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item => items[from.below(items.length)] ?? otherwise;
  const [n, channels, filters, k] = [RANGES.n, RANGES.channels, RANGES.filters, RANGES.k].map(number) as [
    number,
    number,
    number,
    number,
  ];
  const state: ConvolutionState = {
    mode: pick(MODES, 'conv'),
    picture: pick(
      PICTURES.filter((name) => name !== 'own'),
      'cross',
    ),
    n,
    channels,
    filters,
    pixels: from.below(2) === 0 ? '' : Array.from({ length: channels * n * n }, () => from.below(10)).join(''),
    kernels: Array.from({ length: filters }, () =>
      from.below(2) === 0
        ? pick(KERNEL_NAMES, 'box')
        : printKernel({
            weights: Array.from({ length: channels * k * k }, () => from.below(19) - 9),
            divisor: 1 + from.below(99),
          }),
    ),
    k,
    stride: number(RANGES.stride),
    padding: number(RANGES.padding),
    dilation: number(RANGES.dilation),
    bias: number(RANGES.bias),
    flip: from.below(2) === 0 ? 'off' : 'on',
    window: number(RANGES.window),
    poolStride: number(RANGES.poolStride),
    poolPadding: number(RANGES.poolPadding),
    step: 1,
    k2: number(RANGES.k2),
    s2: number(RANGES.s2),
    d2: number(RANGES.d2),
    k3: number(RANGES.k3),
    s3: number(RANGES.s3),
    d3: number(RANGES.d3),
    task: pick(['none', ...TASK_NAMES] as const, 'none'),
  };
  return { ...state, step: 1 + from.below(stepsOf(state)) };
}

/** {@link INITIAL} with changes. */
export const stateWith = (change: Partial<ConvolutionState>): ConvolutionState => ({ ...INITIAL, ...change });
