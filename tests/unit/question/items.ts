/** Sound items for tests to build on; each builder takes what a test changes. */
import { expect } from 'vitest';
import { parseItem } from '#core/question/parse.ts';
import type { MultipleQuestion, NumericQuestion, Question } from '#core/question/question.ts';

export const COMMON = {
  section: 'deep-learning/relu',
  level: 'apply',
  difficulty: 2,
  verified: '2026-01-15',
  source: { origin: 'original', refs: ['seed 一.4-5'] },
};

/** Converts an item that must be sound; fails the test with the findings otherwise. */
export function sound(loose: Record<string, unknown>, id = 'dl-test-item'): Question {
  const { item, findings } = parseItem(id, loose);
  expect(
    findings
      .filter((finding) => finding.severity === 'error')
      .map((finding) => `${finding.path.join('.')}: ${finding.found.en}`),
  ).toEqual([]);
  if (item === null) throw new Error(`${id} is not sound`);
  return item.question;
}

const WHY = { zh: '这里写的是这个选项为什么对或错的理由。', en: 'This says why the option is right or wrong.' };

/** A choice question whose options a, b, … are keys where `keys` names them. */
export function choice(n: number, keys: string): MultipleQuestion {
  const ids = Array.from({ length: n }, (_, i) => String.fromCharCode(97 + i));
  const question = sound({
    ...COMMON,
    kind: 'multiple',
    stem: { zh: '下面哪些说法符合这个测试的设定？', en: 'Which of these statements fit the setting of this test?' },
    options: ids.map((id) => ({
      id,
      text: { zh: `选项内容${id}`, en: `content ${id}` },
      ...(keys.includes(id) ? { key: true } : { misconception: 'forgot-bias' }),
      why: WHY,
    })),
  });
  if (question.kind !== 'multiple') throw new Error('not multiple');
  return question;
}

/** A numeric question with the given fields. */
export function numeric(fields: Record<string, unknown>): NumericQuestion {
  const question = sound({
    ...COMMON,
    kind: 'numeric',
    stem: {
      zh: '这个测试题的正确答案是多少，写成小数？',
      en: 'What is the right answer of this test item, as a decimal?',
    },
    unit: 'none',
    value: '0.5',
    why: WHY,
    proof: 'return 0.5;',
    ...fields,
  });
  if (question.kind !== 'numeric') throw new Error('not numeric');
  return question;
}
