/** What paper building knows of a question: enough to choose and order it, not enough to show it. */
import type { Difficulty, Level, OptionId, Question, QuestionId, QuestionKind } from '#core/question/question.ts';

/** A question, or a template with all its variants; the unit that papers draw. */
export interface Candidate {
  /** Id of the question or of the template. */
  readonly id: QuestionId;
  /** `chapter/section`. */
  readonly section: string;
  readonly kind: QuestionKind;
  readonly level: Level;
  readonly difficulty: Difficulty;
  /** Option ids as written; empty for kinds without options. For a template, those of its first variant. */
  readonly options: readonly OptionId[];
  /** Whether the options stay as written. */
  readonly sorted: boolean;
  /** All other members of its enemy group, over questions and templates. */
  readonly enemies: readonly QuestionId[];
  /** Ids of a template's variants, sorted; empty for a question. */
  readonly variants: readonly QuestionId[];
}

function toCandidate(question: Question, variants: readonly QuestionId[]): Candidate {
  const choice = question.kind === 'single' || question.kind === 'multiple';
  return {
    id: question.template ?? question.id,
    section: question.section,
    kind: question.kind,
    level: question.level,
    difficulty: question.difficulty,
    options: choice ? question.options.map((option) => option.id) : [],
    sorted: choice && question.order === 'sorted',
    enemies: question.enemies,
    variants,
  };
}

const byText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/**
 * The candidates of a bank, sorted by id: retired questions left out, variants gathered under their template.
 *
 * @param questions with the enemy relation closed
 */
export function toCandidates(questions: readonly Question[]): Candidate[] {
  const active = questions.filter((question) => question.retired === null).sort((x, y) => byText(x.id, y.id));
  const known = new Set(active.map((question) => question.template ?? question.id));
  const seen = new Set<QuestionId>();
  return active
    .flatMap((question): Candidate[] => {
      const id = question.template ?? question.id;
      if (seen.has(id)) return [];
      seen.add(id);
      const variants =
        question.template === null ? [] : active.filter((each) => each.template === id).map((each) => each.id);
      const candidate = toCandidate(question, variants);
      return [{ ...candidate, enemies: candidate.enemies.filter((enemy) => known.has(enemy)) }];
    })
    .sort((x, y) => byText(x.id, y.id));
}

/** The name of a candidate's enemy group: its least member. */
export function enemyGroup(candidate: Candidate): QuestionId {
  return candidate.enemies.reduce((least, id) => (id < least ? id : least), candidate.id);
}
