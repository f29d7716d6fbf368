import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import type { Prompt } from '#widgets/PredictionCard.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { GanFrame } from './model.ts';
import type { Phase } from './moves.ts';
import type { RunFrame } from './run.ts';
import { isProbability, type Training } from './settings.ts';

/** A run's settings in a line. */
export function sayTraining(t: Translator, training: Training): string {
  return t('gan.trainingIs', {
    loss: t(`gan.loss.${training.loss}`),
    optimizer: t(`gan.optimizer.${training.optimizer}`),
    rateD: training.rateD,
    rateG: training.rateG,
    k: training.stepsD,
  });
}

/** The collapse alarm's text: what is the case, and why it happens; null where all is well. */
export function sayCollapse(
  t: Translator,
  frame: GanFrame,
  run: RunFrame,
): { readonly title: string; readonly why: string } | null {
  if (run.collapsed === null) return null;
  const { reading } = run;
  const values = {
    since: run.collapsed,
    covered: reading.covered,
    modes: frame.modes.length / 2,
    spread: percentText(reading.spread),
    good: percentText(reading.good),
  };
  return {
    title: t('gan.collapse.title', values),
    why: t(reading.spread < 0.25 ? 'gan.collapse.point' : 'gan.collapse.modes', values),
  };
}

/** D at 50 %: since when, and whether that is an equilibrium; null where it is not there. */
export function sayHalf(t: Translator, frame: GanFrame, { half, reading }: RunFrame): string | null {
  if (half === null) return null;
  return t(`gan.half.${half.kind}`, {
    since: half.since,
    js: readingText(reading.js),
    floor: readingText(frame.floor.js),
    range: readingText(reading.range),
  });
}

/** One sentence on the frame, sensible alone. */
export function narrate(t: Translator, frame: GanFrame): string {
  if (frame.lost !== null) return t('gan.say.lost', { tick: frame.tick });
  const { phase } = frame.state;
  const [run] = frame.runs;
  if (run === undefined) return '';
  if (phase !== null && frame.arrived) return narratePhase(t, phase, run);
  const all = frame.runs.map((each, i) => {
    const { reading } = each;
    const sentence = t('gan.say.tick', {
      real: readingText(reading.dReal),
      fake: readingText(reading.dFake),
      covered: reading.covered,
      modes: frame.modes.length / 2,
      js: readingText(reading.js),
    });
    return frame.runs.length > 1 ? `${t(`gan.run.${i}`)}${t('gan.colon')}${sentence}` : sentence;
  });
  return `${t('gan.say.at', { tick: frame.tick })}${all.join(' ')}`;
}

function narratePhase(t: Translator, phase: Phase, { batch, arrows }: RunFrame): string {
  if (batch === null) return '';
  const { before, after } = batch;
  const longest = (by: Float32Array): number => {
    let most = 0;
    for (let i = 0; i < by.length; i += 2) most = Math.max(most, Math.hypot(by[i] ?? 0, by[i + 1] ?? 0));
    return most;
  };
  return t(`gan.phase.${phase}`, {
    n: batch.real.length / 3,
    real: readingText(before.dReal),
    fake: readingText(before.dFake),
    loss: readingText(before.lossD),
    realAfter: readingText(after?.dReal ?? before.dReal),
    fakeAfter: readingText(after?.dFake ?? before.dFake),
    lossAfter: readingText(after?.lossD ?? before.lossD),
    pull: readingText(longest(arrows.wanted)),
  });
}

type Compared = 'more' | 'less' | 'same';

const compare = (after: number, before: number, margin: number): Compared =>
  after > before + margin ? 'more' : after < before - margin ? 'less' : 'same';

function ask(
  t: Translator,
  id: 'pull' | 'alone' | 'on',
  answer: Compared,
  values: Readonly<Record<string, string | number>>,
): Prompt {
  return {
    id,
    question: t(`gan.ask.${id}`, values),
    options: (['more', 'less', 'same'] as const).map((option) => ({ id: option, text: t(`gan.ask.${id}.${option}`) })),
    answer,
    why: t(`gan.ask.${id}.why.${answer}`, values),
  };
}

/** The questions for predicting; the answers were tried out on copies of the networks. None while things move. */
export function promptsOf(t: Translator, frame: GanFrame): Prompt[] {
  const [run] = frame.runs;
  if (run?.probe == null) return [];
  const { probe, reading } = run;
  const modes = frame.modes.length / 2;
  const kinds = ['no', 'balance', 'blind', 'average'] as const;
  const kind = run.half?.kind ?? 'no';
  return [
    ask(t, 'alone', compare(probe.coveredG, reading.covered, 0), {
      n: probe.ticks,
      now: reading.covered,
      after: probe.coveredG,
      modes,
    }),
    ask(t, 'pull', compare(probe.pullD, probe.pull, 0.05 * probe.pull), {
      n: probe.ticks,
      now: readingText(probe.pull),
      after: readingText(probe.pullD),
      loss: t(`gan.loss.${run.training.loss}`),
    }),
    ask(t, 'on', compare(probe.jsBoth, reading.js, 0.02), {
      n: probe.ticks,
      now: readingText(reading.js),
      after: readingText(probe.jsBoth),
      floor: readingText(frame.floor.js),
    }),
    ...(isProbability(run.training.loss)
      ? [
          {
            id: 'half',
            question: t('gan.ask.half', { real: shortNumber(reading.dReal), fake: shortNumber(reading.dFake) }),
            options: kinds.map((id) => ({ id, text: t(`gan.ask.half.${id}`) })),
            answer: kind,
            why: t(`gan.ask.half.why.${kind}`, {
              js: readingText(reading.js),
              floor: readingText(frame.floor.js),
              range: readingText(reading.range),
            }),
          },
        ]
      : []),
  ];
}
