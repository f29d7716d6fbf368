import { sayFailure } from '#core/failures.ts';
import { percentText, readingText, shortNumber } from '#core/format-number.ts';
import type { Prompt } from '#widgets/PredictionCard.tsx';
import type { Translator } from '#widgets/translator.ts';
import { layoutOf } from './layout.ts';
import type { MlpFrame, Pause } from './model.ts';
import { isLesson, type PresetName } from './presets.ts';
import { STRAIGHT } from './probe.ts';
import { batchSize, type Feature, type Recipe } from './settings.ts';
import { GUESSING } from './trouble.ts';

const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  x: 'x',
  y: 'y',
  xx: 'x²',
  yy: 'y²',
  xy: 'xy',
  sx: 'sin x',
  sy: 'sin y',
};

/** An input's name as it is set in text; a neuron's number stays as it is. */
export function featureName(name: string): string {
  return Object.entries(FEATURE_NAMES).find(([id]) => id === name)?.[1] ?? name;
}

/** A neuron's name: `1.2`, or the word for output. */
export function neuronName(t: Translator, id: string): string {
  return id === 'out' ? t('mlp.output') : id;
}

/** Epochs passed, in words' figures: 12 or 12.04. */
export function epochText(frame: MlpFrame): string {
  return shortNumber(frame.at / frame.points.train.targets.length);
}

/** What stands before the names of a place's tables: the lesson, where it is one. */
export function placeName(t: Translator, preset: PresetName): string {
  return isLesson(preset) ? `${t(`mlp.lesson.${preset}`)} · ` : '';
}

/** What decides the points: they come by message, so the same ones are new objects in every frame. */
export function pointsKey({ state: { seed, data, noise, share, own } }: MlpFrame): string {
  return `${seed} ${data} ${noise} ${share} ${JSON.stringify(own)}`;
}

/** A run's settings in a line. */
export function trainingText(t: Translator, training: Recipe): string {
  const { features, hidden, activation, optimizer, rate, penalty, strength } = training;
  return [
    [features.length, ...hidden, 1].join('–'),
    t(`mlp.activation.${activation}`),
    `${t(`mlp.optimizer.${optimizer}`)} ${rate}`,
    ...(penalty === 'none' ? [] : [`${t(`mlp.penalty.${penalty}`)} ${strength}`]),
  ].join(' · ');
}

/** Everything that was set for a run, for paper. */
export function wholeText(t: Translator, { state }: MlpFrame, run: { readonly training: Recipe }): string {
  const { data, noise, share, seed } = state;
  return t('mlp.whole', {
    data: t(`mlp.data.${data}`),
    noise,
    share,
    seed,
    training: trainingText(t, run.training),
    features: run.training.features.map(featureName).join(', '),
    batch: run.training.batch === 'all' ? t('mlp.batch.all') : run.training.batch,
    loss: t(`mlp.loss.${run.training.loss}`),
  });
}

/** One sentence on the frame; `stopped` is what ended play there. */
export function narrate(t: Translator, frame: MlpFrame, stopped: Pause | null): string {
  const [a, b] = frame.runs;
  if (a === undefined) return '';
  const values = {
    epoch: epochText(frame),
    updates: a.updates,
    loss: readingText(a.reading.trainLoss),
    accuracy: percentText(a.reading.trainAccuracy),
  };
  if (a.sample !== null) {
    const { done, of, x, y, target, output, loss } = a.sample;
    return t('mlp.say.sample', {
      run: b === undefined ? '' : t('mlp.say.sample.ofA'),
      done,
      of,
      x: shortNumber(x),
      y: shortNumber(y),
      target: target > 0 ? '+1' : '−1',
      output: readingText(output),
      loss: readingText(loss),
    });
  }
  const said =
    b !== undefined
      ? t('mlp.say.two', {
          ...values,
          lossB: readingText(b.reading.trainLoss),
          accuracyB: percentText(b.reading.trainAccuracy),
        })
      : a.reading.testLoss === null
        ? t('mlp.say.train', values)
        : t('mlp.say.both', {
            ...values,
            testLoss: readingText(a.reading.testLoss),
            testAccuracy: percentText(a.reading.testAccuracy ?? 0),
          });
  if (stopped === null) return said;
  const { stop, runs } = stopped;
  const why = t(`mlp.stop.${stop}`);
  // Every hundredth epoch is the same for both.
  if (b === undefined || stop.startsWith('e')) return t('mlp.say.stopped', { said, why });
  const run = runs.length > 1 ? t('mlp.say.aAndB') : (runs[0] ?? 'a').toUpperCase();
  return t('mlp.say.stoppedOf', { said, run, why });
}

/** The epoch at which the numbers that did it were changed by hand. */
export function editedText({ state, lost, points }: MlpFrame): string {
  const samples = points.train.targets.length;
  const { batch } = state[lost?.run ?? 'a'] ?? state.a;
  return shortNumber(((lost?.edited ?? 0) * batchSize(batch, samples)) / samples);
}

