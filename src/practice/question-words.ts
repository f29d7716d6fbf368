/** How questions and answers are said in words, the same way while answering and on the report. */
import type { AttemptQuestion } from '#core/exam/attempt.ts';
import { keyCount } from '#core/question/grade.ts';
import type { Answer, OptionId, Question } from '#core/question/question.ts';
import type { Words } from './words.ts';

/** Letter of an option by its place on the paper: A, B, … */
export function letterAt(place: number): string {
  return String.fromCharCode(65 + place);
}

/** `多选 · 选 2 项`: kind and, for `multiple`, how many to tick. */
export function kindWords(question: Question, { t }: Words): string {
  const kind = t(`question.kind.${question.kind}`);
  return question.kind === 'multiple' ? `${kind} · ${t('question.choose', { n: keyCount(question.options) })}` : kind;
}

function lettersOf(asked: AttemptQuestion, ids: readonly OptionId[], { t }: Words): string {
  return asked.options.flatMap((id, place) => (ids.includes(id) ? [letterAt(place)] : [])).join(t('exam.listComma'));
}

/** An answer in words: letters as shown, 正确/错误, the text typed, or 未作答. */
export function answerWords(asked: AttemptQuestion, answer: Answer, words: Words): string {
  const { t } = words;
  switch (answer?.kind) {
    case undefined:
      return t('exam.noAnswer');
    case 'options':
      return lettersOf(asked, answer.ids, words) || t('exam.noAnswer');
    case 'truth':
      return t(answer.value ? 'question.true' : 'question.false');
    case 'text':
      return answer.raw.trim() || t('exam.noAnswer');
  }
}

/** The right answer in words. */
export function keyWords(asked: AttemptQuestion, words: Words): string {
  const { question } = asked;
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const keys = question.options.filter((option) => option.key).map((option) => option.id);
      return lettersOf(asked, keys, words);
    }
    case 'truefalse':
      return words.t(question.answer ? 'question.true' : 'question.false');
    case 'numeric': {
      const unit = question.unit === null ? '' : ` ${question.unit.text[words.language]}`;
      return `${question.values.join(words.t('exam.listOr'))}${unit}`;
    }
  }
}
