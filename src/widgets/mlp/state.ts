import { choiceField, decimalField, type Field, orNone, quantize } from '#core/state/fields.ts';
import { decodeState, encodeState, type Fields, type HashProblem } from '#core/state/url-codec.ts';
import type { RunName, TrainingAction } from '#widgets/training-state.ts';
import { DATA_NAMES, type DataName, trainingSize } from './data.ts';
import { addEdit, type Edit, editsField, MAX_VALUE, PLACES } from './edits.ts';
import { trainedIndices } from './layout.ts';
import { CORNERS, type OwnPoint, ownPointsField, putPoint } from './own-points.ts';
import { batchSize, TRAINING, type Training, trainingField } from './settings.ts';

/** What a step of the player is. */
export const UNITS = ['sample', 'batch', 'epoch'] as const;
/** When play stops by itself; each is told once, when it becomes true. */
export const STOPS = ['never', 'acc98', 'acc100', 'loss05', 'loss01', 'overfit', 'e100', 'e500'] as const;
/** How the losses are drawn: on equal steps, or on equal factors. */
export const AXES = ['linear', 'log'] as const;
/** A reason to stop. */
export type Stop = (typeof STOPS)[number];

/** Everything that decides what is on screen. */
export interface MlpState {
  readonly seed: number;
  readonly data: DataName;
  /** How far points stray, percent, 0 … 50. */
  readonly noise: number;
  /** Percent of the points that train, 10 … 100. */
  readonly share: number;
  readonly own: readonly OwnPoint[];
  readonly a: Training;
  /** The run beside it, or null: same data, same seed, same clock. */
  readonly b: Training | null;
  readonly edits: readonly Edit[];
  /** Samples seen since the beginning. */
  readonly at: number;
  readonly unit: (typeof UNITS)[number];
  readonly stop: Stop;
  readonly axis: (typeof AXES)[number];
}

/** Longest training, in epochs. */
export const MAX_EPOCHS = 20_000;
const MAX_AT = MAX_EPOCHS * 500;
/** Ends and steps of what a slider sets: noise and share of training points in per cent. */
export const RANGES = {
  seed: { min: 0, max: 9999, step: 1 },
  noise: { min: 0, max: 50, step: 5 },
  share: { min: 10, max: 100, step: 10 },
} as const;

const VERSION = 1;

/** State of a fresh page. */
export const INITIAL: MlpState = {
  seed: 1,
  data: 'circle',
  noise: 0,
  share: 50,
  own: CORNERS,
  a: TRAINING,
  b: null,
  edits: [],
  at: 0,
  unit: 'epoch',
  stop: 'never',
  axis: 'linear',
};

const stepped = ({ min, max, step }: { min: number; max: number; step: number }): Field<number> => {
  const field = decimalField(min, max, 0);
  return {
    ...field,
    parse: (text) => {
      const value = field.parse(text);
      return value === null || value % step !== 0 ? null : value;
    },
    valid: step === 1 ? field.valid : `${field.valid} (${step})`,
  };
};

const FIELDS: Fields<MlpState> = {
  seed: { key: 'seed', field: stepped(RANGES.seed) },
  data: { key: 'data', field: choiceField(DATA_NAMES) },
  noise: { key: 'noise', field: stepped(RANGES.noise) },
  share: { key: 'share', field: stepped(RANGES.share) },
  own: { key: 'own', field: ownPointsField },
  a: { key: 'a', field: trainingField },
  b: { key: 'b', field: orNone(trainingField) },
  edits: { key: 'e', field: editsField },
  at: { key: 'at', field: decimalField(0, MAX_AT, 0) },
  unit: { key: 'by', field: choiceField(UNITS) },
  stop: { key: 'stop', field: choiceField(STOPS) },
  axis: { key: 'axis', field: choiceField(AXES) },
};

/** The state as the text after `#`. */
export function encodeHash(state: MlpState): string {
  return encodeState(VERSION, FIELDS, INITIAL, state);
}

/** The state of a hash; what is wrong or impossible keeps a possible value and is reported. */
export function decodeHash(hash: string): { readonly state: MlpState; readonly problems: readonly HashProblem[] } {
  const { state, problems } = decodeState(VERSION, FIELDS, INITIAL, hash);
  const wrong: HashProblem[] = [];
  const last = MAX_EPOCHS * trainingSize(state);
  let possible = state;
  if (state.at > last) {
    wrong.push({ code: 'lab-hash-value', key: FIELDS.at.key, value: String(state.at), valid: `0 … ${last}` });
    possible = { ...possible, at: last };
  }
  const edits = state.edits.filter((edit) => isPossible(state, edit));
  if (edits.length < state.edits.length) {
    const value = editsField.print(state.edits.filter((edit) => !edits.includes(edit)));
    wrong.push({ code: 'lab-hash-value', key: FIELDS.edits.key, value, valid: placesOf(state).join(', ') });
    possible = { ...possible, edits };
  }
  return { state: possible, problems: [...problems, ...wrong] };
}

