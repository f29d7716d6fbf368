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

/** How the widget starts in a place. */
export interface Preset {
  readonly state: GanState;
  /** Whether lessons and all settings are offered; in a section only what its text speaks of. */
  readonly full: boolean;
}

const after = (state: GanState, ticks: number): GanState => ({
  ...state,
  path: [{ move: 'b', count: ticks }],
  at: ticks,
});

/** Where the widget stands: alone on its page (`lab`), or in a section. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  lab: { state: INITIAL, full: true },
  balance: { state: after(LESSONS.balance, 1500), full: false },
  collapse: { state: after(LESSONS.collapse, 600), full: false },
  process: { state: LESSONS.process, full: false },
};

/** A name in {@link PRESETS}. */
export type PresetName = 'lab' | 'balance' | 'collapse' | 'process';

/** Type guard: whether a text names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(PRESETS, text);
}
