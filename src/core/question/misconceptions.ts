import type { Question } from './question.ts';

function namesOf(question: Question): (string | null)[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map((option) => option.misconception);
    case 'numeric':
      return question.traps.map((trap) => trap.misconception);
    case 'truefalse':
      return [];
  }
}

/** Names of the mistakes that the wrong answers of questions rest on, each once, in the order met. */
export function misconceptionNames(questions: readonly Question[]): string[] {
  return [...new Set(questions.flatMap(namesOf))].filter((name) => name !== null);
}