/** Whether a hand-made number is one its run has, set before the run's end. */
function isPossible(state: MlpState, { run, index, at }: Edit): boolean {
  const training = state[run];
  return (
    training !== null &&
    trainedIndices(training).includes(index) &&
    at <= updatesOf({ ...state, at: MAX_EPOCHS * trainingSize(state) }, run)
  );
}

/** What can stand in an edit, run by run: updates, and from which place to which its numbers lie. */
function placesOf(state: MlpState): string[] {
  return (['a', 'b'] as const).flatMap((run) => {
    const training = state[run];
    if (training === null) return [];
    const indices = trainedIndices(training);
    const updates = updatesOf({ ...state, at: MAX_EPOCHS * trainingSize(state) }, run);
    return [`${run}~(0 … ${updates})~(${Math.min(...indices)} … ${Math.max(...indices)})`];
  });
}

/** What a reader can do. */
export type MlpAction =
  | TrainingAction<MlpState>
  | { readonly kind: 'unit'; readonly unit: MlpState['unit'] }
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'axis'; readonly axis: MlpState['axis'] }
  | { readonly kind: 'data'; readonly data: DataName }
  | { readonly kind: 'set'; readonly name: 'noise' | 'share'; readonly value: number }
  | { readonly kind: 'train'; readonly run: RunName; readonly change: Partial<Training> }
  | { readonly kind: 'edit'; readonly run: RunName; readonly index: number; readonly value: number }
  /** Takes back what was set by hand on a run since it had made so many updates. */
  | { readonly kind: 'take-back'; readonly run: RunName; readonly from: number }
  | { readonly kind: 'put'; readonly x: number; readonly y: number; readonly target: 1 | -1 | null }
  | { readonly kind: 'clear-points' };

/** Whether a training has come to its end. */
export function isAtEnd(state: MlpState): boolean {
  return state.at >= MAX_EPOCHS * trainingSize(state);
}

/** Samples of one step of the player. */
export function stepSize(state: MlpState): number {
  switch (state.unit) {
    case 'sample':
      return 1;
    case 'batch':
      return batchSize(state.a.batch, trainingSize(state));
    case 'epoch':
      return trainingSize(state);
  }
}

/** Updates a run has made. */
export function updatesOf(state: MlpState, run: RunName): number {
  return Math.floor(state.at / batchSize((state[run] ?? state.a).batch, trainingSize(state)));
}

/** Back to the beginning, hand-made numbers forgotten: what a changed setting needs. */
const fresh = (state: MlpState): MlpState => ({ ...state, at: 0, edits: [] });

/** The next state. A step beyond either end changes nothing, so that as many steps back undo steps forward. */
export function reduce(state: MlpState, action: MlpAction): MlpState {
  switch (action.kind) {
    case 'step': {
      const at = state.at + action.by * stepSize(state);
      return at < 0 || at > MAX_EPOCHS * trainingSize(state) ? state : { ...state, at };
    }
    case 'seek':
      return { ...state, at: quantize(action.at, 0, MAX_EPOCHS * trainingSize(state), 0) };
    case 'reach':
      return action.at > state.at ? reduce(state, { kind: 'seek', at: action.at }) : state;
    case 'unit':
      return { ...state, unit: action.unit };
    case 'stop':
      return { ...state, stop: action.stop };
    case 'axis':
      return { ...state, axis: action.axis };
    case 'reset':
      return fresh(state);
    case 'new-seed':
      return fresh({ ...state, seed: (state.seed + 1) % (RANGES.seed.max + 1) });
    case 'data':
      return fresh({
        ...state,
        data: action.data,
        share: action.data === 'own' ? 100 : state.data === 'own' ? 50 : state.share,
      });
    case 'set': {
      const { min, max, step } = RANGES[action.name];
      if (Number.isNaN(action.value)) return state;
      return fresh({ ...state, [action.name]: quantize(Math.round(action.value / step) * step, min, max, 0) });
    }
    case 'train': {
      const before = state[action.run];
      if (before === null) return state;
      const training = { ...before, ...action.change };
      return training.features.length === 0 ? state : fresh({ ...state, [action.run]: training });
    }
    case 'compare':
      return fresh({ ...state, b: action.on ? state.a : null });
    case 'edit': {
      const training = state[action.run];
      if (training === null || Number.isNaN(action.value)) return state;
      const value = quantize(action.value, -MAX_VALUE, MAX_VALUE, PLACES);
      const edit: Edit = { run: action.run, at: updatesOf(state, action.run), index: action.index, value };
      return trainedIndices(training).includes(action.index) ? { ...state, edits: addEdit(state.edits, edit) } : state;
    }
    case 'take-back': {
      const edits = state.edits.filter(({ run, at }) => run !== action.run || at < action.from);
      return edits.length === state.edits.length ? state : { ...state, edits };
    }
    case 'put':
      return fresh({ ...state, own: putPoint(state.own, action, action.target) });
    case 'clear-points':
      return fresh({ ...state, own: CORNERS });
    case 'load':
      return action.state;
  }
}
