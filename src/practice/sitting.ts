/**
 * A sitting in progress: holds the state, turns the reader's deeds into journal events and watches the clock.
 *
 * Everything is synchronous up to the mirror of the storage, so what a click did is safe before the click's task ends.
 */
import type { Attempt } from '#core/exam/attempt.ts';
import {
  type Anchor,
  allowance,
  anchorOnLoad,
  deadlineOf,
  elapsedAt,
  type Now,
  remainingAt,
  sleptSince,
} from '#core/exam/clock.ts';
import type { Deed, JournalEvent } from '#core/exam/journal.ts';
import { applyEvent, foldJournal, isBlank, type SessionState } from '#core/exam/session.ts';
import type { Answer } from '#core/question/question.ts';

/** One attempt being sat or watched. */
export interface Sitting {
  readonly attempt: Attempt;
  state(): SessionState;
  /** Does something now. A tab that may only read turns pages and hides its clock, unwritten, and does nothing else. */
  act(deed: Deed): void;
  /** Answers a question; a blank answer clears it. */
  answer(question: number, answer: Answer): void;
  /** Milliseconds left, or null without a limit. */
  remaining(): number | null;
  /** Looks at the clocks: notes a sleep, submits when the time is up. Cheap; call it a few times a second and on waking. */
  tick(): void;
  /** Says whether time the machine slept counts. */
  judgeGap(counted: boolean): void;
  /** Whether another tab has the attempt. */
  readOnly(): boolean;
  setReadOnly(readOnly: boolean): void;
  subscribe(listener: () => void): () => void;
}

/** What a sitting runs on. */
export interface SittingParts {
  readonly append: (event: JournalEvent) => unknown;
  readonly now: () => Now;
}

/** Opens a sitting where its journal ends. */
export function openSitting(
  attempt: Attempt,
  journal: readonly JournalEvent[],
  { append, now }: SittingParts,
): Sitting {
  const { blueprint } = attempt;
  let state = foldJournal(attempt, journal);
  let anchor: Anchor = anchorOnLoad(state, blueprint, now());
  let readOnly = false;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const running = (): boolean => state.phase === 'running';
  const limit = (): number | null => allowance(blueprint, state.factor);
  const elapsed = (at: Now): number => {
    const used = Math.round(elapsedAt(anchor, running(), at));
    const most = limit();
    return most === null ? used : Math.max(state.elapsed, Math.min(used, most));
  };
  const look = (deed: Deed): void => {
    if ((deed.kind === 'next' || deed.kind === 'jump') && deed.to in state.questions)
      state = { ...state, here: deed.to };
    if (deed.kind === 'time') state = { ...state, clockHidden: deed.hidden };
    notify();
  };
  const record = (deed: Deed): void => {
    if (readOnly) {
      look(deed);
      return;
    }
    const at = now();
    const epoch = state.epoch + (deed.kind === 'takeover' ? 1 : 0);
    // Time that ran out while no page was open ran out then, not when somebody came back.
    const end = deed.kind === 'submit' && deed.by === 'time' ? deadlineOf(state, blueprint) : null;
    const wall = end === null ? at.wall : Math.min(at.wall, end);
    const place = { attempt: attempt.id, seq: state.seq, epoch, at: wall, elapsed: elapsed(at) };
    const event: JournalEvent = { ...deed, ...place };
    const before = state.phase;
    state = applyEvent(attempt, state, event);
    if (state.phase !== before) anchor = { ...at, elapsed: state.elapsed };
    append(event);
    notify();
  };
  return {
    attempt,
    state: () => state,
    act: record,
    answer(question, answer) {
      if (isBlank(answer) || answer === null) record({ kind: 'clear', question });
      else record({ kind: isBlank(state.questions[question]?.answer ?? null) ? 'answer' : 'change', question, answer });
    },
    remaining: () => remainingAt(limit(), elapsed(now())),
    tick() {
      if (readOnly || !running()) return;
      const at = now();
      const slept = sleptSince(anchor, at);
      if (slept > 0 && limit() !== null) {
        anchor = { ...at, elapsed: elapsed(at) };
        record({ kind: 'clock', ahead: Math.round(slept), counted: null });
      }
      if (remainingAt(limit(), elapsed(at)) === 0) record({ kind: 'submit', by: 'time' });
    },
    judgeGap(counted) {
      const { gap } = state;
      if (counted) anchor = { ...anchor, elapsed: anchor.elapsed + gap };
      record({ kind: 'clock', ahead: gap, counted });
    },
    readOnly: () => readOnly,
    setReadOnly(next) {
      readOnly = next;
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
