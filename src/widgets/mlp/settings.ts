/** What a reader can set of one run, and the words for it in the URL. */
import { choiceField, decimalField, type Field, listField, recordField } from '#core/state/fields.ts';

/** Coordinates and what is computed from them before the first layer, with their letter in the URL. */
export const FEATURES = ['x', 'y', 'xx', 'yy', 'xy', 'sx', 'sy'] as const;
/** One input of the network. */
export type Feature = (typeof FEATURES)[number];

/** Activations of the hidden layers. */
export const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
/** An activation of the hidden layers. */
export type ActivationName = (typeof ACTIVATIONS)[number];

/** `square`: ½(y − t)², y = tanh z. `log`: ln(1 + e^(−tz)), y = tanh(z/2) = 2σ(z) − 1. Targets t are +1 and −1. */
export const LOSSES = ['square', 'log'] as const;
/** How far off an output is. */
export type LossName = (typeof LOSSES)[number];

/** Plain gradient descent, with momentum, and Adam; the constants stand in `trainer.ts`. */
export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
/** How a gradient becomes a step. */
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** Learning rates, as they stand in the URL, rising. */
export const RATES = ['0.0001', '0.001', '0.003', '0.01', '0.03', '0.1', '0.3', '1', '3', '10'] as const;
/** A learning rate. */
export type Rate = (typeof RATES)[number];

/** Samples before an update; `all` is the whole training set. */
export const BATCHES = ['1', '5', '10', '25', '50', 'all'] as const;
/** A batch size. */
export type BatchName = (typeof BATCHES)[number];

/** What large weights are charged; also the names in the URL. */
export const PENALTIES = ['none', 'l1', 'l2'] as const;
/** `l1` adds λ·Σ|w| to the loss, `l2` adds ½λ·Σw²; biases go free. */
export type PenaltyName = (typeof PENALTIES)[number];

/** Strengths λ of the penalty. */
export const STRENGTHS = ['0.001', '0.003', '0.01', '0.03', '0.1', '0.3', '1'] as const;
/** A strength of the penalty. */
export type Strength = (typeof STRENGTHS)[number];

/** Most hidden layers. */
export const MAX_LAYERS = 4;
/** Most neurons in a hidden layer. */
export const MAX_WIDTH = 8;

/** All settings of one run. */
export interface Training {
  readonly features: readonly Feature[];
  /** Widths of the hidden layers, none to four, each 1 … 8. */
  readonly hidden: readonly number[];
  readonly activation: ActivationName;
  readonly loss: LossName;
  readonly optimizer: OptimizerName;
  readonly rate: Rate;
  readonly batch: BatchName;
  readonly penalty: PenaltyName;
  readonly strength: Strength;
}

/** TensorFlow Playground's opening network. */
export const TRAINING: Training = {
  features: ['x', 'y'],
  hidden: [4, 2],
  activation: 'tanh',
  loss: 'square',
  optimizer: 'sgd',
  rate: '0.03',
  batch: '10',
  penalty: 'none',
  strength: '0.01',
};

const width = decimalField(1, MAX_WIDTH, 0);
const hiddenField: Field<readonly number[]> = {
  parse(text) {
    if (text === '0') return [];
    const widths = text.split('-').map((part) => width.parse(part));
    const good = widths.filter((each) => each !== null);
    return good.length === widths.length && good.length <= MAX_LAYERS ? good : null;
  },
  print: (hidden) => (hidden.length === 0 ? '0' : hidden.join('-')),
  valid: `0, (1 … ${MAX_WIDTH})-…, ≤ ${MAX_LAYERS}`,
};
const features = listField(FEATURES, FEATURES.length);
const featuresField: Field<Training['features']> = {
  parse: (text) => {
    const list = features.parse(text.replaceAll('.', ','));
    return list === null ? null : FEATURES.filter((feature) => list.includes(feature));
  },
  print: (list) => list.join('.'),
  valid: FEATURES.join('.'),
};

/** A run's settings in the URL, in this order. */
export const trainingField = recordField<Training>(
  {
    features: featuresField,
    hidden: hiddenField,
    activation: choiceField(ACTIVATIONS),
    loss: choiceField(LOSSES),
    optimizer: choiceField(OPTIMIZERS),
    rate: choiceField(RATES),
    batch: choiceField(BATCHES),
    penalty: choiceField(PENALTIES),
    strength: choiceField(STRENGTHS),
  },
  TRAINING,
);

/** The settings as a training takes them: any rate will do, also one a prediction tries that no reader can choose. */
export type Recipe = Omit<Training, 'rate'> & { readonly rate: string };

/** Samples of one update. */
export function batchSize(batch: BatchName, samples: number): number {
  return Math.max(1, batch === 'all' ? samples : Math.min(Number(batch), samples));
}
