/** From a blueprint's weights to the cells of its paper; the same for every seed. */
import type { Difficulty, QuestionKind } from '#core/question/question.ts';
import { type Blueprint, type Cell, isInTopic, type Share } from './blueprint.ts';
import { roundTable } from './controlled-rounding.ts';
import { divideByWeights } from './largest-remainder.ts';

interface Part<Name> {
  readonly name: Name | null;
  readonly count: number;
}

function partsOf<Name>(axis: readonly Share<Name>[], total: number): Part<Name>[] {
  if (axis.length === 0) return [{ name: null, count: total }];
  const counts = divideByWeights(
    axis.map((share) => share.weight),
    total,
  );
  return axis.map((share, i) => ({ name: share.name, count: counts[i] ?? 0 }));
}

const countOf = (part: { readonly count: number }): number => part.count;

/**
 * The cells of a paper, those without questions left out; counts sum to `blueprint.questions`.
 *
 * Axes by largest remainder, topic × kind by controlled rounding, then those cells × difficulty likewise.
 */
export function cellsOf(blueprint: Blueprint): readonly Cell[] {
  const { spread, questions } = blueprint;
  if (spread.kind === 'cells') return spread.cells;
  const topics = partsOf<string>(spread.topics, questions);
  const kinds = partsOf<QuestionKind>(spread.kinds, questions);
  const difficulties = partsOf<Difficulty>(spread.difficulty, questions);
  const pairs = roundTable(topics.map(countOf), kinds.map(countOf)).flatMap((line, i) =>
    line.map((count, j) => ({ topic: topics[i]?.name ?? null, kind: kinds[j]?.name ?? null, count })),
  );
  return roundTable(pairs.map(countOf), difficulties.map(countOf)).flatMap((line, i) =>
    line.flatMap((count, j): Cell[] => {
      const pair = pairs[i];
      if (pair === undefined || count === 0) return [];
      return [{ topic: pair.topic, kind: pair.kind, difficulty: difficulties[j]?.name ?? null, count }];
    }),
  );
}

/** What decides whether a question can stand in a cell. */
export interface Placeable {
  readonly section: string;
  readonly kind: QuestionKind;
  readonly difficulty: Difficulty;
}

/** Whether a question fits a cell. */
export function fitsCell(question: Placeable, cell: Cell): boolean {
  return (
    (cell.topic === null || isInTopic(question.section, cell.topic)) &&
    (cell.kind === null || question.kind === cell.kind) &&
    (cell.difficulty === null || question.difficulty === cell.difficulty)
  );
}

/** A cell as messages name it: `gan × multiple × 3`; an axis that means any is left out. */
export function nameCell(cell: Cell): string {
  return [cell.topic, cell.kind, cell.difficulty].filter((part) => part !== null).join(' × ') || 'any';
}
