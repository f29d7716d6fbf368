import type { SearchDictionary } from './dictionary.ts';
import { editDistance } from './distance.ts';
import { hasHan, normaliseText } from './text.ts';

/** A stretch of a query that was put right. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What slips of the pen may have meant: names and headlines in characters, Latin words, and how characters sound. */
export interface Speller {
  /** Chinese names and titles, longest first, each as its characters. */
  readonly names: readonly (readonly string[])[];
  readonly words: readonly string[];
  /** Latin words of names and titles; a short word is only ever a slip of one of these. */
  readonly named: ReadonlySet<string>;
  readonly sounds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Ears do not keep these apart, so neither do typists: zh/z, ch/c, sh/s, -ng/-n, l/n, and u after j, q, x. */
function blurSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^n(?=[aeiouv])/, 'l');
}

/** Makes a speller of a dictionary. */
export function buildSpeller(dictionary: SearchDictionary): Speller {
  const sounds = new Map<string, Set<string>>();
  for (const [syllable, characters] of Object.entries(dictionary.syllables)) {
    for (const character of characters) {
      sounds.set(character, (sounds.get(character) ?? new Set<string>()).add(blurSyllable(syllable)));
    }
  }
  const spoken = [
    ...dictionary.terms.flatMap(({ names }) => names),
    ...dictionary.sections.map(({ title }) => normaliseText(title)),
  ];
  const han = new Set(spoken.flatMap((name) => name.match(/\p{Script=Han}{2,}/gu) ?? []));
  const names = [...han].map((name) => [...name]).sort((a, b) => b.length - a.length);
  const named = new Set(spoken.flatMap((name) => name.match(/[a-z]{3,}/g) ?? []));
  return { names, words: dictionary.words, named, sounds };
}

function soundsAlike(a: string, b: string, speller: Speller): boolean {
  const other = speller.sounds.get(b);
  for (const sound of speller.sounds.get(a) ?? []) if (other?.has(sound)) return true;
  return false;
}

/**
 * Every name a stretch of a Chinese run may have meant: same length, not equal, and either all differing characters sound
 * alike, or in a name of three and more exactly one differs. Longest names first, homophones before look-alikes.
 */
export function guessHan(run: string, speller: Speller): readonly (Correction & { readonly heard: boolean })[] {
  const characters = [...run];
  const guesses: (Correction & { heard: boolean; length: number })[] = [];
  for (const name of speller.names) {
    for (let at = 0; at + name.length <= characters.length; at++) {
      const differing = name.filter((character, i) => character !== characters[at + i]);
      if (differing.length === 0 || differing.length > Math.max(1, name.length - 1)) continue;
      const heard = name.every((character, i) => {
        const written = characters[at + i] ?? '';
        return written === character || soundsAlike(written, character, speller);
      });
      if (!heard && (name.length < 3 || differing.length > 1)) continue;
      guesses.push({
        from: characters.slice(at, at + name.length).join(''),
        to: name.join(''),
        heard,
        length: name.length,
      });
    }
  }
  return guesses.sort((a, b) => Number(b.heard) - Number(a.heard) || b.length - a.length);
}

/** Whether letters are the toneless pinyin of a name; a character may have several readings. */
function spells(letters: string, name: readonly string[], sounds: ReadonlyMap<string, readonly string[]>): boolean {
  const [first, ...rest] = name;
  if (first === undefined) return letters === '';
  return (sounds.get(first) ?? []).some(
    (syllable) => letters.startsWith(syllable) && spells(letters.slice(syllable.length), rest, sounds),
  );
}

/** The Chinese name that Latin letters are the pinyin of, or null. */
export function guessPinyin(letters: string, dictionary: SearchDictionary, speller: Speller): string | null {
  const sounds = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(dictionary.syllables)) {
    for (const character of characters) sounds.set(character, [...(sounds.get(character) ?? []), syllable]);
  }
  return speller.names.find((name) => spells(letters, name, sounds))?.join('') ?? null;
}

/** Words of the pages that begin as the given letters do, most frequent first, at most four. */
export function completeWord(start: string, speller: Speller): readonly string[] {
  return start.length < 2 ? [] : speller.words.filter((word) => word.startsWith(start) && word !== start).slice(0, 4);
}

/**
 * The word of the pages that a Latin word is a slip of: one edit in words from four letters, two from nine; the nearest,
 * then the most frequent. Up to five letters only words of names count, for black is no slip of back. Null when there is none.
 */
export function guessWord(word: string, speller: Speller): string | null {
  const limit = word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0;
  if (limit === 0 || hasHan(word)) return null;
  let best: string | null = null;
  let nearest = limit + 1;
  for (const candidate of speller.words) {
    if (word.length < 6 && !speller.named.has(candidate)) continue;
    const distance = editDistance(word, candidate, Math.min(limit, nearest - 1));
    if (distance < nearest) {
      best = candidate;
      nearest = distance;
    }
    if (nearest === 1) break;
  }
  return best;
}
