import { outputSize, spanOf } from '#core/math/sliding-window.ts';
import type { Prompt } from '#widgets/PredictionCard.tsx';
import type { Translator } from '#widgets/translator.ts';
import { slideOf } from './cells.ts';
import type { ConvolutionFrame } from './frame.ts';
import { checkConvolution, checkPooling, largestKernel } from './impossible.ts';
import type { Panel } from './presets.ts';
import type { ConvolutionState } from './settings.ts';
import { outputText } from './words.ts';

/** Options from numbers: the right one and the usual mistakes, each once, smallest first, at most four. */
function numbers(
  right: number,
  mistakes: readonly number[],
  text: (value: number) => string,
): Pick<Prompt, 'options' | 'answer'> {
  const wrong = [...new Set(mistakes)].filter((value) => value !== right && value >= 0 && Number.isFinite(value));
  const fill = [right + 1, right + 2, Math.max(0, right - 1)].filter((value) => value !== right);
  const all = [...new Set([right, ...wrong, ...fill])].slice(0, 4).sort((a, b) => a - b);
  return { options: all.map((value) => ({ id: String(value), text: text(value) })), answer: String(right) };
}

const choices = <Id extends string>(ids: readonly Id[], text: (id: Id) => string): Prompt['options'] =>
  ids.map((id) => ({ id, text: text(id) }));

/** How large the output is, one stride further than on screen so that the answer is not to be read off. */
function askSize(t: Translator, state: ConvolutionState): Prompt | null {
  if (state.mode === 'global') return null;
  const check = state.mode === 'conv' ? checkConvolution : checkPooling;
  const now = slideOf(state);
  const further = { ...now, stride: (now.stride % 3) + 1 };
  const slide = [{ ...further, padding: now.padding + 1 }, further].find((each) => check(each) === null);
  if (slide === undefined) return null;
  const { n, k, padding, stride, dilation } = slide;
  const side = outputSize(slide);
  const by = (value: number): string => `${value}×${value}`;
  return {
    id: 'size',
    question: t('convolution.ask.size', { n, k, p: padding, s: stride, d: dilation }),
    ...numbers(
      side,
      [
        outputSize({ ...slide, padding: 0 }),
        outputSize({ ...slide, stride: 1 }),
        // Padding counted once, for both sides.
        outputSize({ ...slide, padding: padding / 2 }),
        side - 1,
      ],
      by,
    ),
    why: t('convolution.ask.size.why', { n, k, p: padding, s: stride, d: dilation, side }),
  };
}

/** How large a kernel may be, one dilation further than on screen. */
function askLargest(t: Translator, { n, padding, dilation }: ConvolutionState): Prompt {
  const d = (dilation % 3) + 1;
  const room = n + 2 * padding;
  const right = largestKernel({ n, padding, dilation: d });
  return {
    id: 'largest',
    question: t('convolution.ask.largest', { n, p: padding, d }),
    ...numbers(right, [room, n, right - 1, Math.floor(room / d)], String),
    why: t('convolution.ask.largest.why', { room, right, span: spanOf(right, d), next: spanOf(right + 1, d) }),
  };
}

function askParameters(t: Translator, frame: ConvolutionFrame): Prompt | null {
  const { k, channels, filters, mode } = frame.state;
  if (mode !== 'conv')
    return {
      id: 'parameters',
      question: t('convolution.ask.poolParameters'),
      ...numbers(0, [frame.state.window ** 2, frame.state.window ** 2 + 1, 1], String),
      why: t('convolution.ask.poolParameters.why'),
    };
  const more = filters + 1;
  const right = (k * k * channels + 1) * more;
  return {
    id: 'parameters',
    question: t('convolution.ask.parameters', { k, channels, filters: more }),
    ...numbers(right, [k * k * channels * more, k * k * more + 1, (k * k + 1) * channels * more], String),
    why: t('convolution.ask.parameters.why', { k, channels, filters: more, right }),
  };
}

function askFlip(t: Translator, frame: ConvolutionFrame): Prompt | null {
  if (frame.state.mode !== 'conv' || frame.failure !== null) return null;
  const answer = frame.flipDifference < 1e-5 ? 'same' : 'different';
  return {
    id: 'flip',
    question: t('convolution.ask.flip'),
    options: choices(['same', 'different'], (id) => t(`convolution.ask.flip.${id}`)),
    answer,
    why: t(`convolution.ask.flip.why.${answer}`, { difference: outputText(frame.flipDifference) }),
  };
}

function askShift(t: Translator, { shift }: ConvolutionFrame): Prompt | null {
  if (shift === null) return null;
  const share = shift.stayed / shift.cells;
  const answer = share === 1 ? 'all' : share >= 0.5 ? 'most' : share > 0 ? 'few' : 'none';
  return {
    id: 'shift',
    question: t('convolution.ask.shift'),
    options: choices(['all', 'most', 'few', 'none'], (id) => t(`convolution.ask.shift.${id}`)),
    answer,
    why: t('convolution.ask.shift.why', {
      stayed: shift.stayed,
      cells: shift.cells,
      followed: shift.followed,
      neighbours: shift.neighbours,
    }),
  };
}

function askField(t: Translator, frame: ConvolutionFrame): Prompt | null {
  const [first, second, third] = frame.layers;
  if (first === undefined || second === undefined || third === undefined) return null;
  // One stride more in the second layer than on screen.
  const stride = (second.stride % 3) + 1;
  const grown = [
    first.dilation * (first.k - 1),
    second.dilation * (second.k - 1) * first.stride,
    third.dilation * (third.k - 1) * first.stride,
  ] as const;
  const right = 1 + grown[0] + grown[1] + grown[2] * stride;
  return {
    id: 'field',
    question: t('convolution.ask.field', { s: stride }),
    ...numbers(
      right,
      [third.field, third.k, first.k + second.k + third.k, 1 + grown[0] + grown[1] * stride + grown[2]],
      String,
    ),
    why: t('convolution.ask.field.why', { a: grown[0], b: grown[1], c: grown[2] * stride, right }),
  };
}

/** The questions for predicting, about what is on screen or one change away from it; answers come from the frame. */
export function promptsOf(t: Translator, frame: ConvolutionFrame, panels: readonly Panel[]): readonly Prompt[] {
  const prompts = [
    askSize(t, frame.state),
    askParameters(t, frame),
    askFlip(t, frame),
    askShift(t, frame),
    askField(t, frame),
    askLargest(t, frame.state),
  ].filter((prompt) => prompt !== null);
  const first: Readonly<Record<Panel, readonly string[]>> = { slide: [], task: [], shift: ['shift'], field: ['field'] };
  const seen = panels.length > 2 ? [] : panels.flatMap((panel) => first[panel]);
  return prompts.toSorted((a, b) => Number(seen.includes(b.id)) - Number(seen.includes(a.id)));
}