/** What has gone wrong, the likely cause, and what to try. */
export function troubleText(t: Translator, frame: MlpFrame): string {
  const { lost } = frame;
  if (lost === null) return '';
  const run = frame.runs[lost.run === 'a' ? 0 : 1];
  const training = run?.training;
  const remedy = lost.edited !== null ? '' : lost.rate === null ? t('mlp.noRate') : t('mlp.tried', { rate: lost.rate });
  return [
    sayFailure(t, lost.code, {
      run: frame.runs.length > 1 ? ` ${lost.run.toUpperCase()} ` : '',
      epoch: epochText(frame),
      loss: readingText(run?.reading.trainLoss ?? Number.NaN),
      guess: readingText(GUESSING[training?.loss ?? 'square']),
    }),
    t(`mlp.cause.${lost.cause}`, {
      rate: training?.rate ?? '',
      strength: training?.strength ?? '',
      epoch: editedText(frame),
    }),
    remedy,
  ].join('');
}

type Compared = 'lower' | 'same' | 'higher';

function compare(before: number, after: number): Compared {
  if (!Number.isFinite(after)) return 'higher';
  const change = (after - before) / Math.max(1e-9, before);
  return change < -0.02 ? 'lower' : change > 0.02 ? 'higher' : 'same';
}

const COMPARED: readonly Compared[] = ['lower', 'same', 'higher'];

/** The questions for predicting, about the run on screen; each answer is read from the frame. */
export function promptsOf(t: Translator, frame: MlpFrame): Prompt[] {
  const [run] = frame.runs;
  if (run === undefined) return [];
  const { count } = layoutOf(run.training);
  const ofA = frame.runs.length > 1 ? t('mlp.ask.ofA') : '';
  const sizes = [run.training.features.length, ...run.training.hidden, 1];
  const products = sizes.slice(1).map((size, i) => size * (sizes[i] ?? 0));
  const weights = products.reduce((sum, product) => sum + product, 0);
  const candidates = [count, weights, sizes.reduce((sum, size) => sum + size, 0), count + sizes.slice(0, 1).length * 2];
  const counts = [...new Set(candidates)].toSorted((a, b) => a - b);
  const parameters: Prompt = {
    id: 'parameters',
    question: t('mlp.ask.parameters', { sizes: sizes.join('–') }) + ofA,
    options: counts.map((n) => ({ id: String(n), text: String(n) })),
    answer: String(count),
    why: t('mlp.ask.parameters.why', {
      sum: sizes
        .slice(1)
        .map((size, i) => `(${sizes[i] ?? 0}+1)×${size}`)
        .join(' + '),
      count,
      weights,
    }),
  };
  const { probe } = frame;
  if (probe === null) return [parameters];
  const straightBands = [0, 0.6, 0.8, 0.95, 1.0001];
  const options = COMPARED.map((id) => ({ id, text: t(`mlp.ask.${id}`) }));
  const { epochs, fasterRate } = probe;
  const [now, later, fast] = [probe.lossNow, probe.lossLater, probe.lossFaster].map(readingText);
  const breaksDown = !Number.isFinite(probe.lossLater);
  const on: Prompt = {
    id: 'on',
    question: t('mlp.ask.on', { epochs, now: now ?? '' }) + ofA,
    options,
    answer: compare(probe.lossNow, probe.lossLater),
    why: breaksDown ? t('mlp.ask.on.breaks') : t('mlp.ask.on.why', { now: now ?? '', later: later ?? '' }),
  };
  const faster: Prompt = {
    id: 'faster',
    question: t('mlp.ask.faster', { epochs, rate: run.training.rate, faster: fasterRate }) + ofA,
    options,
    answer: compare(probe.lossLater, probe.lossFaster),
    why: Number.isFinite(probe.lossFaster)
      ? t('mlp.ask.faster.why', { later: later ?? '', fast: fast ?? '', faster: fasterRate })
      : t('mlp.ask.faster.breaks', { later: later ?? '', faster: fasterRate }),
  };
  return [
    {
      id: 'straight',
      question: t('mlp.ask.straight', { data: t(`mlp.data.${frame.state.data}`), epochs: STRAIGHT }) + ofA,
      options: straightBands.slice(0, -1).map((from, i) => ({
        id: String(i),
        text: t('mlp.ask.straight.band', {
          from: from * 100,
          to: Math.min(100, Math.round((straightBands[i + 1] ?? 1) * 100)),
        }),
      })),
      answer: String(straightBands.findLastIndex((from) => probe.straightAccuracy >= from)),
      why: t('mlp.ask.straight.why', { accuracy: percentText(probe.straightAccuracy) }),
    },
    on,
    // Nothing compares with a training that breaks down as it is.
    ...(breaksDown ? [] : [faster]),
    parameters,
  ];
}
