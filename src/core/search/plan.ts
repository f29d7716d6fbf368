import type { SearchDictionary } from './dictionary.ts';
import { everydaySynonyms } from './everyday-synonyms.ts';
import { buildNameTable, type NameTable, segmentQuery } from './segment.ts';
import {
  buildSpeller,
  type Correction,
  completeWord,
  guessHan,
  guessPinyin,
  guessWord,
  type Speller,
} from './speller.ts';
import { cutQuestionPhrases, isStopWord } from './stop-words.ts';
import { hasHan, normaliseText } from './text.ts';

/** One way of writing what a unit asks for. */
export interface Alias {
  readonly text: string;
  /** 1 for what the reader wrote, less for a synonym. */
  readonly weight: number;
}

/** One thing the query asks for, under all the names it may have in the pages. */
export interface Unit {
  readonly text: string;
  readonly aliases: readonly Alias[];
}

/** A query, understood. */
export interface Plan {
  /** What is searched for, after corrections. */
  readonly query: string;
  readonly units: readonly Unit[];
  readonly corrections: readonly Correction[];
}

/** Everything needed to understand queries of one language; built once a dictionary. */
export interface Reader {
  readonly dictionary: SearchDictionary;
  readonly names: NameTable;
  readonly speller: Speller;
  readonly words: Intl.Segmenter;
}

/** Whether a phrase stands, exactly so, in some page. */
export type IsKnown = (phrase: string) => Promise<boolean>;

const SYNONYM = 0.7;
const RUN = /\p{Script=Han}+|[\p{L}\p{N}_]+(?:[.'’][\p{L}\p{N}]+)*/gu;

/** Prepares a dictionary for reading queries. */
export function createReader(dictionary: SearchDictionary): Reader {
  return {
    dictionary,
    names: buildNameTable(dictionary),
    speller: buildSpeller(dictionary),
    words: new Intl.Segmenter(dictionary.language, { granularity: 'word' }),
  };
}

/** Puts homophones and single wrong characters right, as long as the stretch in question stands in no page. */
async function correctHan(query: string, reader: Reader, isKnown: IsKnown, corrections: Correction[]): Promise<string> {
  let text = query;
  for (const run of query.match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (const { from, to, heard } of guessHan(run, reader.speller)) {
      if (!text.includes(from) || (await isKnown(from))) continue;
      if (!heard && (await isOrdinary(from, to, reader, isKnown))) continue;
      text = text.replace(from, to);
      corrections.push({ from, to });
    }
  }
  return text;
}

/** Whether the one differing character belongs to a word that the pages use: 系数 in 损失系数 is no slip of 函数. */
async function isOrdinary(from: string, to: string, reader: Reader, isKnown: IsKnown): Promise<boolean> {
  const at = [...from].findIndex((character, i) => character !== [...to][i]);
  for (const { segment, index } of reader.words.segment(from)) {
    if (index <= at && at < index + segment.length) return segment.length > 1 && (await isKnown(segment));
  }
  return false;
}

function unitOf(text: string, others: readonly string[] = []): Unit {
  return {
    text,
    aliases: [
      { text, weight: 1 },
      ...others.filter((other) => other !== text).map((other) => ({ text: other, weight: SYNONYM })),
    ],
  };
}

async function readWord(
  word: string,
  reader: Reader,
  isKnown: IsKnown,
  corrections: Correction[] | null,
): Promise<readonly Unit[]> {
  const { dictionary, speller } = reader;
  const synonyms = everydaySynonyms(word, dictionary.language);
  if (await isKnown(word)) return [unitOf(word, synonyms)];
  if (synonyms.length > 0) return [unitOf(word, synonyms)];
  const completions = completeWord(word, speller);
  if (completions.length > 0) return [unitOf(word, completions)];
  if (corrections !== null) {
    const guess =
      guessWord(word, speller) ??
      (dictionary.language === 'zh' && word.length >= 4 ? guessPinyin(word, dictionary, speller) : null);
    if (guess !== null) {
      corrections.push({ from: word, to: guess });
      return readText(guess, reader, isKnown, null);
    }
  }
  return [unitOf(word)];
}

/** A Chinese run between names: one unit when it stands in the pages as it is, else its words. */
async function readHan(run: string, reader: Reader, isKnown: IsKnown): Promise<readonly Unit[]> {
  const { language } = reader.dictionary;
  const words = [...reader.words.segment(run)]
    .map(({ segment }) => segment)
    .filter((word) => !isStopWord(word, language));
  const whole = words.join('') === run;
  if (words.length > 1 && whole && [...run].length <= 6 && (await isKnown(run)))
    return [unitOf(run, everydaySynonyms(run, language))];
  return words.map((word) => unitOf(word, everydaySynonyms(word, language)));
}

async function readText(
  text: string,
  reader: Reader,
  isKnown: IsKnown,
  corrections: Correction[] | null,
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const segment of segmentQuery(text, reader.names)) {
    if (segment.kind === 'term') {
      const { names, found } = segment.term;
      units.push(unitOf(segment.text, names.slice(0, found)));
      continue;
    }
    for (const run of cutQuestionPhrases(segment.text).match(RUN) ?? []) {
      if (hasHan(run)) units.push(...(await readHan(run, reader, isKnown)));
      else if (!isStopWord(run, reader.dictionary.language))
        units.push(...(await readWord(run, reader, isKnown, corrections)));
    }
  }
  const seen = new Set<string>();
  return units.filter(({ text: own }) => !seen.has(own) && seen.add(own));
}

/**
 * Understands a query: what it asks for, and what was put right on the way.
 *
 * @param correct false when the reader asked for the words as written
 */
export async function planQuery(query: string, reader: Reader, isKnown: IsKnown, correct: boolean): Promise<Plan> {
  const corrections: Correction[] = [];
  const written = normaliseText(query);
  const text =
    correct && reader.dictionary.language === 'zh' ? await correctHan(written, reader, isKnown, corrections) : written;
  const units = await readText(text, reader, isKnown, correct ? corrections : null);
  const shown = corrections.reduce((done, { from, to }) => done.replace(from, to), written);
  return { query: shown, units, corrections };
}
