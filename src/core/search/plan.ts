import type { Language } from '#core/question/question.ts';
import type { SearchDictionary } from './dictionary.ts';
import { everydayWord } from './everyday-synonyms.ts';
import { buildNameTable, findUnfinished, type NameTable, segmentQuery } from './segment.ts';
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
import { simplifyHan } from './traditional.ts';

/** One way of writing what a unit asks for. */
export interface Alias {
  readonly text: string;
  /** 1 for what the reader wrote, less for a synonym. */
  readonly weight: number;
}

/** One thing the query asks for, under all the names it may have in the pages. */
export interface Unit {
  readonly text: string;
  /** The section that teaches it, when it is a term of the glossary. */
  readonly taughtIn: string | null;
  /** Whether it is a word questions are put with (区别, 优点), which says how and not what. */
  readonly everyday: boolean;
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
/** A stretch without blanks or punctuation; an apostrophe or a point may stand inside it. */
const RUN = /[\p{L}\p{N}_]+(?:[.'’][\p{L}\p{N}]+)*/gu;

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

/**
 * Whether the one differing character is no slip: it belongs to a word that the pages use (系数 in 损失系数 is not meant to be
 * 函数), or, in a name of three, it stands in the pages at all.
 */
async function isOrdinary(from: string, to: string, reader: Reader, isKnown: IsKnown): Promise<boolean> {
  const characters = [...from];
  const at = characters.findIndex((character, i) => character !== [...to][i]);
  if (characters.length < 4) return isKnown(characters[at] ?? '');
  for (const { segment, index } of reader.words.segment(from)) {
    if (index <= at && at < index + segment.length) return segment.length > 1 && (await isKnown(segment));
  }
  return false;
}

function unitOf(text: string, others: readonly string[], taughtIn: string | null, everyday = false): Unit {
  const synonyms = others.filter((other) => other !== text).map((other) => ({ text: other, weight: SYNONYM }));
  return { text, taughtIn, everyday, aliases: [{ text, weight: 1 }, ...synonyms] };
}

/** A word that is no name, with its everyday synonyms. */
function wordUnit(word: string, language: Language): Unit {
  const { synonyms, how } = everydayWord(word, language);
  return unitOf(word, synonyms, null, how);
}

async function readWord(
  word: string,
  reader: Reader,
  isKnown: IsKnown,
  corrections: Correction[] | null,
): Promise<readonly Unit[]> {
  const { dictionary, speller } = reader;
  const own = wordUnit(word, dictionary.language);
  if (own.aliases.length > 1 || (await isKnown(word))) return [own];
  const completions = completeWord(word, speller);
  if (completions.length > 0) return [unitOf(word, completions, null)];
  const guess = corrections === null ? null : guessWord(word, speller);
  if (guess !== null && corrections !== null) {
    corrections.push({ from: word, to: guess });
    return readText(guess, reader, isKnown, null);
  }
  return /^[\d.]+$/.test(word) ? [] : [own];
}

/** Words of a Chinese run; characters that the segmenter leaves alone side by side are one word it does not know. */
function wordsOf(run: string, reader: Reader): readonly string[] {
  const words: string[] = [];
  let single = false;
  for (const { segment } of reader.words.segment(run)) {
    const stop = isStopWord(segment, reader.dictionary.language);
    const joins = single && !stop && segment.length === 1;
    if (joins) words.push((words.pop() ?? '') + segment);
    else if (!stop) words.push(segment);
    single = !stop && segment.length === 1;
  }
  return words;
}

/** The known word of two characters and more inside an unknown one, the longest, the last: 调试 in 好调试; null without. */
async function findKnownPart(word: string, isKnown: IsKnown): Promise<string | null> {
  for (let length = word.length - 1; length >= 2; length--) {
    for (let at = word.length - length; at >= 0; at--) {
      const part = word.slice(at, at + length);
      if (await isKnown(part)) return part;
    }
  }
  return null;
}

/** A word with Chinese in it: as it is when pages have it or it has synonyms, else the name it begins or a part of it. */
async function readHanWord(word: string, reader: Reader, isKnown: IsKnown): Promise<Unit> {
  const own = wordUnit(word, reader.dictionary.language);
  if (word.length === 1 || own.aliases.length > 1) return own;
  const known = await isKnown(word);
  const term = known && !/[a-z]/.test(word) ? undefined : findUnfinished(word, reader.names);
  if (term !== undefined) return unitOf(word, term.names.slice(0, term.found), term.section);
  const part = known ? null : await findKnownPart(word, isKnown);
  return part === null ? own : unitOf(word, [part], null);
}

/** A run with Chinese in it: one unit when it is short and stands in the pages as it is, else its words. */
async function readMixed(
  run: string,
  reader: Reader,
  isKnown: IsKnown,
  corrections: Correction[] | null,
): Promise<readonly Unit[]> {
  const words = wordsOf(run, reader);
  const short = words.length > 0 && run.startsWith(words[0] ?? '') && [...run].length <= 4;
  if (short && (await isKnown(run))) return [wordUnit(run, reader.dictionary.language)];
  const units: Unit[] = [];
  for (const word of words) {
    if (hasHan(word)) units.push(await readHanWord(word, reader, isKnown));
    else units.push(...(await readWord(word, reader, isKnown, corrections)));
  }
  return units;
}

/** A rest that is nothing but the pinyin of a name, in one word or several, as that name; any other rest as it is. */
function readPinyin(rest: string, reader: Reader, corrections: Correction[]): string {
  const letters = rest.replaceAll(' ', '');
  if (reader.dictionary.language !== 'zh' || !/^[a-z]{4,}$/.test(letters)) return rest;
  const name = guessPinyin(letters, reader.dictionary, reader.speller);
  if (name === null) return rest;
  corrections.push({ from: rest, to: name });
  return name;
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
      const { names, found, section } = segment.term;
      units.push(unitOf(segment.text, names.slice(0, found), section));
      continue;
    }
    const rest = corrections === null ? segment.text : readPinyin(segment.text, reader, corrections);
    if (rest !== segment.text) {
      units.push(...(await readText(rest, reader, isKnown, null)));
      continue;
    }
    for (const run of cutQuestionPhrases(rest).match(RUN) ?? []) {
      if (hasHan(run)) units.push(...(await readMixed(run, reader, isKnown, corrections)));
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
  const plain = normaliseText(query);
  const written = reader.dictionary.language === 'zh' ? simplifyHan(plain) : plain;
  const text =
    correct && reader.dictionary.language === 'zh' ? await correctHan(written, reader, isKnown, corrections) : written;
  const units = await readText(text, reader, isKnown, correct ? corrections : null);
  const shown = corrections.reduce((done, { from, to }) => done.replace(from, to), written);
  return { query: shown, units, corrections };
}
