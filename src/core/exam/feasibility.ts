/** Whether a bank can fill a blueprint for every seed, proved before any paper is drawn. */
import type { Language } from '#core/question/question.ts';
import type { Blueprint, Cell } from './blueprint.ts';
import { type Candidate, enemyGroup } from './candidate.ts';
import { cellsOf, fitsCell, nameCell } from './cells.ts';

/** A cell that some seed would leave short. */
export interface Shortage {
  readonly blueprint: string;
  readonly cell: Cell;
  /** Disjoint papers a seed must yield. */
  readonly mocks: number;
  /** Enemy groups wholly inside the cell. */
  readonly supply: number;
}

/**
 * How many questions a cell is sure of, whatever the seed: the enemy groups wholly inside it (a question without enemies is
 * a group of one). A group that reaches beyond the cell counts nowhere, for its active member may stand outside.
 */
export function sureSupply(cell: Cell, candidates: readonly Candidate[]): number {
  const members = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = enemyGroup(candidate);
    members.set(group, [...(members.get(group) ?? []), candidate]);
  }
  return [...members.values()].filter((group) => group.every((candidate) => fitsCell(candidate, cell))).length;
}

/** Every cell whose sure supply is below mocks × need; an empty list is the proof that no seed fails. */
export function findShortages(blueprint: Blueprint, candidates: readonly Candidate[]): Shortage[] {
  return cellsOf(blueprint).flatMap((cell): Shortage[] => {
    const supply = sureSupply(cell, candidates);
    if (supply >= blueprint.mocks * cell.count) return [];
    return [{ blueprint: blueprint.id, cell, mocks: blueprint.mocks, supply }];
  });
}

/** `aca-style: gan × multiple × 3: need 3 × 1, sure supply 2`. */
export function describeShortage({ blueprint, cell, mocks, supply }: Shortage, language: Language): string {
  const place = `${blueprint}: ${nameCell(cell)}`;
  return language === 'zh'
    ? `${place}：要 ${mocks} × ${cell.count} 题，有把握的只有 ${supply} 题`
    : `${place}: need ${mocks} × ${cell.count}, sure supply ${supply}`;
}
