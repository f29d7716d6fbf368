/** From a seed to a paper. Nothing here depends on the order of files or on texts: only on ids, enemies and cells. */
import type { ValuesOf } from '#core/failures.ts';
import type { OptionId, QuestionId } from '#core/question/question.ts';
import { compareHashes, type Hash, hashLabels } from '#core/random/hash.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { stream } from '#core/random/stream.ts';
import type { Blueprint, Cell } from './blueprint.ts';
import { type Candidate, enemyGroup } from './candidate.ts';
import { cellsOf, fitsCell, nameCell } from './cells.ts';
import { done, failed, type Outcome } from './failure.ts';
import type { Form } from './link.ts';

/** Part of every bank's hash: raise it when a change here or in `core/random` changes papers. */
export const PAPER_ALGORITHM = 1;

/** A question's place on a paper. */
export interface PaperItem {
  readonly candidate: QuestionId;
  /** The question to show: the candidate itself or one of its variants. */
  readonly question: QuestionId;
  readonly section: string;
  /** Option ids in the order shown; empty for kinds without options. */
  readonly options: readonly OptionId[];
}

/** A paper in the order it is sat. */
export interface Paper {
  readonly items: readonly PaperItem[];
  /** Eight decimal digits over ids, variants and orders, to compare across a class. */
  readonly fingerprint: string;
}

/** What decides a paper within one bank. */
export interface PaperChoice {
  readonly seed: string;
  readonly mock: number;
  readonly form: Form;
}

interface Ranked {
  readonly candidate: Candidate;
  readonly hash: Hash;
}

/** Candidates by hash(labels…, id), ties by id. */
function rank(candidates: readonly Candidate[], ...labels: readonly string[]): Candidate[] {
  return candidates
    .map((candidate): Ranked => ({ candidate, hash: hashLabels(...labels, candidate.id) }))
    .sort((x, y) => compareHashes(x.hash, y.hash) || (x.candidate.id < y.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** One member of each enemy group, drawn by the seed. */
function activeMembers(candidates: readonly Candidate[], seed: string): Candidate[] {
  const taken = new Set<QuestionId>();
  return rank(candidates, seed, 'enemy').filter((candidate) => {
    const group = enemyGroup(candidate);
    if (taken.has(group)) return false;
    taken.add(group);
    return true;
  });
}

function pickVariant(candidate: Candidate, seed: string): QuestionId {
  if (candidate.variants.length === 0) return candidate.id;
  // By hash of each variant's own id, so that a further variant takes over at most where it ranks first.
  const best = candidate.variants
    .map((id) => ({ id, hash: hashLabels(seed, 'variant', candidate.id, id) }))
    .sort((x, y) => compareHashes(x.hash, y.hash))[0];
  return best?.id ?? candidate.id;
}

function orderOptions(candidate: Candidate, seed: string, form: Form): readonly OptionId[] {
  if (candidate.sorted) return candidate.options;
  // From the letters in alphabetical order: the order in the file is the author's business.
  return shuffle([...candidate.options].sort(), stream(seed, form, 'options', candidate.id));
}

/** Eight decimal digits of everything a reader would see in another order. */
function fingerprintOf(items: readonly PaperItem[]): string {
  const hash = hashLabels('paper', ...items.flatMap((item) => [item.candidate, item.question, item.options.join('')]));
  const number = ((BigInt(hash.hi) << 32n) | BigInt(hash.lo)) % 100_000_000n;
  return number.toString().padStart(8, '0');
}

/** The kinds' parts of a paper: each part's kinds, or everything in one. */
function partOf(blueprint: Blueprint, candidate: Candidate): number {
  return blueprint.order.length === 0 ? 0 : blueprint.order.indexOf(candidate.kind);
}

/**
 * Builds a paper.
 *
 * @returns the paper; `exam-mock-unknown` when the blueprint promises fewer disjoint papers; `exam-paper-short` when a cell
 * cannot be filled (never for a blueprint without shortages): a paper is never silently shorter
 */
export function buildPaper(
  blueprint: Blueprint,
  candidates: readonly Candidate[],
  { seed, mock, form }: PaperChoice,
): Outcome<Paper> {
  if (mock < 1 || mock > blueprint.mocks) return failed('exam-mock-unknown', { found: mock, most: blueprint.mocks });
  const active = activeMembers(candidates, seed);
  const chosen: Candidate[] = [];
  for (const cell of cellsOf(blueprint)) {
    const ranked = rank(
      active.filter((candidate) => fitsCell(candidate, cell)),
      seed,
      'pick',
    );
    const picked = ranked.slice((mock - 1) * cell.count, mock * cell.count);
    if (picked.length < cell.count) return failed('exam-paper-short', shortValues(cell, mock, ranked.length));
    chosen.push(...picked);
  }
  const items = rank(chosen, seed, form, 'order')
    .sort((x, y) => partOf(blueprint, x) - partOf(blueprint, y))
    .map(
      (candidate): PaperItem => ({
        candidate: candidate.id,
        question: pickVariant(candidate, seed),
        section: candidate.section,
        options: orderOptions(candidate, seed, form),
      }),
    );
  return done({ items, fingerprint: fingerprintOf(items) });
}

function shortValues(cell: Cell, mock: number, supply: number): ValuesOf<'exam-paper-short'> {
  return { cell: nameCell(cell), need: mock * cell.count, supply };
}
