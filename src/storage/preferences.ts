/**
 * Small things a reader chose or left behind: the theme, and the place in each section.
 *
 * Shape: `aca.exam.open` is the link of a paper begun; `aca.theme` is `light` or `dark` (absent: the system decides); `aca.place` is JSON
 * `{ last: { path, heading, at }, read: { [path]: share | known } }` with locale-free paths. Unreadable content is treated as
 * absent; a section that is renamed leaves a dead entry behind, which nothing shows. Where storage refuses, what was said
 * on a page holds until the page is left.
 */

/** A theme as chosen; the system’s choice is no theme. */
export type Theme = 'light' | 'dark';

/** Where the reader was. */
export interface Place {
  /** Locale-free path of the section, e.g. `/chapters/deep-learning/sigmoid/`. */
  readonly path: string;
  /** Id of the last heading passed, or '' at the top. */
  readonly heading: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The last place, and of each section how far it was read (0–1, never falling) or what the reader said: known or not. */
export interface Places {
  readonly last: Place | null;
  readonly read: Readonly<Record<string, number | boolean>>;
}

const THEME = 'aca.theme';
const PLACE = 'aca.place';

/** What storage refused to keep. */
const unkept = new Map<string, string | null>();

/** Reads a value; null when storage is missing, forbidden or empty. */
function readItem(key: string): string | null {
  try {
    return unkept.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Writes a value or, given null, removes it; false when storage refuses. */
function writeItem(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unkept.delete(key);
    return true;
  } catch {
    unkept.set(key, value);
    return false;
  }
}

/** Keeps the chosen theme, which the script in the head reads; null gives the choice back to the system. */
export function saveTheme(theme: Theme | null): boolean {
  return writeItem(THEME, theme);
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'heading' in value &&
    typeof value.heading === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

/** Reads places from JSON text; whatever does not fit is left out. */
export function parsePlaces(text: string | null): Places {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return { last: null, read: {} };
    const last = 'last' in value && isPlace(value.last) ? value.last : null;
    const raw = 'read' in value && typeof value.read === 'object' && value.read !== null ? value.read : {};
    const read = Object.fromEntries(
      Object.entries(raw).filter(
        (entry): entry is [string, number | boolean] =>
          typeof entry[1] === 'boolean' || (typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= 1),
      ),
    );
    return { last, read };
  } catch {
    return { last: null, read: {} };
  }
}

/** Where the reader was, and what has been read. */
export function loadPlaces(): Places {
  return parsePlaces(readItem(PLACE));
}

/** Whether a section counts as read: by the reader's word, or from nine tenths of its text on. */
export function isRead({ read }: Places, path: string): boolean {
  return Number(read[path] ?? 0) >= 0.9;
}

/** Remembers a place and how far its section was read (0–1); what the reader said of the section stays. */
export function savePlace(place: Place, share: number): boolean {
  const { read } = loadPlaces();
  const before = read[place.path] ?? 0;
  const best = typeof before === 'boolean' ? before : Math.max(before, share);
  return writeItem(PLACE, JSON.stringify({ last: place, read: { ...read, [place.path]: best } }));
}

const KEYS = 'aca.exam.keys';

/** Whether single keys answer and turn pages on a paper; yes unless the reader switched them off. */
export function loadAnswerKeys(): boolean {
  return readItem(KEYS) !== 'off';
}

/** Keeps the choice of {@link loadAnswerKeys}. */
export function saveAnswerKeys(on: boolean): boolean {
  return writeItem(KEYS, on ? null : 'off');
}

const OPEN = 'aca.exam.open';

/** Whether a paper was begun in this browser and not handed in; the papers themselves know best, this is for a hint. */
export function hasOpenPaper(): boolean {
  return readItem(OPEN) !== null;
}

/** Keeps the link of a paper that was begun, or null when none is left. */
export function noteOpenPaper(link: string | null): boolean {
  return writeItem(OPEN, link);
}

/** Keeps the reader's word that a section is known or not, whatever is read of it before or after; the last place stays. */
export function setKnown(path: string, known: boolean): boolean {
  const { last, read } = loadPlaces();
  return writeItem(PLACE, JSON.stringify({ last, read: { ...read, [path]: known } }));
}
