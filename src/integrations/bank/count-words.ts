import type { Language } from '#core/question/question.ts';
import type { Bank } from './load-bank.ts';
import type { LocatedFinding } from './located.ts';

function many(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

/** The last line of the check: questions as the site counts them (a template once), and what was found. */
export function countWords(
  bank: Pick<Bank, 'questions'>,
  findings: readonly LocatedFinding[],
  language: Language,
): string {
  const questions = new Set(bank.questions.map(({ id, template }) => template ?? id)).size;
  const variants = bank.questions.length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return language === 'zh'
    ? `${questions} 题（换数字共 ${variants} 种）：${errors} 个错误，${warnings} 个警告`
    : `${many(questions, 'question')} (${variants} with all their numbers): ${many(errors, 'error')}, ${many(warnings, 'warning')}`;
}
