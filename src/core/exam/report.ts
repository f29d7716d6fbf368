/** What a finished attempt tells its reader: mark, pass, where it was lost, and what happened on each question. */
import { locateSection } from '#core/course/outline.ts';
import { gradeAnswer, isFull, UNITS } from '#core/question/grade.ts';
import type { Answer } from '#core/question/question.ts';
import type { Attempt, AttemptQuestion } from './attempt.ts';
import { gradePaper, isPass, markInTenths, sumUnits, type Units } from './score.ts';
import { countedAnswer, isBlank, type SessionState } from './session.ts';

/** How a question went. */
export type Verdict = 'right' | 'partial' | 'wrong' | 'blank';

/** One question of the report. */
export interface ReviewItem {
  /** Index on the paper. */
  readonly index: number;
  readonly asked: AttemptQuestion;
  readonly answer: Answer;
  readonly verdict: Verdict;
  readonly units: number;
  readonly flagged: boolean;
  /** Milliseconds. */
  readonly time: number;
  /** Names of the mistakes the answer rests on. */
  readonly misconceptions: readonly string[];
  /** What became of changed answers; a change from wrong to right is the one to be glad of. */
  readonly changes: { readonly rightToWrong: number; readonly wrongToRight: number; readonly wrongToWrong: number };
}

/** Right answers of a section or chapter. */
export interface TopicResult {
  /** `chapter/section` or `chapter`. */
  readonly topic: string;
  readonly right: number;
  readonly total: number;
  readonly units: Units;
}

/** The report of an attempt. */
export interface Report {
  readonly units: Units;
  /** Tenths of a point, rounded down. */
  readonly tenths: number;
  readonly passed: boolean | null;
  readonly right: number;
  readonly blank: number;
  /** Milliseconds used. */
  readonly elapsed: number;
  /** Worst first. */
  readonly sections: readonly TopicResult[];
  readonly chapters: readonly TopicResult[];
  /** Misconceptions met at least twice, most often first. */
  readonly repeated: readonly { readonly name: string; readonly times: number }[];
  readonly items: readonly ReviewItem[];
}

function misconceptionsOf(asked: AttemptQuestion, answer: Answer, mode: 'exam' | 'practice'): string[] {
  const { question } = asked;
  if (question.kind === 'numeric') {
    const grade = gradeAnswer(question, answer, mode);
    return grade.kind === 'graded' && grade.trap !== null ? [grade.trap.misconception] : [];
  }
  if (question.kind === 'truefalse' || answer?.kind !== 'options') return [];
  return question.options.flatMap((option) =>
    option.misconception !== null && !option.key && answer.ids.includes(option.id) ? [option.misconception] : [],
  );
}

function sameAnswer(x: Answer, y: Answer): boolean {
  if (x?.kind === 'options' && y?.kind === 'options') {
    return x.ids.length === y.ids.length && x.ids.every((id) => y.ids.includes(id));
  }
  return JSON.stringify(x) === JSON.stringify(y);
}

/** Changes between settled answers: blanks and the steps of ticking several options are no answers yet. */
function changesOf(asked: AttemptQuestion, history: readonly Answer[]): ReviewItem['changes'] {
  const changes = { rightToWrong: 0, wrongToRight: 0, wrongToWrong: 0 };
  if (asked.question.kind === 'multiple' || asked.question.kind === 'numeric') return changes;
  const settled = history.filter((answer) => !isBlank(answer));
  for (const [i, answer] of settled.entries()) {
    const before = settled[i - 1];
    if (before === undefined || sameAnswer(before, answer)) continue;
    const [was, is] = [before, answer].map((each) => isFull(gradeAnswer(asked.question, each, 'exam')));
    if (was === true) changes.rightToWrong++;
    else if (is === true) changes.wrongToRight++;
    else changes.wrongToWrong++;
  }
  return changes;
}

function teachingOrder(topic: string): number {
  const place = locateSection(topic);
  return place === null ? Number.POSITIVE_INFINITY : place.chapter * 100 + place.section;
}

function resultsBy(items: readonly ReviewItem[], topicOf: (item: ReviewItem) => string): TopicResult[] {
  const topics = [...new Set(items.map(topicOf))].map((topic): TopicResult => {
    const mine = items.filter((item) => topicOf(item) === topic);
    return {
      topic,
      right: mine.filter((item) => item.verdict === 'right').length,
      total: mine.length,
      units: sumUnits(mine.map((item) => item.units)),
    };
  });
  return topics.sort(
    (x, y) =>
      x.units.earned * y.units.most - y.units.earned * x.units.most ||
      y.total - x.total ||
      teachingOrder(x.topic) - teachingOrder(y.topic) ||
      (x.topic < y.topic ? -1 : 1),
  );
}

/** How a question with so many units went. */
export function verdictOf(units: number, answer: Answer): Verdict {
  if (isBlank(answer)) return 'blank';
  return units === UNITS ? 'right' : units > 0 ? 'partial' : 'wrong';
}

/** The report of a sitting, finished or not. */
export function reportOn(attempt: Attempt, state: SessionState): Report {
  const graded = gradePaper(attempt, state);
  const { blueprint } = attempt;
  const items = attempt.questions.flatMap((asked, index): ReviewItem[] => {
    const given = state.questions[index];
    if (given === undefined) return [];
    const answer = countedAnswer(given);
    const units = graded[index] ?? 0;
    return [
      {
        index,
        asked,
        answer,
        verdict: verdictOf(units, answer),
        units,
        flagged: given.flagged,
        time: given.time,
        misconceptions: misconceptionsOf(asked, answer, blueprint.mode),
        changes: changesOf(asked, given.history),
      },
    ];
  });
  const units = sumUnits(graded);
  const met = new Map<string, number>();
  for (const name of items.flatMap((item) => item.misconceptions)) met.set(name, (met.get(name) ?? 0) + 1);
  return {
    units,
    tenths: markInTenths(units, blueprint.points),
    passed: isPass(units, blueprint),
    right: items.filter((item) => item.verdict === 'right').length,
    blank: items.filter((item) => item.verdict === 'blank').length,
    elapsed: state.elapsed,
    sections: resultsBy(items, (item) => item.asked.question.section),
    chapters: resultsBy(items, (item) => item.asked.question.section.split('/')[0] ?? ''),
    repeated: [...met]
      .filter(([, times]) => times > 1)
      .map(([name, times]) => ({ name, times }))
      .sort((x, y) => y.times - x.times || (x.name < y.name ? -1 : 1)),
    items,
  };
}
