import { percentText, powerOfTenText, readingText, shortNumber } from '#core/format-number.ts';
import type { Prompt } from '#widgets/PredictionCard.tsx';
import type { Translator } from '#widgets/translator.ts';
import { SAMPLES, UNITS } from './layer-data.ts';
import type { ActivationFrame, CurveReading } from './model.ts';
import type { Panel } from './presets.ts';
import type { FunctionName } from './state.ts';

/** A function's name as it is set in text. */
export function functionName(t: Translator, name: FunctionName): string {
  return t(`activation.fn.${name}`);
}

/** One sentence on the frame: what the moved quantity now says, with its number. */
export function narrate(t: Translator, frame: ActivationFrame): string {
  const { state } = frame;
  const [lead] = frame.curves;
  if (lead === undefined) return '';
  const name = functionName(t, lead.name);
  if (state.stepping === 'depth') {
    const product = powerOfTenText(lead.productsAtX[state.depth - 1] ?? 0);
    return t('activation.say.depth', { name, depth: state.depth, product, x: shortNumber(state.x) });
  }
  const size = Math.abs(lead.slope);
  const verdict = size === 0 ? 'flat' : size < 0.05 ? 'saturated' : 'awake';
  return t(`activation.say.${verdict}`, {
    name,
    x: shortNumber(state.x),
    value: readingText(lead.value),
    slope: readingText(lead.slope),
  });
}

type Compared = 'more' | 'less' | 'same';

function compare(after: number, before: number): Compared {
  return after > before ? 'more' : after < before ? 'less' : 'same';
}

function comparisons(t: Translator, what: 'slope' | 'dead'): Prompt['options'] {
  return (['more', 'less', 'same'] as const).map((id) => ({ id, text: t(`activation.ask.${what}.${id}`) }));
}

/** How much is left at best after k layers: the power, and what those get who multiply, halve or forget. */
function askDepth(t: Translator, lead: CurveReading, depth: number): Prompt {
  const power = lead.bestProducts[depth - 1] ?? 0;
  const candidates = [
    { id: 'power', log: power },
    { id: 'once', log: Math.log10(lead.steepest) },
    { id: 'divided', log: Math.log10(lead.steepest / depth) },
    { id: 'half', log: power / 2 },
    { id: 'all', log: 0 },
  ];
  const texts = new Set<string>();
  const options = candidates
    .map(({ id, log }) => ({ id, log, text: powerOfTenText(log) }))
    .filter(({ text }) => !texts.has(text) && texts.add(text))
    .slice(0, 4)
    .sort((a, b) => b.log - a.log);
  const name = functionName(t, lead.name);
  return {
    id: 'depth',
    question: t('activation.ask.depth', { name, depth }),
    options,
    answer: 'power',
    why: t('activation.ask.depth.why', {
      name,
      depth,
      steepest: readingText(lead.steepest),
      product: powerOfTenText(power),
    }),
  };
}

function askSlope(t: Translator, lead: CurveReading, x: number): Prompt {
  const answer = compare(Math.abs(lead.slopeAhead), Math.abs(lead.slope));
  const values = {
    name: functionName(t, lead.name),
    x: shortNumber(x),
    next: shortNumber(x + 2),
    now: readingText(lead.slope),
    after: readingText(lead.slopeAhead),
  };
  return {
    id: 'slope',
    question: t('activation.ask.slope', values),
    options: comparisons(t, 'slope'),
    answer,
    why: t(`activation.ask.slope.why.${answer}`, values),
  };
}

function askDead(t: Translator, frame: ActivationFrame): Prompt {
  const { dead, deadBelow } = frame.layer;
  const answer = compare(deadBelow, dead);
  const lead = frame.state.functions[0] ?? 'sigmoid';
  const values = {
    name: functionName(t, lead),
    now: dead,
    after: deadBelow,
    units: UNITS,
    shift: shortNumber(frame.state.shift),
    next: shortNumber(frame.state.shift - 2),
  };
  const reason = answer === 'same' && deadBelow === 0 ? 'never' : answer;
  return {
    id: 'dead',
    question: t('activation.ask.dead', values),
    options: comparisons(t, 'dead'),
    answer,
    why: t(`activation.ask.dead.why.${reason}`, values),
  };
}

function askSaturated(t: Translator, frame: ActivationFrame): Prompt {
  const { saturatedLeft, saturatedRight } = frame.layer;
  const share = (saturatedLeft + saturatedRight) / (SAMPLES * UNITS);
  const bands = [0, 0.1, 0.4, 0.7, 1.0001];
  const answer = bands.findLastIndex((from) => share >= from);
  return {
    id: 'saturated',
    question: t('activation.ask.saturated', { name: functionName(t, frame.state.functions[0] ?? 'sigmoid') }),
    options: bands.slice(0, -1).map((from, i) => ({
      id: String(i),
      text: t('activation.ask.saturated.band', {
        from: from * 100,
        to: Math.min(100, Math.round((bands[i + 1] ?? 1) * 100)),
      }),
    })),
    answer: String(answer),
    why: t('activation.ask.saturated.why', {
      share: percentText(share),
      left: saturatedLeft,
      right: saturatedRight,
      total: SAMPLES * UNITS,
    }),
  };
}

/** The questions for predicting, about what is on screen; each answer is read from the frame. */
export function promptsOf(t: Translator, frame: ActivationFrame, panels: readonly Panel[]): Prompt[] {
  const [lead] = frame.curves;
  if (lead === undefined) return [];
  const prompts = [
    askDepth(t, lead, frame.state.depth),
    askSlope(t, lead, frame.state.x),
    askDead(t, frame),
    askSaturated(t, frame),
  ];
  const first: Readonly<Record<Panel, readonly string[]>> = {
    curves: ['slope'],
    depth: ['depth'],
    layer: ['dead', 'saturated'],
  };
  const seen = panels.flatMap((panel) => first[panel]);
  return prompts.toSorted((a, b) => Number(seen.includes(b.id)) - Number(seen.includes(a.id)));
}
