/** What decides how a pair of networks trains; two runs side by side may differ in all of it. */
import { choiceField, decimalField, recordField } from '#core/state/fields.ts';

/** How the game is scored. */
export const LOSSES = ['ns', 'minimax', 'ls', 'hinge', 'clip', 'gp'] as const;
/** A way to score the game. */
export type LossName = (typeof LOSSES)[number];

/** How gradients become steps. */
export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
/** A way to take a step. */
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** Hidden activations. */
export const ACTIVATIONS = ['leaky', 'relu', 'tanh'] as const;
/** A hidden activation. */
export type ActivationName = (typeof ACTIVATIONS)[number];

/** Learning rates on offer. */
export const RATES = ['0.0003', '0.001', '0.002', '0.005', '0.01', '0.02', '0.05', '0.1'] as const;
/** A learning rate on offer. */
export type Rate = (typeof RATES)[number];

/** Settings of one run. */
export interface Training {
  readonly loss: LossName;
  readonly optimizer: OptimizerName;
  readonly rateD: Rate;
  readonly rateG: Rate;
  /** Updates of D before each update of G, 1 … 5. */
  readonly stepsD: number;
  /** Hidden layers, 1 … 3, all of the same width, 2 … 24. */
  readonly layersD: number;
  readonly widthD: number;
  readonly activationD: ActivationName;
  readonly layersG: number;
  readonly widthG: number;
  readonly activationG: ActivationName;
}

/** Ranges of the whole numbers. */
export const TRAINING_RANGES = {
  stepsD: { min: 1, max: 5 },
  layersD: { min: 1, max: 3 },
  widthD: { min: 2, max: 24 },
  layersG: { min: 1, max: 3 },
  widthG: { min: 2, max: 24 },
} as const;

/** Settings of a fresh run. */
export const TRAINING: Training = {
  loss: 'ns',
  optimizer: 'adam',
  rateD: '0.005',
  rateG: '0.005',
  stepsD: 1,
  layersD: 2,
  widthD: 8,
  activationD: 'leaky',
  layersG: 2,
  widthG: 8,
  activationG: 'relu',
};

const whole = (name: keyof typeof TRAINING_RANGES) =>
  decimalField(TRAINING_RANGES[name].min, TRAINING_RANGES[name].max, 0);

/** A run's settings in the URL, in this order. */
export const trainingField = recordField<Training>(
  {
    loss: choiceField(LOSSES),
    optimizer: choiceField(OPTIMIZERS),
    rateD: choiceField(RATES),
    rateG: choiceField(RATES),
    stepsD: whole('stepsD'),
    layersD: whole('layersD'),
    widthD: whole('widthD'),
    activationD: choiceField(ACTIVATIONS),
    layersG: whole('layersG'),
    widthG: whole('widthG'),
    activationG: choiceField(ACTIVATIONS),
  },
  TRAINING,
);

/** Points of each kind in a batch. */
export const BATCH = 150;
/** Slope of leaky ReLU left of 0. */
export const LEAK = 0.2;
/** Adam's decay of the mean and of the square, and its ε. */
export const ADAM = { beta1: 0.5, beta2: 0.999, epsilon: 1e-8 } as const;
/** Decay of momentum’s velocity. */
export const MOMENTUM = 0.9;
/** Bound on the size of D's weights under clipping. */
export const CLIP = 0.3;
/** Weight λ of the gradient penalty in D’s loss. */
export const PENALTY = 1;

/** Most ticks D alone is tried out, or trained “to the end”. */
export const MOST_ALONE = 1000;

/** Whether D's score passes for a probability that is ½ where real and generated are equally dense. */
export function isProbability(loss: LossName): boolean {
  return loss === 'ns' || loss === 'minimax' || loss === 'ls';
}
