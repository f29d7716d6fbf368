import { choiceField, decimalField, listField, quantize } from '#core/state/fields.ts';
import { decodeState, encodeState, type Fields, type HashProblem } from '#core/state/url-codec.ts';

/** The functions there are, in the order of the picker. */
export const FUNCTION_NAMES = ['step', 'sigmoid', 'tanh', 'relu', 'leaky', 'elu', 'softplus', 'gelu', 'silu'] as const;

/** A function of the widget. */
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** What the player's steps move: the point along the axis, or the number of layers. */
export const STEPPINGS = ['x', 'depth'] as const;

/** Everything that decides what is on screen. */
export interface ActivationState {
  /** One to three; the first has the tangent and goes through the layer. */
  readonly functions: readonly FunctionName[];
  /** The point, −50 … 50, two decimals. */
  readonly x: number;
  /** Slope of leaky ReLU left of 0 and depth of ELU, 0 … 1. */
  readonly alpha: number;
  /** Sharpness of softplus and SiLU, 0.1 … 5. */
  readonly beta: number;
  /** Layers in a row, 1 … 30. */
  readonly depth: number;
  /** Names the weights and inputs of the layer, 0 … 9999. */
  readonly seed: number;
  /** Factor on the layer's weights, 0.1 … 4. */
  readonly spread: number;
  /** Bias of every unit of the layer, −6 … 6. */
  readonly shift: number;
  readonly stepping: (typeof STEPPINGS)[number];
}

/** What can be changed by a slider or a field: range, step of a button or arrow key, decimals kept. */
export const RANGES = {
  x: { min: -50, max: 50, step: 0.1, places: 2 },
  alpha: { min: 0, max: 1, step: 0.01, places: 2 },
  beta: { min: 0.1, max: 5, step: 0.1, places: 1 },
  depth: { min: 1, max: 30, step: 1, places: 0 },
  seed: { min: 0, max: 9999, step: 1, places: 0 },
  spread: { min: 0.1, max: 4, step: 0.1, places: 1 },
  shift: { min: -6, max: 6, step: 0.1, places: 1 },
} as const;

/** A numeric property of the state. */
export type NumericName = keyof typeof RANGES;

const numeric = (name: NumericName) => decimalField(RANGES[name].min, RANGES[name].max, RANGES[name].places);

const VERSION = 1;

const FIELDS: Fields<ActivationState> = {
  functions: { key: 'f', field: listField(FUNCTION_NAMES, 3) },
  x: { key: 'x', field: numeric('x') },
  alpha: { key: 'a', field: numeric('alpha') },
  beta: { key: 'b', field: numeric('beta') },
  depth: { key: 'k', field: numeric('depth') },
  seed: { key: 'seed', field: numeric('seed') },
  spread: { key: 'w', field: numeric('spread') },
  shift: { key: 'shift', field: numeric('shift') },
  stepping: { key: 'by', field: choiceField(STEPPINGS) },
};

/** State of a fresh page. */
export const INITIAL: ActivationState = {
  functions: ['sigmoid', 'tanh', 'relu'],
  x: 1,
  alpha: 0.01,
  beta: 1,
  depth: 10,
  seed: 1,
  spread: 1,
  shift: 0,
  stepping: 'x',
};

/** The state as the text after `#`. */
export function encodeHash(state: ActivationState): string {
  return encodeState(VERSION, FIELDS, INITIAL, state);
}

/** The state of a hash; what is wrong keeps its initial value and is reported. */
export function decodeHash(hash: string): {
  readonly state: ActivationState;
  readonly problems: readonly HashProblem[];
} {
  return decodeState(VERSION, FIELDS, INITIAL, hash);
}

/** What a reader can do. */
export type ActivationAction =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'end'; readonly which: 'first' | 'last' }
  | { readonly kind: 'set'; readonly name: NumericName; readonly value: number }
  | { readonly kind: 'toggle'; readonly name: FunctionName }
  | { readonly kind: 'lead'; readonly name: FunctionName }
  | { readonly kind: 'new-seed' }
  | { readonly kind: 'load'; readonly state: ActivationState };

/** The next state. A step beyond the end of its range changes nothing, so that as many steps back undo steps forward. */
export function reduce(state: ActivationState, action: ActivationAction): ActivationState {
  switch (action.kind) {
    case 'step': {
      const { min, max, step, places } = steppingRange(state);
      const value = Number((state[state.stepping] + action.by * step).toFixed(places)) + 0;
      return value < min || value > max ? state : { ...state, [state.stepping]: value };
    }
    case 'end': {
      const { min, max } = steppingRange(state);
      return { ...state, [state.stepping]: action.which === 'first' ? min : max };
    }
    case 'set': {
      const { min, max, places } = RANGES[action.name];
      return Number.isNaN(action.value) ? state : { ...state, [action.name]: quantize(action.value, min, max, places) };
    }
    case 'toggle': {
      const rest = state.functions.filter((name) => name !== action.name);
      if (rest.length === state.functions.length)
        return rest.length === 3 ? state : { ...state, functions: [...rest, action.name] };
      return rest.length === 0 ? state : { ...state, functions: rest };
    }
    case 'lead':
      return {
        ...state,
        functions: [action.name, ...state.functions.filter((name) => name !== action.name)].slice(0, 3),
      };
    case 'new-seed':
      return { ...state, seed: (state.seed + 1) % (RANGES.seed.max + 1) };
    case 'load':
      return action.state;
  }
}

/** Half the width of the axis that shows x: 5, 10, 25 or 50. */
export function halfWidth(x: number): number {
  return [5, 10, 25].find((half) => Math.abs(x) <= half) ?? 50;
}

/** Range and step of what the player moves: along the axis in view, or over the layers. */
export function steppingRange(state: ActivationState): { min: number; max: number; step: number; places: number } {
  if (state.stepping === 'depth') return RANGES.depth;
  const half = halfWidth(state.x);
  return { min: -half, max: half, step: half / 50, places: 2 };
}
