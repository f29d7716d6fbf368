import { choiceField, decimalField, type Field, orNone } from '#core/state/fields.ts';
import { decodeState, encodeState, type Fields, type HashProblem } from '#core/state/url-codec.ts';
import type { RunName, TrainingAction } from '#widgets/training-state.ts';
import { DATA_NAMES, type DataName } from './distributions.ts';
import { dab, type Spot, spotsField } from './drawn.ts';
import { type Move, PHASES, type Phase, phasesOf } from './moves.ts';
import { cutAt, extend, lengthOf, MAX_TICKS, moveAt, type Path, pathField } from './path.ts';
import { RATES, TRAINING, type Training, trainingField } from './settings.ts';
import { STOPS, type Stop } from './stops.ts';

/** What can be drawn on the stage. */
export const LAYERS = ['map', 'real', 'fake', 'mesh', 'arrows'] as const;
/** A layer of the drawing. */
export type Layer = (typeof LAYERS)[number];

/** Dimensions the noise may have. */
export const NOISES = [1, 2] as const;

/** Everything that decides what is on screen. */
export interface GanState {
  /** Names weights, batches and noise, 0 … 9999. */
  readonly seed: number;
  readonly data: DataName;
  /** The reader's drawing, used for the data `drawn`. */
  readonly spots: readonly Spot[];
  readonly noise: (typeof NOISES)[number];
  readonly a: Training;
  /** The run beside it, or null: same data, noise, seed and moves. */
  readonly b: Training | null;
  /** Every move so far, and those stepped back from. */
  readonly path: Path;
  /** The tick on screen, 0 … length of the path. */
  readonly at: number;
  /** Where in the next tick the slow walk stands; null between ticks. */
  readonly phase: Phase | null;
  /** Whether a step is one stop of the slow walk. */
  readonly slow: boolean;
  readonly layers: readonly Layer[];
  /** When play stops by itself. */
  readonly stop: Stop;
}

/** Whether arrows are drawn, and in the tables: D's pull in its stop of the slow walk, and the layer between ticks. */
export function showsArrows({ phase, layers }: GanState): boolean {
  return phase === null ? layers.includes('arrows') : phase === 'pull';
}

const VERSION = 1;

/** State of a fresh page. */
export const INITIAL: GanState = {
  seed: 3,
  data: 'ring',
  spots: [],
  noise: 2,
  a: TRAINING,
  b: null,
  path: [],
  at: 0,
  phase: null,
  slow: false,
  layers: ['map', 'real', 'fake'],
  stop: 'never',
};

const flag: Field<boolean> = {
  parse: (text) => (text === '1' ? true : text === '0' ? false : null),
  print: (on) => (on ? '1' : '0'),
  valid: '0, 1',
};

const layersField: Field<readonly Layer[]> = {
  parse(text) {
    const layers = LAYERS.filter((layer) => text.split('.').includes(layer));
    return layers.length === (text === '' ? 0 : text.split('.').length) ? layers : null;
  },
  print: (layers) => LAYERS.filter((layer) => layers.includes(layer)).join('.'),
  valid: LAYERS.join('.'),
};

const FIELDS: Fields<GanState> = {
  seed: { key: 'seed', field: decimalField(0, 9999, 0) },
  data: { key: 'data', field: choiceField(DATA_NAMES) },
  spots: { key: 'spots', field: spotsField },
  noise: {
    key: 'z',
    field: {
      parse: (text) => NOISES.find((noise) => String(noise) === text) ?? null,
      print: String,
      valid: NOISES.join(', '),
    },
  },
  a: { key: 'a', field: trainingField },
  b: { key: 'b', field: orNone(trainingField) },
  path: { key: 'path', field: pathField },
  at: { key: 'at', field: decimalField(0, MAX_TICKS, 0) },
  phase: { key: 'in', field: orNone(choiceField(PHASES)) },
  slow: { key: 'slow', field: flag },
  layers: { key: 'show', field: layersField },
  stop: { key: 'stop', field: choiceField(STOPS) },
};

/** The state as the text after `#`. */
export function encodeHash(state: GanState): string {
  return encodeState(VERSION, FIELDS, INITIAL, state);
}

/** The state of a hash; what is wrong or impossible keeps a possible value and is reported. */
export function decodeHash(hash: string): { readonly state: GanState; readonly problems: readonly HashProblem[] } {
  const { state, problems } = decodeState(VERSION, FIELDS, INITIAL, hash);
  const length = lengthOf(state.path);
  const wrong: HashProblem[] = [];
  const report = (name: 'at' | 'data' | 'phase', valid: string): void => {
    wrong.push({
      code: 'lab-hash-value',
      key: FIELDS[name].key,
      value: String(state[name]),
      valid,
    });
  };
  let possible = state;
  if (state.at > length) {
    report('at', `0 … ${length}`);
    possible = { ...possible, at: length };
  }
  if (state.data === 'drawn' && state.spots.length === 0) {
    report('data', DATA_NAMES.filter((name) => name !== 'drawn').join(', '));
    possible = { ...possible, data: INITIAL.data };
  }
  const phases = phasesOf(moveAt(possible.path, possible.at));
  if (state.phase !== null && !phases.includes(state.phase)) {
    report('phase', phases.join(', '));
    possible = { ...possible, phase: null };
  }
  return { state: possible, problems: [...problems, ...wrong] };
}

