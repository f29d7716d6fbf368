import { describe, expect, it } from 'vitest';
import type { Attempt } from '#core/exam/attempt.ts';
import type { PaperMode } from '#core/exam/blueprint.ts';
import type { Deed, JournalEvent } from '#core/exam/journal.ts';
import { reportOn } from '#core/exam/report.ts';
import { formatTenths, isPass, markInTenths } from '#core/exam/score.ts';
import { foldJournal, type SessionState } from '#core/exam/session.ts';
import type { Answer, Question, QuestionKind } from '#core/question/question.ts';
import { attemptOf, pick, question } from './bank.ts';

const KINDS: readonly QuestionKind[] = ['single', 'multiple', 'truefalse', 'numeric'];

function rightAnswer(asked: Question): Exclude<Answer, null> {
  switch (asked.kind) {
    case 'single':
    case 'multiple':
      return pick(asked.options.flatMap((option) => (option.key ? [option.id] : [])).join(''));
    case 'truefalse':
      return { kind: 'truth', value: asked.answer };
    case 'numeric':
      return { kind: 'text', raw: asked.values[0] ?? '' };
  }
}

function sit(attempt: Attempt, answers: readonly Answer[]): SessionState {
  const deeds: Deed[] = [
    { kind: 'start', factor: 1, language: 'en' },
    ...answers.flatMap((answer, i): Deed[] => (answer === null ? [] : [{ kind: 'answer', question: i, answer }])),
    { kind: 'submit', by: 'reader' },
  ];
  return foldJournal(
    attempt,
    deeds.map((deed, seq): JournalEvent => ({ ...deed, attempt: attempt.id, seq, epoch: 0, at: seq, elapsed: seq })),
  );
}

const marked = (questions: readonly Question[], answers: readonly Answer[], mode: PaperMode = 'exam') => {
  const attempt = attemptOf(questions, { mode });
  return reportOn(attempt, sit(attempt, answers));
};

describe('the mark', () => {
  it('M05, M06: is exactly full for all right and 0 for all blank, for 1 … 100 questions of all kinds', () => {
    for (const mode of ['exam', 'practice'] as const) {
      for (let n = 1; n <= 100; n++) {
        const questions = Array.from({ length: n }, (_, i) =>
          question({ id: `q-${i}`, kind: KINDS[i % 4] ?? 'single' }),
        );
        const full = marked(questions, questions.map(rightAnswer), mode);
        expect([full.tenths, full.passed, full.right]).toEqual([1000, true, n]);
        const blank = marked(
          questions,
          questions.map(() => null),
          mode,
        );
        expect([blank.tenths, blank.passed, blank.right, blank.blank]).toEqual([0, false, 0, n]);
      }
    }
  });

  it('M11: is 0 for ticking everything, in both modes, for every number of options and keys', () => {
    for (const mode of ['exam', 'practice'] as const) {
      for (let n = 4; n <= 7; n++) {
        for (let k = 2; k < n; k++) {
          const letters = 'abcdefg'.slice(0, n);
          const asked = question({ id: 'all', kind: 'multiple', letters, keys: letters.slice(0, k) });
          expect(marked([asked], [pick(letters)], mode).tenths).toBe(0);
        }
      }
    }
  });

  it('shows partial marks in practice only, as the table says: AB 60, A 30, ABC 40, AC 10', () => {
    const asked = question({ id: 'five', kind: 'multiple' });
    const units = (letters: string, mode: PaperMode) => marked([asked], [pick(letters)], mode).units.earned;
    expect(['ab', 'a', 'abc', 'ac', 'cde'].map((letters) => units(letters, 'practice'))).toEqual([60, 30, 40, 10, 0]);
    expect(['ab', 'a', 'abc', 'ac', 'cde'].map((letters) => units(letters, 'exam'))).toEqual([60, 0, 0, 0, 0]);
  });

  it('is rounded down, so that 69.96 does not read as a pass', () => {
    expect(markInTenths({ earned: 6996, most: 10_000 }, 100)).toBe(699);
    expect(isPass({ earned: 6996, most: 10_000 }, { points: 100, pass: 70 })).toBe(false);
    expect([699, 700, 5, 0].map(formatTenths)).toEqual(['69.9', '70', '0.5', '0']);
  });

  it('passes at the pass mark exactly, for every n where it can be hit', () => {
    for (let n = 1; n <= 200; n++) {
      for (let right = 0; right <= n; right++) {
        const units = { earned: right * 60, most: n * 60 };
        // BigInt thousandths, by another road than the program's.
        const exact = (BigInt(right) * 100_000n) / BigInt(n) >= 70_000n;
        expect(isPass(units, { points: 100, pass: 70 })).toBe(exact);
      }
    }
  });
});

describe('the report', () => {
  const questions = [
    question({ id: 'r-1', section: 'deep-learning/relu' }),
    question({ id: 'r-2', section: 'deep-learning/relu' }),
    question({ id: 't-1', section: 'deep-learning/tanh' }),
    question({ id: 's-1', section: 'deep-learning/sigmoid' }),
    question({ id: 's-2', section: 'deep-learning/sigmoid', kind: 'numeric' }),
  ];
  const report = marked(questions, [pick('b'), pick('b'), pick('a'), pick('a'), { kind: 'text', raw: '2' }]);

  it('lists sections worst first', () => {
    expect(report.sections.map(({ topic, right, total }) => [topic, right, total])).toEqual([
      ['deep-learning/relu', 0, 2],
      ['deep-learning/sigmoid', 1, 2],
      ['deep-learning/tanh', 1, 1],
    ]);
    expect(report.chapters).toMatchObject([{ topic: 'deep-learning', right: 2, total: 5 }]);
  });

  it('names the misconception behind each wrong answer, a typed trap included, and those met twice', () => {
    expect(report.items.map((item) => item.misconceptions)).toEqual([
      ['mistake-b'],
      ['mistake-b'],
      [],
      [],
      ['upside-down'],
    ]);
    expect(report.repeated).toEqual([{ name: 'mistake-b', times: 2 }]);
  });

  it('tells right, partly right, wrong and blank apart', () => {
    const kinds = [question({ id: 'm-1', kind: 'multiple' }), ...questions.slice(0, 3)];
    const verdicts = marked(kinds, [pick('a'), pick('a'), pick('b'), null], 'practice').items.map(
      (item) => item.verdict,
    );
    expect(verdicts).toEqual(['partial', 'right', 'wrong', 'blank']);
  });

  it('says what became of changed answers', () => {
    const attempt = attemptOf(questions.slice(0, 1));
    const state = sit(attempt, [pick('a')]);
    const history = [pick('b'), pick('c'), pick('a'), null, pick('d')];
    const changed = { ...state, questions: state.questions.map((each) => ({ ...each, history })) };
    expect(reportOn(attempt, changed).items[0]?.changes).toEqual({ rightToWrong: 1, wrongToRight: 1, wrongToWrong: 1 });
  });
});
