import { describe, expect, it } from 'vitest';
import type { Attempt } from '#core/exam/attempt.ts';
import { DEED_KINDS, type Deed, type JournalEvent, mergeJournals } from '#core/exam/journal.ts';
import { applyEvent, countedAnswer, foldJournal, initialState } from '#core/exam/session.ts';
import type { Answer } from '#core/question/question.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { stream } from '#core/random/stream.ts';
import { attemptOf, blueprint, pick, question } from './bank.ts';

const QUESTIONS = ['one', 'two', 'three', 'four'].map((id) => question({ id }));
const EXAM = attemptOf(QUESTIONS, { questions: 4 });
const DRILL: Attempt = { ...EXAM, blueprint: blueprint({ mode: 'practice', minutes: null, pass: null }) };

const A = pick('a');
const B = pick('b');
const START: Deed = { kind: 'start', factor: 1, language: 'zh-CN' };

/** A journal with one event a second. */
function journalOf(deeds: readonly Deed[], epoch = 0, from = 0): JournalEvent[] {
  return deeds.map((deed, i) => ({
    ...deed,
    attempt: EXAM.id,
    seq: from + i,
    epoch,
    at: 1_000_000 + (from + i) * 1000,
    elapsed: (from + i) * 1000,
  }));
}

const EVERY_KIND: readonly Deed[] = [
  START,
  { kind: 'answer', question: 0, answer: A },
  { kind: 'change', question: 0, answer: B },
  { kind: 'flag', question: 0, on: true },
  { kind: 'next', to: 1 },
  { kind: 'answer', question: 1, answer: A },
  { kind: 'clear', question: 1 },
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'language', language: 'en' },
  { kind: 'time', factor: 1.5, hidden: true },
  { kind: 'clock', ahead: 5000, counted: null },
  { kind: 'clock', ahead: 5000, counted: false },
  { kind: 'jump', to: 3 },
  { kind: 'answer', question: 3, answer: B },
  { kind: 'check', question: 3 },
  { kind: 'submit-open' },
  { kind: 'jump', to: 2 },
  { kind: 'submit-open' },
  { kind: 'submit', by: 'reader' },
  { kind: 'review' },
];

describe('a sitting', () => {
  it('M01, M02: is the same after a reload at every event', () => {
    for (const attempt of [EXAM, DRILL]) {
      const journal = journalOf(EVERY_KIND);
      let live = initialState(attempt);
      for (const [i, event] of journal.entries()) {
        live = applyEvent(attempt, live, event);
        const stored: JournalEvent[] = JSON.parse(JSON.stringify(journal.slice(0, i + 1)));
        expect(foldJournal(attempt, stored)).toEqual(live);
      }
      expect(live.phase).toBe('submitted');
    }
    expect(new Set([...EVERY_KIND.map((deed) => deed.kind), 'takeover'])).toEqual(new Set(DEED_KINDS));
  });

  it('remembers answers, flags, place, language, clock and pauses', () => {
    expect(foldJournal(EXAM, journalOf(EVERY_KIND))).toMatchObject({
      here: 2,
      language: 'en',
      factor: 1.5,
      clockHidden: true,
      pauses: 1,
      gap: 0,
      submittedBy: 'reader',
      startedAt: 1_000_000,
      submittedAt: 1_019_000,
      questions: [
        { answer: B, flagged: true, history: [A, B] },
        { answer: null, flagged: false, history: [A, null] },
        { answer: null, history: [] },
        { answer: B, checked: undefined },
      ],
    });
  });

  it('counts each second for the question in view, and none while paused', () => {
    const { questions, elapsed } = foldJournal(EXAM, journalOf(EVERY_KIND));
    expect(questions.map((each) => each.time)).toEqual([4000, 8000, 2000, 4000]);
    expect(elapsed - questions.reduce((x, each) => x + each.time, 0)).toBe(2000);
  });

  it('in practice counts the first check, and locks the answer behind it', () => {
    const state = foldJournal(
      DRILL,
      journalOf([
        START,
        { kind: 'check', question: 0 },
        { kind: 'answer', question: 0, answer: A },
        { kind: 'check', question: 0 },
        { kind: 'change', question: 0, answer: B },
        { kind: 'check', question: 0 },
      ]),
    );
    expect(state.questions[0]).toMatchObject({ answer: A, checked: A });
    expect(state.questions[0] && countedAnswer(state.questions[0])).toEqual(A);
  });

  it('in an exam checks nothing before submission', () => {
    const state = foldJournal(
      EXAM,
      journalOf([START, { kind: 'answer', question: 0, answer: A }, { kind: 'check', question: 0 }]),
    );
    expect(state.questions[0]?.checked).toBeUndefined();
  });

  it('is submitted once, and nothing changes it afterwards', () => {
    const end = journalOf([START, { kind: 'answer', question: 0, answer: A }, { kind: 'submit', by: 'time' }]);
    const later = journalOf(
      [
        { kind: 'submit', by: 'reader' },
        { kind: 'change', question: 0, answer: B },
      ],
      0,
      3,
    );
    expect(foldJournal(EXAM, [...end, ...later])).toMatchObject({
      phase: 'submitted',
      submittedBy: 'time',
      submittedAt: 1_002_000,
      questions: [{ answer: A }, {}, {}, {}],
    });
  });

  it('is total: 2,000 journals of random events, in range or not, lead somewhere and never back in time', () => {
    const random = stream('events');
    for (let round = 0; round < 2000; round++) {
      const deeds = Array.from({ length: 12 }, (): Deed => {
        const deed = EVERY_KIND[random.below(EVERY_KIND.length)] ?? START;
        if ('question' in deed) return { ...deed, question: random.below(7) };
        return 'to' in deed ? { ...deed, to: random.below(7) } : deed;
      });
      const journal = journalOf(deeds).map((event) => ({ ...event, elapsed: random.below(10_000) }));
      let state = initialState(EXAM);
      for (const event of journal) {
        const next = applyEvent(EXAM, state, event);
        expect(next.elapsed).toBeGreaterThanOrEqual(state.elapsed);
        expect(next.questions).toHaveLength(4);
        expect(next.here).toBeLessThan(4);
        state = next;
      }
    }
  });
});

describe('journals', () => {
  const answers = (journal: readonly JournalEvent[]): Answer[] =>
    foldJournal(EXAM, journal).questions.map((each) => each.answer);

  it('merge to the same, whichever copies survived and in whatever order', () => {
    const journal = journalOf(EVERY_KIND);
    for (let round = 0; round < 200; round++) {
      const random = stream('merge', round);
      const cut = random.below(journal.length);
      const [database, mirror] = [journal.slice(0, cut + 1), journal.slice(random.below(cut + 1))];
      expect(mergeJournals(shuffle(mirror, random), shuffle(database, random))).toEqual(journal);
    }
  });

  it('refuse what an old tab writes after another has taken over', () => {
    const before = journalOf([START, { kind: 'answer', question: 0, answer: A }]);
    const taken = journalOf([{ kind: 'takeover' }, { kind: 'answer', question: 1, answer: B }], 1, 2);
    const late = journalOf([{ kind: 'change', question: 0, answer: B }], 0, 2);
    expect(answers(mergeJournals(before, late, taken))).toEqual([A, B, null, null]);
    expect(mergeJournals(late, taken, before)).toEqual([...before, ...taken]);
  });
});
