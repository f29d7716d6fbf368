/** A made-up bank for tests of papers: small questions in every kind, with ids that say where they belong. */
import type { Attempt } from '#core/exam/attempt.ts';
import type { Blueprint } from '#core/exam/blueprint.ts';
import { asOptionId, asQuestionId } from '#core/question/parse.ts';
import type { Answer, Bilingual, Difficulty, Option, Question, QuestionKind } from '#core/question/question.ts';

const both = (text: string): Bilingual => ({ zh: text, en: text });

/** Options `abcd…`; those in `keys` are right. */
export function options(letters: string, keys: string): Option[] {
  return [...letters].map((letter) => ({
    id: asOptionId(letter),
    text: both(`option ${letter}`),
    value: null,
    key: keys.includes(letter),
    misconception: keys.includes(letter) ? null : `mistake-${letter}`,
    why: both(`why ${letter}`),
  }));
}

/** What a test may set; everything else is filled in. */
export interface Wish {
  readonly id: string;
  readonly section?: string;
  readonly kind?: QuestionKind;
  readonly difficulty?: Difficulty;
  readonly enemies?: readonly string[];
  readonly template?: string;
  readonly letters?: string;
  readonly keys?: string;
  readonly sorted?: boolean;
}

/** A question that is right in every respect but has nothing to say. */
export function question(wish: Wish): Question {
  const common = {
    id: asQuestionId(wish.id),
    template: wish.template === undefined ? null : asQuestionId(wish.template),
    section: wish.section ?? 'deep-learning/relu',
    heading: null,
    level: 'understand' as const,
    difficulty: wish.difficulty ?? 2,
    verified: '2026-01-15',
    refs: [],
    stem: both(`stem of ${wish.id}`),
    concept: null,
    figure: null,
    negative: false,
    scenario: false,
    retired: null,
    enemies: (wish.enemies ?? []).map(asQuestionId),
    proof: null,
    itemHash: `hash-${wish.id}`,
    keyHash: `key-${wish.id}`,
  };
  switch (wish.kind ?? 'single') {
    case 'single':
      return {
        ...common,
        kind: 'single',
        order: wish.sorted === true ? 'sorted' : 'shuffle',
        options: options(wish.letters ?? 'abcd', wish.keys ?? 'a'),
      };
    case 'multiple':
      return {
        ...common,
        kind: 'multiple',
        order: wish.sorted === true ? 'sorted' : 'shuffle',
        options: options(wish.letters ?? 'abcde', wish.keys ?? 'ab'),
      };
    case 'truefalse':
      return { ...common, kind: 'truefalse', answer: true, why: { t: both('true'), f: both('false') } };
    case 'numeric':
      return {
        ...common,
        kind: 'numeric',
        values: ['0.5'],
        unit: null,
        tolerance: { kind: 'exact' },
        places: null,
        accept: ['decimal'],
        why: both('why'),
        traps: [{ value: '2', misconception: 'upside-down', why: both('trap') }],
      };
  }
}

/** A blueprint; a test sets what it is about. */
export function blueprint(wish: Partial<Blueprint>): Blueprint {
  return {
    id: 'test',
    title: both('title'),
    note: both('note'),
    mode: 'exam',
    questions: 10,
    minutes: 40,
    points: 100,
    pass: 70,
    spread: { kind: 'weights', topics: [], kinds: [], difficulty: [] },
    order: [],
    mocks: 1,
    ...wish,
  };
}

/** An answer that ticks some options. */
export function pick(letters: string): Extract<Answer, { kind: 'options' }> {
  return { kind: 'options', ids: [...letters].map(asOptionId) };
}

/** An attempt at these questions, options as written. */
export function attemptOf(questions: readonly Question[], wish: Partial<Blueprint> = {}): Attempt {
  return {
    schema: 1,
    id: 'abcdefghijklmnop',
    link: '#1.0123456789ab.b-test.seed.1',
    fingerprint: '12345678',
    blueprint: blueprint({ questions: questions.length, ...wish }),
    createdAt: 1_000_000,
    questions: questions.map((each) => ({
      candidate: each.template ?? each.id,
      question: each,
      options: 'options' in each ? each.options.map((option) => option.id) : [],
    })),
    sections: {},
    misconceptions: {},
  };
}
