/** The keyboard of the lab: the same keys in every widget, and only with the focus inside it. */

/** What a key asks for. */
export type LabKey =
  | 'back'
  | 'forward'
  | 'play'
  | 'first'
  | 'last'
  | 'reset'
  | 'new-seed'
  | 'faster'
  | 'slower'
  | 'help';

const KEYS: Readonly<Record<string, LabKey>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  ' ': 'play',
  Home: 'first',
  End: 'last',
  r: 'reset',
  R: 'reset',
  n: 'new-seed',
  N: 'new-seed',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
  '?': 'help',
};

/** Keys and their names in the help, in order; keys that belong together stand in one line, under the name of one. */
export const KEY_HELP: readonly (readonly [string, Exclude<LabKey, 'back' | 'last' | 'slower'>])[] = [
  ['← →', 'forward'],
  ['Space', 'play'],
  ['Home / End', 'first'],
  ['+ −', 'faster'],
  ['R', 'reset'],
  ['N', 'new-seed'],
  ['?', 'help'],
];

const MOVES: readonly LabKey[] = ['back', 'forward', 'play', 'first', 'last'];

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly target: EventTarget | null;
}

/**
 * What a key press asks for, or null when it is not ours: with a modifier, while writing in a field, or where the focused
 * control has a use for the key itself (arrows on a slider, Space on a button).
 */
export function labKeyOf(press: KeyPress): LabKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const action = KEYS[press.key] ?? null;
  if (action === null || !(press.target instanceof Element)) return action;
  // A table or a program's output that scrolls needs the keys that move.
  if (MOVES.includes(action) && press.target.closest('.table-scroll, pre') !== null) return null;
  const control = press.target.closest('input, select, textarea, button, summary, a');
  if (control === null) return action;
  const type = control.getAttribute('type');
  const writes =
    control.matches('textarea, select') ||
    (control.matches('input') && type !== 'range' && type !== 'checkbox' && type !== 'radio');
  if (writes) return null;
  const ownUse = control.matches('input') ? MOVES.includes(action) : action === 'play';
  return ownUse ? null : action;
}