/** What a reader can do. */
export type GanAction =
  | TrainingAction<GanState>
  | { readonly kind: 'move'; readonly move: Move; readonly count: number }
  | { readonly kind: 'slow'; readonly on: boolean }
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'data'; readonly data: DataName }
  | { readonly kind: 'noise'; readonly noise: (typeof NOISES)[number] }
  | { readonly kind: 'train'; readonly run: RunName; readonly change: Partial<Training> }
  | { readonly kind: 'gentler' }
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'draw'; readonly spot: Spot; readonly erase: boolean }
  | { readonly kind: 'clear-drawing' };

const restart = (state: GanState): GanState => ({ ...state, path: [], at: 0, phase: null });

/** Appends moves after the tick on screen; what was stepped back from is gone. The same state where there is no room. */
function advance(state: GanState, move: Move, count: number): GanState {
  const path = extend(cutAt(state.path, state.at), move, count);
  return path === null ? state : { ...state, path, at: state.at + count, phase: null };
}

function stepForward(state: GanState): GanState {
  const move = moveAt(state.path, state.at);
  if (state.slow) {
    const phases = phasesOf(move);
    const next = state.phase === null ? 0 : phases.indexOf(state.phase) + 1;
    const phase = phases[next];
    if (phase !== undefined) return { ...state, phase };
  }
  return state.at < lengthOf(state.path) ? { ...state, at: state.at + 1, phase: null } : advance(state, 'b', 1);
}

function stepBack(state: GanState): GanState {
  if (state.slow && state.phase !== null) {
    const phases = phasesOf(moveAt(state.path, state.at));
    return { ...state, phase: phases[phases.indexOf(state.phase) - 1] ?? null };
  }
  if (state.at === 0) return { ...state, phase: null };
  const at = state.at - 1;
  return { ...state, at, phase: state.slow ? (phasesOf(moveAt(state.path, at)).at(-1) ?? null) : null };
}

/** The same training at the next lower learning rates. */
function slower(training: Training): Training {
  const lower = (rate: Training['rateD']): Training['rateD'] => RATES[RATES.indexOf(rate) - 1] ?? rate;
  return { ...training, rateD: lower(training.rateD), rateG: lower(training.rateG) };
}

/** The next state. Whatever changes the game starts it anew; as many steps back undo steps forward. */
export function reduce(state: GanState, action: GanAction): GanState {
  switch (action.kind) {
    case 'step':
      return action.by > 0 ? stepForward(state) : stepBack(state);
    case 'seek':
      return { ...state, at: Math.min(lengthOf(state.path), Math.max(0, Math.round(action.at))), phase: null };
    case 'reach': {
      // Play went on by itself: the path grows to where it came, if it is beyond the end.
      const length = lengthOf(state.path);
      if (action.at <= length) return { ...state, at: Math.max(state.at, action.at), phase: null };
      const path = extend(state.path, 'b', action.at - length);
      return path === null ? state : { ...state, path, at: action.at, phase: null };
    }
    case 'move':
      return advance(state, action.move, action.count);
    case 'reset':
      return restart(state);
    case 'new-seed':
      return restart({ ...state, seed: (state.seed + 1) % 10_000 });
    case 'slow':
      return { ...state, slow: action.on, phase: null };
    case 'stop':
      return { ...state, stop: action.stop };
    case 'data':
      return action.data === 'drawn' && state.spots.length === 0 ? state : restart({ ...state, data: action.data });
    case 'noise':
      return restart({ ...state, noise: action.noise });
    case 'train': {
      if (action.run === 'b' && state.b === null) return state;
      return restart({ ...state, [action.run]: { ...(state[action.run] ?? state.a), ...action.change } });
    }
    case 'compare':
      return restart({ ...state, b: action.on ? state.a : null });
    case 'gentler':
      return restart({ ...state, a: slower(state.a), b: state.b === null ? null : slower(state.b) });
    case 'layer':
      return {
        ...state,
        layers: LAYERS.filter((layer) => state.layers.includes(layer) !== (layer === action.layer)),
      };
    case 'draw': {
      const spots = dab(state.spots, action.spot, action.erase);
      return spots === state.spots || spots.length === 0 ? state : restart({ ...state, spots, data: 'drawn' });
    }
    case 'clear-drawing':
      return restart({ ...state, spots: [], data: state.data === 'drawn' ? INITIAL.data : state.data });
    case 'load':
      return action.state;
  }
}
