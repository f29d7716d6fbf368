import { percentText, readingText } from '#core/format-number.ts';
import type { Translator } from '#widgets/translator.ts';
import { FLOORS, SAMPLE } from './metrics.ts';
import type { GanFrame } from './model.ts';
import type { Phase } from './moves.ts';
import { isLessonName, type PresetName } from './presets.ts';
import type { RunFrame } from './run.ts';
import { isProbability, type Training } from './settings.ts';
import type { GanState } from './state.ts';
import type { Stop } from './stops.ts';
import { countsFrom, isPoint } from './verdicts.ts';

/** Points at which D's answers are measured: real and generated. */
export const MEASURED = 2 * SAMPLE;

/** The name of a run, first or second. */
export function runName(t: Translator, index: number): string {
  return t(index === 0 ? 'gan.run.0' : 'gan.run.1');
}

/** The name of a run before words that speak of it alone; empty where there is but one. */
export function nameOf(t: Translator, { runs }: GanFrame, index: number): string {
  return runs.length > 1 ? `${runName(t, index)}${t('gan.colon')}` : '';
}

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

/** Everything the controls are set to, a line for what all runs share and one for each run. */
export function saySettings(t: Translator, state: GanState): readonly string[] {
  const runs = [state.a, ...(state.b === null ? [] : [state.b])].map((training, i) => {
    const shape = (of: 'D' | 'G', layers: number, width: number, activation: Training['activationD']): string =>
      t('gan.shapeIs', { of, layers, width, activation: t(`gan.activation.${activation}`) });
    const { layersD, widthD, activationD, layersG, widthG, activationG } = training;
    return [
      ...(state.b === null ? [] : [runName(t, i)]),
      sayTraining(t, training),
      shape('D', layersD, widthD, activationD),
      shape('G', layersG, widthG, activationG),
    ].join(' · ');
  });
  return [
    t('gan.taskIs', {
      data: t(`gan.data.${state.data}`),
      noise: t(`gan.noise.${state.noise}`),
      seed: state.seed,
      step: state.at,
    }),
    ...runs,
  ];
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
  const kind = isPoint(reading) ? 'point' : 'modes';
  return { title: t(`gan.collapse.title.${kind}`, values), why: t(`gan.collapse.${kind}`, values) };
}

/** D at 50 %: when first, whether that was balance, and what it is now; null where it has not been there. */
export function sayHalf(t: Translator, frame: GanFrame, { half, reading }: RunFrame): string | null {
  if (half === null) return null;
  const now = t(`gan.half.${half.kind}`, {
    balance: half.balance ?? '',
    js: readingText(reading.js),
    nearJs: readingText(frame.near.js),
    energy: readingText(reading.energy),
    nearEnergy: readingText(frame.near.energy),
    range: readingText(reading.range),
    samples: FLOORS,
    points: MEASURED,
  });
  const once = half.kind !== 'balance' && half.balance !== null ? t('gan.half.once', { balance: half.balance }) : '';
  return `${t('gan.half.first', { first: half.first })}${once}${now}`;
}

/**
 * One sentence on the frame, sensible alone.
 *
 * @param stopped the condition that ended play there
 * @param heard the tick up to which the reader knows of alarms and marks: in play, where not every tick is told, its start
 */
export function narrate(
  t: Translator,
  frame: GanFrame,
  stopped: Stop | null = null,
  heard: number = frame.tick - 1,
): string {
  const said = narrateStep(t, frame, heard);
  return stopped === null ? said : `${said}${t('gan.say.stopped', { why: t(`gan.stop.${stopped}`) })}`;
}

/** The latest since a tick of what has come about in a run: the alarm, D at 50 %, balance, blindness. */
function sayNews(t: Translator, frame: GanFrame, run: RunFrame, heard: number): string {
  const alarm = sayCollapse(t, frame, run);
  const { first: half = null, balance = null, blind = null } = run.half ?? {};
  const marks = { half, balance, blind };
  const news = [
    { since: run.collapsed, text: alarm === null ? '' : t('gan.say.alarm', { title: alarm.title }) },
    ...(['half', 'balance', 'blind'] as const).map((kind) => ({
      since: marks[kind],
      text: t(`gan.say.${kind}`, { since: marks[kind] ?? 0 }),
    })),
  ].flatMap(({ since, text }) => (since === null ? [] : [{ at: countsFrom(since), text }]));
  const latest = Math.max(...news.map(({ at }) => at).filter((at) => at > heard && at <= frame.tick));
  return news
    .filter(({ at }) => at === latest)
    .map(({ text }) => text)
    .join('');
}

function narrateStep(t: Translator, frame: GanFrame, heard: number): string {
  if (frame.lost !== null) return t('gan.say.lost', { tick: frame.tick });
  const { phase } = frame.state;
  const [run] = frame.runs;
  if (run === undefined) return '';
  if (phase !== null && frame.arrived) return nameOf(t, frame, 0) + narratePhase(t, phase, run, frame.state.noise);
  const all = frame.runs.map((each, i) => {
    const { reading } = each;
    const sentence = t(isProbability(each.training.loss) ? 'gan.say.tick' : 'gan.say.tickScore', {
      real: readingText(reading.dReal),
      fake: readingText(reading.dFake),
      covered: reading.covered,
      modes: frame.modes.length / 2,
      js: readingText(reading.js),
    });
    return nameOf(t, frame, i) + sentence + sayNews(t, frame, each, heard);
  });
  return `${t('gan.say.at', { tick: frame.tick })}${all.join(' ')}`;
}

function narratePhase(
  t: Translator,
  phase: Phase,
  { batch, arrows, training }: RunFrame,
  noise: GanState['noise'],
): string {
  if (batch === null) return '';
  const { before, after } = batch;
  const unpenalized = training.loss === 'gp' && (phase === 'judge' || phase === 'learn');
  const longest = (by: Float32Array): number => {
    let most = 0;
    for (let i = 0; i < by.length; i += 2) most = Math.max(most, Math.hypot(by[i] ?? 0, by[i + 1] ?? 0));
    return most;
  };
  const said = t(phase === 'noise' ? `gan.phase.noise.${noise}` : `gan.phase.${phase}`, {
    n: batch.real.length / 3,
    real: readingText(before.dReal),
    fake: readingText(before.dFake),
    loss: readingText(before.lossD),
    realAfter: readingText(after?.dReal ?? before.dReal),
    fakeAfter: readingText(after?.dFake ?? before.dFake),
    lossAfter: readingText(after?.lossD ?? before.lossD),
    pull: readingText(longest(arrows.wanted)),
  });
  return unpenalized ? `${said}${t('gan.say.penalty')}` : said;
}

/** What stands before the names of a place's figures: sections can hold several. */
export function placeName(t: Translator, preset: PresetName): string {
  return isLessonName(preset) ? `${t(`gan.lesson.${preset}`)} · ` : '';
}
