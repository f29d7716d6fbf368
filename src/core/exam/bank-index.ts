/**
 * What the browser must know of a bank to build papers: the small first file of `bank/<hash>/`.
 *
 * Format 1, JSON: `{ format, bank, blueprints, sections: [[key, zh, en]…], items: [[id, section, kind, level, difficulty,
 * options, enemies, variants]…] }`: numbers for section, kind and level, `=` after options that stay as written, lists of
 * ids separated by spaces.
 */
import { canonicalJson } from '#core/question/canonical.ts';
import type {
  Bilingual,
  Difficulty,
  Level,
  OptionId,
  Question,
  QuestionId,
  QuestionKind,
} from '#core/question/question.ts';
import { shortHash } from '#core/random/sha256.ts';
import type { Blueprint } from './blueprint.ts';
import type { Candidate } from './candidate.ts';
import { done, failed, type Outcome } from './failure.ts';
import { PAPER_ALGORITHM } from './paper.ts';

/** Title of a section in both languages, by `chapter/section`. */
export type SectionTitles = Readonly<Record<string, Bilingual>>;

/** A bank as papers see it. */
export interface BankIndex {
  /** 12 hexadecimal digits, see {@link bankHash}. */
  readonly bank: string;
  readonly blueprints: readonly Blueprint[];
  readonly sections: SectionTitles;
  readonly candidates: readonly Candidate[];
}

const KINDS: readonly QuestionKind[] = ['single', 'multiple', 'truefalse', 'numeric'];
const LEVELS: readonly Level[] = ['recall', 'understand', 'apply', 'analyse'];

/**
 * Names a bank: SHA-256 over items and variants (through their hashes), blueprints and the version of the algorithm,
 * 12 hexadecimal digits. Equal names promise equal papers; the order of files does not matter.
 */
export function bankHash(questions: readonly Question[], blueprints: readonly Blueprint[]): string {
  const items = questions.map((question) => `${question.id} ${question.itemHash} ${question.enemies.join(' ')}`).sort();
  const sorted = [...blueprints].sort((x, y) => (x.id < y.id ? -1 : 1));
  return shortHash(canonicalJson({ algorithm: PAPER_ALGORITHM, items, blueprints: sorted }));
}

/** The index as the text of its file. */
export function encodeIndex({ bank, blueprints, sections, candidates }: BankIndex): string {
  const keys = [...new Set(candidates.map((candidate) => candidate.section))].sort();
  const items = candidates.map((candidate) => [
    candidate.id,
    keys.indexOf(candidate.section),
    KINDS.indexOf(candidate.kind),
    LEVELS.indexOf(candidate.level),
    candidate.difficulty,
    candidate.options.join('') + (candidate.sorted ? '=' : ''),
    candidate.enemies.join(' '),
    candidate.variants.join(' '),
  ]);
  const titles = keys.map((key) => [key, sections[key]?.zh ?? key, sections[key]?.en ?? key]);
  return JSON.stringify({ format: 1, bank, blueprints, sections: titles, items });
}

type Row = readonly [string, number, number, number, Difficulty, string, string, string];

const ids = (text: string): QuestionId[] => (text === '' ? [] : text.split(' ').map((id) => id as QuestionId));

function toCandidate(
  [id, section, kind, level, difficulty, options, enemies, variants]: Row,
  keys: readonly string[],
): Candidate {
  return {
    id: id as QuestionId,
    section: keys[section] ?? '',
    kind: KINDS[kind] ?? 'single',
    level: LEVELS[level] ?? 'recall',
    difficulty,
    options: [...options.replace('=', '')].map((letter) => letter as OptionId),
    sorted: options.endsWith('='),
    enemies: ids(enemies),
    variants: ids(variants),
  };
}

/**
 * Reads an index file. The file is the site's own, so only its format is checked.
 *
 * @returns the index, or `exam-bank-unreachable` for text that is no index of format 1
 */
export function decodeIndex(text: string): Outcome<BankIndex> {
  try {
    const { format, bank, blueprints, sections, items } = JSON.parse(text);
    if (format !== 1) return failed('exam-bank-unreachable', { detail: `format ${String(format)}` });
    const rows: readonly (readonly [string, string, string])[] = sections;
    const keys = rows.map(([key]) => key);
    const titles = Object.fromEntries(rows.map(([key, zh, en]) => [key, { zh, en }]));
    return done({ bank, blueprints, sections: titles, candidates: items.map((row: Row) => toCandidate(row, keys)) });
  } catch (error) {
    return failed('exam-bank-unreachable', { detail: error instanceof Error ? error.message : String(error) });
  }
}
