import { type Spot, snap } from './drawn.ts';
import type { Move } from './moves.ts';
import { TRAINING } from './settings.ts';
import { type GanState, INITIAL } from './state.ts';

/** A first task for the reader: a state and a sentence `gan.task.<name>` that says what to do in it. */
export const LESSONS = {
  process: { ...INITIAL, slow: true },
  // A D that learns ten times as fast stays near its best against a G that changes slowly: every seed tried came to balance.
  balance: {
    ...INITIAL,
    a: { ...TRAINING, rateD: '0.01', rateG: '0.001', widthD: 16, widthG: 16 },
    stop: 'marks',
  },
  collapse: { ...INITIAL, data: 'eight', seed: 2, a: { ...TRAINING, rateG: '0.05' }, stop: 'alarm' },
  blind: { ...INITIAL, seed: 4, a: { ...TRAINING, activationD: 'relu' }, stop: 't2000' },
  compare: {
    ...INITIAL,
    data: 'eight',
    seed: 2,
    a: { ...TRAINING, rateG: '0.05' },
    b: TRAINING,
    stop: 't2000',
  },
  arrows: { ...INITIAL, layers: ['map', 'fake', 'arrows'], path: [{ move: 'b', count: 150 }], at: 150 },
} as const satisfies Readonly<Record<string, GanState>>;

/** A name in {@link LESSONS}. */
export type LessonName = keyof typeof LESSONS;

/** Type guard: whether a text names a lesson. */
export function isLessonName(text: string): text is LessonName {
  return Object.hasOwn(LESSONS, text);
}

/** How the widget starts in a place. */
export interface Preset {
  readonly state: GanState;
  /** Whether lessons and all settings are offered; in a section only what its text speaks of. */
  readonly full: boolean;
  /** Whether the curves stand open in a section: where its text speaks of them. */
  readonly course?: true;
}

const after = (state: GanState, ticks: number, move: Move = 'b'): GanState => ({
  ...state,
  path: [{ move, count: ticks }],
  at: ticks,
});

/** Points up and to the right, where G does not begin. */
const CORNER: readonly Spot[] = [snap(1, 0.8), snap(1.1, 0.9), snap(0.9, 0.9), snap(1, 1), snap(1.1, 0.7)];
/** Fourteen points of two kinds: nine at the upper left, five at the lower right. */
const RARE: readonly Spot[] = [
  ...Array.from({ length: 9 }, (_, i) => snap(-0.7 + 0.1 * (i % 3), 0.4 + 0.1 * Math.floor(i / 3))),
  ...Array.from({ length: 5 }, (_, i) => snap(0.55 + 0.1 * (i % 3), -0.55 + 0.1 * Math.floor(i / 3))),
];
/** Plain gradient descent: Adam would scale small slopes up. */
const PLAIN = { ...TRAINING, optimizer: 'sgd', rateD: '0.1', rateG: '0.005' } as const;

/** Where the widget stands: alone on its page (`lab`), or in a section. */
export const PRESETS = {
  lab: { state: INITIAL, full: true },
  ring: { state: { ...INITIAL, stop: 't2000' }, full: false },
  map: { state: after({ ...INITIAL, data: 'two', seed: 1 }, 200, 'd'), full: false },
  losses: {
    state: after(
      { ...INITIAL, data: 'drawn', spots: CORNER, seed: 2, a: PLAIN, b: { ...PLAIN, loss: 'minimax' } },
      100,
      'd',
    ),
    full: false,
  },
  balance: { state: after(LESSONS.balance, 1500), full: false, course: true },
  process: { state: LESSONS.process, full: false },
  collapse: { state: after(LESSONS.collapse, 600), full: false },
  course: { state: after(INITIAL, 2000), full: false, course: true },
  rare: { state: after({ ...INITIAL, data: 'drawn', spots: RARE, seed: 6 }, 1000), full: false },
} as const satisfies Readonly<Record<string, Preset>>;

/** A name in {@link PRESETS}. */
export type PresetName = keyof typeof PRESETS;

/** Type guard: whether a text names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(PRESETS, text);
}
