/** The state of a sitting: a pure, total fold over its journal. An event that cannot apply changes nothing. */
import type { Answer } from '#core/question/question.ts';
import type { Attempt } from './attempt.ts';
import type { JournalEvent, TimeFactor } from './journal.ts';

/** Where a sitting stands. */
export type Phase = 'ready' | 'running' | 'paused' | 'submitted';

/** One question's part of the state. */
export interface QuestionState {
  readonly answer: Answer;
  readonly flagged: boolean;
  /** The answer of the first check (practice only), which is the one that counts; undefined before it. */
  readonly checked: Answer | undefined;
  /** Every answer given, in order; a cleared one is null. */
  readonly history: readonly Answer[];
  /** Milliseconds spent on the question. */
  readonly time: number;
}

/** A sitting at one moment. */
export interface SessionState {
  readonly phase: Phase;
  /** Index of the question in view. */
  readonly here: number;
  readonly questions: readonly QuestionState[];
  readonly factor: TimeFactor;
  readonly clockHidden: boolean;
  readonly language: string;
  /** Whether the reader is being asked to confirm the submission. */
  readonly submitOpen: boolean;
  readonly submittedBy: 'reader' | 'time' | null;
  /** Wall clock of start and submission, milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly submittedAt: number | null;
  /** Milliseconds used up to the last event, and the wall clock at that event. */
  readonly elapsed: number;
  readonly at: number;
  /** How often the sitting was paused. */
  readonly pauses: number;
  /** Milliseconds the wall clock ran ahead that the reader has not yet judged. */
  readonly gap: number;
  /** For the next event. */
  readonly seq: number;
  readonly epoch: number;
}

const UNTOUCHED: QuestionState = { answer: null, flagged: false, checked: undefined, history: [], time: 0 };

/** The state before anything has happened. */
export function initialState(attempt: Attempt): SessionState {
  return {
    phase: 'ready',
    here: 0,
    questions: attempt.questions.map(() => UNTOUCHED),
    factor: 1,
    clockHidden: false,
    language: '',
    submitOpen: false,
    submittedBy: null,
    startedAt: null,
    submittedAt: null,
    elapsed: 0,
    at: attempt.createdAt,
    pauses: 0,
    gap: 0,
    seq: 0,
    epoch: 0,
  };
}

function withQuestion(state: SessionState, index: number, change: (old: QuestionState) => QuestionState): SessionState {
  return { ...state, questions: state.questions.map((old, i) => (i === index ? change(old) : old)) };
}

/** Counts the time since the last event for the sitting and for the question in view. */
function advance(state: SessionState, event: JournalEvent): SessionState {
  const elapsed = Math.max(state.elapsed, event.elapsed);
  const spent = state.phase === 'running' ? elapsed - state.elapsed : 0;
  const moved = spent === 0 ? state : withQuestion(state, state.here, (old) => ({ ...old, time: old.time + spent }));
  return {
    ...moved,
    elapsed,
    at: event.at,
    seq: Math.max(state.seq, event.seq + 1),
    epoch: Math.max(state.epoch, event.epoch),
  };
}

function setAnswer(state: SessionState, index: number, answer: Answer): SessionState {
  return withQuestion(state, index, (old) =>
    old.checked === undefined ? { ...old, answer, history: [...old.history, answer] } : old,
  );
}

function goTo(state: SessionState, to: number): SessionState {
  return to in state.questions ? { ...state, here: to, submitOpen: false } : state;
}

/** The state after one more event. */
export function applyEvent(attempt: Attempt, before: SessionState, event: JournalEvent): SessionState {
  if (event.epoch < before.epoch) return before;
  const state = advance(before, event);
  const running = state.phase === 'running';
  switch (event.kind) {
    case 'start':
      return state.phase === 'ready'
        ? { ...state, phase: 'running', factor: event.factor, language: event.language, startedAt: event.at }
        : state;
    case 'answer':
    case 'change':
      return running ? setAnswer(state, event.question, event.answer) : state;
    case 'clear':
      return running ? setAnswer(state, event.question, null) : state;
    case 'flag':
      return running ? withQuestion(state, event.question, (old) => ({ ...old, flagged: event.on })) : state;
    case 'next':
    case 'jump':
      return running ? goTo(state, event.to) : state;
    case 'pause':
      return running ? { ...state, phase: 'paused', submitOpen: false, pauses: state.pauses + 1 } : state;
    case 'resume':
      return state.phase === 'paused' ? { ...state, phase: 'running' } : state;
    case 'language':
      return { ...state, language: event.language };
    case 'time':
      return state.phase === 'submitted' ? state : { ...state, factor: event.factor, clockHidden: event.hidden };
    case 'clock':
      return { ...state, gap: event.counted === null ? state.gap + event.ahead : Math.max(0, state.gap - event.ahead) };
    case 'check':
      return running && attempt.blueprint.mode === 'practice'
        ? withQuestion(state, event.question, (old) =>
            old.checked === undefined && old.answer !== null ? { ...old, checked: old.answer } : old,
          )
        : state;
    case 'submit-open':
      return running ? { ...state, submitOpen: true } : state;
    case 'submit':
      return state.phase === 'submitted' || state.phase === 'ready'
        ? state
        : { ...state, phase: 'submitted', submitOpen: false, submittedBy: event.by, submittedAt: event.at };
    case 'review':
    case 'takeover':
      return state;
  }
}

/** The state a journal leads to; the journal is in order, as `mergeJournals` gives it. */
export function foldJournal(attempt: Attempt, journal: readonly JournalEvent[]): SessionState {
  return journal.reduce((state, event) => applyEvent(attempt, state, event), initialState(attempt));
}

/** Whether an attempt has been handed in. */
export function isOver(attempt: Attempt, journal: readonly JournalEvent[]): boolean {
  return foldJournal(attempt, journal).phase === 'submitted';
}

/** The answer that counts: in practice the one first checked, else the last one given. */
export function countedAnswer(question: QuestionState): Answer {
  return question.checked === undefined ? question.answer : question.checked;
}

/** Whether a question is unanswered; a text of nothing but spaces is. */
export function isBlank(answer: Answer): boolean {
  if (answer === null) return true;
  if (answer.kind === 'options') return answer.ids.length === 0;
  return answer.kind === 'text' && answer.raw.trim() === '';
}
