import { describe, expect, it } from 'vitest';
import type { Attempt } from '#core/exam/attempt.ts';
import { type JournalEvent, mergeJournals } from '#core/exam/journal.ts';
import { openSitting, type Sitting } from '#practice/sitting.ts';
import { attemptOf, pick, question } from '../exam/bank.ts';

const MINUTE = 60_000;
const ATTEMPT: Attempt = attemptOf(
  ['one', 'two'].map((id) => question({ id })),
  { minutes: 40 },
);

/** A page with clocks a test can turn, and a journal that outlives it. */
function desk(attempt = ATTEMPT) {
  const clocks = { wall: 1_000_000, mono: 0 };
  const journal: JournalEvent[] = [];
  return {
    journal,
    pass(milliseconds: number): void {
      clocks.wall += milliseconds;
      clocks.mono += milliseconds;
    },
    sleep(milliseconds: number): void {
      clocks.wall += milliseconds;
    },
    open(): Sitting {
      clocks.mono = 0;
      return openSitting(attempt, mergeJournals(journal), {
        append: (event) => journal.push(event),
        now: () => ({ ...clocks }),
      });
    },
  };
}

function started(page: ReturnType<typeof desk>): Sitting {
  const sitting = page.open();
  sitting.act({ kind: 'start', factor: 1, language: 'zh-CN' });
  return sitting;
}

describe('a sitting on a page', () => {
  it('writes an answer as answer, change or clear, at the moment it is given', () => {
    const page = desk();
    const sitting = started(page);
    page.pass(1500);
    sitting.answer(0, pick('a'));
    sitting.answer(0, pick('b'));
    sitting.answer(0, null);
    expect(page.journal.map(({ kind, seq, elapsed }) => [kind, seq, elapsed])).toEqual([
      ['start', 0, 0],
      ['answer', 1, 1500],
      ['change', 2, 1500],
      ['clear', 3, 1500],
    ]);
  });

  it('goes on after a reload where it was, the time away counted', () => {
    const page = desk();
    started(page).answer(0, pick('c'));
    page.pass(5 * MINUTE);
    const again = page.open();
    expect(again.state().questions[0]?.answer).toEqual(pick('c'));
    expect(again.remaining()).toBe(35 * MINUTE);
  });

  it('moves the deadline by a pause, also across a reload', () => {
    const page = desk();
    const sitting = started(page);
    page.pass(10 * MINUTE);
    sitting.act({ kind: 'pause' });
    page.pass(60 * MINUTE);
    const again = page.open();
    expect(again.remaining()).toBe(30 * MINUTE);
    again.act({ kind: 'resume' });
    page.pass(MINUTE);
    expect(again.remaining()).toBe(29 * MINUTE);
  });

  it('submits once when the time is up, however often the clock is looked at', () => {
    const page = desk();
    const sitting = started(page);
    page.pass(40 * MINUTE - 1);
    sitting.tick();
    expect(sitting.state().phase).toBe('running');
    page.pass(1);
    for (let i = 0; i < 5; i++) sitting.tick();
    expect(page.journal.filter((event) => event.kind === 'submit')).toHaveLength(1);
    expect(sitting.state()).toMatchObject({ phase: 'submitted', submittedBy: 'time', elapsed: 40 * MINUTE });
  });

  it('submits on opening when the deadline passed while it was closed', () => {
    const page = desk();
    started(page).answer(1, pick('a'));
    const began = page.journal[0]?.at ?? 0;
    page.pass(3 * 60 * MINUTE);
    const again = page.open();
    again.tick();
    expect(again.state()).toMatchObject({ phase: 'submitted', submittedBy: 'time', elapsed: 40 * MINUTE });
    // Handed in when the time was up, not when somebody came to look.
    expect(again.state().submittedAt).toBe(began + 40 * MINUTE);
    expect(again.state().questions[1]?.answer).toEqual(pick('a'));
  });

  it('asks about a sleep once, and counts it only when told to', () => {
    for (const [counted, left] of [
      [false, 39],
      [true, 29],
    ] as const) {
      const page = desk();
      const sitting = started(page);
      page.pass(MINUTE);
      page.sleep(10 * MINUTE);
      sitting.tick();
      sitting.tick();
      expect(sitting.state().gap).toBe(10 * MINUTE);
      expect(sitting.remaining()).toBe(39 * MINUTE);
      sitting.judgeGap(counted);
      expect(sitting.state().gap).toBe(0);
      expect(sitting.remaining()).toBe(left * MINUTE);
    }
  });

  it('writes nothing in a tab that may only read', () => {
    const page = desk();
    const sitting = started(page);
    sitting.setReadOnly(true);
    sitting.answer(0, pick('a'));
    page.pass(41 * MINUTE);
    sitting.tick();
    expect(page.journal).toHaveLength(1);
  });

  it('lets a tab that may only read turn pages and hide its clock, and nothing of it is written', () => {
    const page = desk();
    const sitting = started(page);
    sitting.setReadOnly(true);
    sitting.act({ kind: 'next', to: 1 });
    sitting.act({ kind: 'time', factor: 2, hidden: true });
    expect(sitting.state()).toMatchObject({ here: 1, clockHidden: true, factor: 1 });
    sitting.act({ kind: 'jump', to: 0 });
    sitting.act({ kind: 'jump', to: 2 });
    sitting.act({ kind: 'flag', question: 0, on: true });
    sitting.act({ kind: 'pause' });
    expect(sitting.state()).toMatchObject({ here: 0, phase: 'running', questions: [{ flagged: false }, {}] });
    expect(page.journal).toHaveLength(1);
  });

  it('after a take-over the new tab counts and the old one’s late writes do not', () => {
    const page = desk();
    const old = started(page);
    old.answer(0, pick('a'));
    const fresh = page.open();
    fresh.act({ kind: 'takeover' });
    old.answer(0, pick('b'));
    fresh.answer(1, pick('c'));
    expect(page.open().state()).toMatchObject({ epoch: 1, questions: [{ answer: pick('a') }, { answer: pick('c') }] });
  });
});
