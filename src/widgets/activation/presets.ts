import { type ActivationState, INITIAL } from './state.ts';

/** The parts of the widget a page may show. */
export type Panel = 'curves' | 'depth' | 'layer';

/** How the widget starts in a place. */
export interface Preset {
  readonly panels: readonly Panel[];
  readonly state: ActivationState;
  /** Whether the reader may choose other functions here; the page of its own always lets them. */
  readonly choose: boolean;
}

/** Where the widget stands: alone on its page (`lab`), or in a section. */
export const PRESETS = {
  lab: { panels: ['curves', 'depth', 'layer'], state: INITIAL, choose: true },
  overview: { panels: ['curves'], state: INITIAL, choose: true },
  sigmoid: { panels: ['curves'], state: { ...INITIAL, functions: ['sigmoid'], x: 2 }, choose: false },
  tanh: { panels: ['curves'], state: { ...INITIAL, functions: ['tanh', 'sigmoid'] }, choose: false },
  relu: {
    panels: ['curves', 'layer'],
    state: { ...INITIAL, functions: ['relu', 'leaky'], x: -2, shift: -1 },
    choose: false,
  },
  depth: { panels: ['depth'], state: { ...INITIAL, stepping: 'depth' }, choose: true },
} as const satisfies Readonly<Record<string, Preset>>;

/** A name in {@link PRESETS}. */
export type PresetName = keyof typeof PRESETS;

/** Type guard: whether a text names a preset. */
export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(PRESETS, text);
}
