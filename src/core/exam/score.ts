/** Marks of a paper, exact: every question weighs the same and has 60 units, so sums are integers and nothing is rounded up. */
import { gradeAnswer, UNITS } from '#core/question/grade.ts';
import type { Attempt } from './attempt.ts';
import type { Blueprint } from './blueprint.ts';
import { countedAnswer, type SessionState } from './session.ts';

/** Units earned of units to be had. */
export interface Units {
  readonly earned: number;
  readonly most: number;
}

/** Units of each question in paper order; what cannot be read as a number counts as wrong. */
export function gradePaper(attempt: Attempt, state: SessionState): number[] {
  return attempt.questions.map(({ question }, i) => {
    const given = state.questions[i];
    if (given === undefined) return 0;
    const grade = gradeAnswer(question, countedAnswer(given), attempt.blueprint.mode);
    return grade.kind === 'graded' ? grade.units : 0;
  });
}

/** The sum of some questions' units. */
export function sumUnits(units: readonly number[]): Units {
  return { earned: units.reduce((x, y) => x + y, 0), most: units.length * UNITS };
}

/** Tenths of a point, rounded down: 700 is 70.0. */
export function markInTenths({ earned, most }: Units, points: number): number {
  return most === 0 ? 0 : Math.floor((earned * points * 10) / most);
}

/** `earned·points ≥ pass·most`, in integers; null when nothing is to be passed. */
export function isPass({ earned, most }: Units, { points, pass }: Pick<Blueprint, 'points' | 'pass'>): boolean | null {
  return pass === null ? null : earned * points >= pass * most;
}

/** Tenths as text: 700 → `70`, 695 → `69.5`. */
export function formatTenths(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
