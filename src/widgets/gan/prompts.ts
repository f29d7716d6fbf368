/** What a reader may predict of a frame, with the answers. */
import { readingText, shortNumber } from '#core/format-number.ts';
import type { MessageKey } from '#i18n/messages.ts';
import type { Prompt } from '#widgets/PredictionCard.tsx';
import type { Translator } from '#widgets/translator.ts';
import type { GanFrame } from './model.ts';
import type { RunFrame } from './run.ts';
import { isProbability, MOST_ALONE } from './settings.ts';
import { MEASURED, nameOf } from './words.ts';

type Compared = 'more' | 'less' | 'same';

const compare = (after: number, before: number, margin: number): Compared =>
  after > before + margin ? 'more' : after < before - margin ? 'less' : 'same';

function ask(
  t: Translator,
  id: 'pull' | 'alone' | 'on',
  answer: Compared,
  values: Readonly<Record<string, string | number>>,
  why: MessageKey = `gan.ask.${id}.why.${answer}`,
): Prompt {
  return {
    id,
    question: t(`gan.ask.${id}`, values),
    options: (['more', 'less', 'same'] as const).map((option) => ({ id: option, text: t(`gan.ask.${id}.${option}`) })),
    answer,
    why: t(why, values),
  };
}

/** The questions for predicting; the answers were tried out on copies of the networks. None while things move. */
export function promptsOf(t: Translator, frame: GanFrame): Prompt[] {
  const [run] = frame.runs;
  if (run?.probe == null) return [];
  const { probe, reading } = run;
  const modes = frame.modes.length / 2;
  const pull = compare(probe.pullD, probe.pull, 0.05 * probe.pull);
  // What was tried out is the first run's.
  const name = nameOf(t, frame, 0);
  const prompts = [
    ask(t, 'alone', compare(probe.coveredG, reading.covered, 0), {
      n: probe.ticks,
      now: reading.covered,
      after: probe.coveredG,
      modes,
    }),
    ask(
      t,
      'pull',
      pull,
      {
        n: probe.ticksD,
        most: MOST_ALONE,
        now: readingText(probe.pull),
        after: readingText(probe.pullD),
        loss: t(`gan.loss.${run.training.loss}`),
        fake: readingText(reading.dFake),
        fakeAfter: readingText(probe.fakeD),
      },
      pull !== 'same' && run.training.loss === 'minimax' ? `gan.ask.pull.minimax.${pull}` : undefined,
    ),
    ask(t, 'on', compare(probe.jsBoth, reading.js, 0.02), {
      n: probe.ticks,
      now: readingText(reading.js),
      after: readingText(probe.jsBoth),
      floor: readingText(frame.floor.js),
    }),
    ...halfPrompt(t, frame, run),
  ];
  const unpenalized = run.training.loss === 'gp' ? t('gan.say.penalty') : '';
  return prompts.map((prompt) => ({
    ...prompt,
    question: `${name}${prompt.question}${prompt.id === 'pull' ? unpenalized : ''}`,
  }));
}

const MEANINGS = ['no', 'balance', 'blind', 'average'] as const;

/** What D at 50 % means; not asked where ½ means nothing, nor in the few steps before a balance is confirmed. */
function halfPrompt(t: Translator, frame: GanFrame, { half, reading, training }: RunFrame): Prompt[] {
  const kind = half?.kind ?? 'gone';
  if (!isProbability(training.loss) || kind === 'brief') return [];
  const answer = kind === 'gone' ? 'no' : kind === 'collapsed' ? 'average' : kind;
  return [
    {
      id: 'half',
      question: t('gan.ask.half', { real: shortNumber(reading.dReal), fake: shortNumber(reading.dFake) }),
      options: MEANINGS.map((id) => ({ id, text: t(`gan.ask.half.${id}`) })),
      answer,
      why: t(`gan.ask.half.why.${kind === 'gone' ? 'no' : kind}`, {
        js: readingText(reading.js),
        near: readingText(frame.near.js),
        range: readingText(reading.range),
        points: MEASURED,
        covered: reading.covered,
        modes: frame.modes.length / 2,
      }),
    },
  ];
}
