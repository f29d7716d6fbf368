import type { OwnPoint } from './own-points.ts';
import { TRAINING, type Training } from './settings.ts';
import { INITIAL, type MlpState } from './state.ts';

/** How the widget starts in a place. */
export interface Preset {
  readonly state: MlpState;
  /** Whether the reader may change settings here; the page of its own always lets them. */
  readonly full: boolean;
}

const start = (change: Partial<MlpState>, a: Partial<Training> = {}, b: Partial<Training> | null = null): MlpState => ({
  ...INITIAL,
  ...change,
  a: { ...TRAINING, ...a },
  b: b === null ? null : { ...TRAINING, ...b },
});

/** The four inputs of XOR: 0 at −3 and 1 at 3, the answer 1 as +1. */
const XOR_CORNERS: readonly OwnPoint[] = [
  { x: -3, y: 3, target: 1 },
  { x: 3, y: -3, target: 1 },
  { x: -3, y: -3, target: -1 },
  { x: 3, y: 3, target: -1 },
];
const corners = { data: 'own', own: XOR_CORNERS, share: 100, seed: 4, stop: 'e100' } as const;
const single = { optimizer: 'adam', rate: '0.1', batch: '1' } as const;
const deep = { activation: 'relu', optimizer: 'adam', rate: '0.01' } as const;
const wide = {
  hidden: [8, 8],
  features: ['x', 'y', 'xx', 'yy', 'xy', 'sx', 'sy'],
  optimizer: 'adam',
  rate: '0.01',
} as const;

/** Where the widget stands: alone on its page (`lab`), in a section to count by (`layers`), or in one as a lesson. */
export const PRESETS = {
  lab: { state: INITIAL, full: true },
  layers: { state: start({ seed: 2 }, { hidden: [3] }), full: false },
  'xor-one-neuron': { state: start(corners, { ...single, hidden: [] }), full: false },
  'xor-two-hidden': { state: start(corners, { ...single, hidden: [2] }), full: false },
  'xor-hidden': { state: start({ data: 'xor', seed: 3, stop: 'e100' }, { hidden: [4] }), full: false },
  'depth-0': { state: start({ data: 'spiral', seed: 2, stop: 'e100' }, { ...deep, hidden: [] }), full: false },
  'depth-1': { state: start({ data: 'spiral', seed: 2, stop: 'e100' }, { ...deep, hidden: [8] }), full: false },
  'depth-3': { state: start({ data: 'spiral', seed: 2, stop: 'e100' }, { ...deep, hidden: [8, 8, 8] }), full: false },
  'learning-rate': { state: start({ stop: 'e100' }, {}, { rate: '3' }), full: false },
  overfit: {
    state: start({ data: 'gauss', seed: 2, noise: 50, share: 10, stop: 'e500' }, wide, {
      ...wide,
      penalty: 'l2',
      strength: '0.03',
    }),
    full: false,
  },
} as const satisfies Readonly<Record<string, Preset>>;

/** A name in {@link PRESETS}. */
export type PresetName = keyof typeof PRESETS;

/** A preset that has a hypothesis, a task and a post-mortem. */
export type LessonName = Exclude<PresetName, 'lab' | 'layers'>;

/** The lessons in order. */
export const LESSONS = [
  'xor-one-neuron',
  'xor-two-hidden',
  'xor-hidden',
  'depth-0',
  'depth-1',
  'depth-3',
  'learning-rate',
  'overfit',
] as const satisfies readonly LessonName[];

/** The lessons a reader can go through in a place: all on the widget's own page, and those on depth together. */
export function lessonsIn(preset: PresetName): readonly LessonName[] {
  return PRESETS[preset].full
    ? LESSONS
    : preset === 'depth-0'
      ? LESSONS.filter((name) => name.startsWith('depth-'))
      : [];
}

/** Type guard: whether a preset is a lesson. */
export function isLesson(preset: PresetName): preset is LessonName {
  return LESSONS.some((name) => name === preset);
}

/** Type guard: whether a text names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(PRESETS, text);
}
