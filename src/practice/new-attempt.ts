import { ATTEMPT_SCHEMA, type Attempt, type AttemptQuestion } from '#core/exam/attempt.ts';
import type { BankIndex } from '#core/exam/bank-index.ts';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { done, failed, type Outcome } from '#core/exam/failure.ts';
import { formatLink, type PaperLink } from '#core/exam/link.ts';
import type { Paper, PaperItem } from '#core/exam/paper.ts';
import type { Shard } from '#core/exam/shard.ts';
import { misconceptionNames } from '#core/question/misconceptions.ts';
import type { OptionId, Question } from '#core/question/question.ts';

/** The paper's option order over the options a variant really has. */
function realiseOptions(item: PaperItem, question: Question): readonly OptionId[] {
  if (question.kind !== 'single' && question.kind !== 'multiple') return [];
  const own = question.options.map((option) => option.id);
  return [...item.options.filter((id) => own.includes(id)), ...own.filter((id) => !item.options.includes(id))];
}

/** Everything an attempt stores, gathered once: from here on neither bank nor paper is asked again. */
export function assembleAttempt(
  id: string,
  createdAt: number,
  link: PaperLink,
  blueprint: Blueprint,
  index: BankIndex,
  paper: Paper,
  shard: Shard,
): Outcome<Attempt> {
  const byId = new Map<string, Question>(shard.questions.map((question) => [question.id, question]));
  const questions: AttemptQuestion[] = [];
  for (const item of paper.items) {
    const question = byId.get(item.question);
    if (question === undefined) return failed('exam-bank-unreachable', { detail: item.question });
    questions.push({ candidate: item.candidate, question, options: realiseOptions(item, question) });
  }
  const sections = [...new Set(paper.items.map((item) => item.section))];
  return done({
    schema: ATTEMPT_SCHEMA,
    id,
    link: formatLink(link),
    fingerprint: paper.fingerprint,
    blueprint,
    createdAt,
    questions,
    sections: Object.fromEntries(sections.map((key) => [key, index.sections[key] ?? { zh: key, en: key }])),
    misconceptions: Object.fromEntries(
      misconceptionNames(questions.map(({ question }) => question)).flatMap((name) => {
        const label = shard.misconceptions[name];
        return label === undefined ? [] : [[name, label]];
      }),
    ),
  });
}
