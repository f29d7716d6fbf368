import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { formatDuration } from '#core/exam/clock.ts';
import { verdictOf } from '#core/exam/report.ts';
import { countedAnswer, isBlank, type QuestionState } from '#core/exam/session.ts';
import { gradeAnswer } from '#core/question/grade.ts';
import { loadAnswerKeys, saveAnswerKeys } from '#storage/preferences.ts';
import { chooseAt } from './AnswerField.tsx';
import { ClockFace } from './ClockFace.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { Notice } from './Notice.tsx';
import { PrintedPaper } from './PrintedPaper.tsx';
import { Question } from './Question.tsx';
import { type MapSquare, QuestionMap } from './QuestionMap.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import type { Sitting } from './sitting.ts';
import { useFocusRefuge } from './use-focus-refuge.ts';
import { useKeys, useNoSearch } from './use-keys.ts';
import { useWords } from './words.ts';

interface Props {
  readonly sitting: Sitting;
  /** Asks for the attempt where another tab has it. */
  readonly onTakeOver: () => void;
}

function squareOf(sitting: Sitting, given: QuestionState, index: number): MapSquare {
  const asked = sitting.attempt.questions[index];
  const answer = countedAnswer(given);
  const marked = given.checked !== undefined && asked !== undefined;
  const grade = marked ? gradeAnswer(asked.question, answer, 'practice') : null;
  return {
    answered: !isBlank(answer),
    flagged: given.flagged,
    verdict: grade?.kind === 'graded' ? verdictOf(grade.units, answer) : null,
  };
}

/** A paper being sat: the question, the map beside it, the clock, and the way out. */
export function SittingView({ sitting, onTakeOver }: Props): JSX.Element {
  const { t, language } = useWords();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [help, setHelp] = useState(false);
  const [keys, setKeys] = useState(loadAnswerKeys);
  useEffect(() => sitting.subscribe(() => redraw(0)), [sitting]);
  // Drawn once: nothing on it changes while the paper is sat.
  const printed = useMemo(() => <PrintedPaper attempt={sitting.attempt} />, [sitting]);
  const state = sitting.state();
  const { blueprint, questions, fingerprint } = sitting.attempt;
  const { here } = state;
  const last = questions.length - 1;
  const asked = questions[here];
  const given = state.questions[here];
  const paused = state.phase === 'paused';
  const readOnly = sitting.readOnly();
  const flagged = given?.flagged === true;
  const open = given?.checked === undefined;

  const turn = (to: number): void => {
    if (to >= 0 && to <= last && to !== here) sitting.act({ kind: 'next', to });
  };
  const flag = (): void => sitting.act({ kind: 'flag', question: here, on: !flagged });
  useFocusRefuge('.question-head h2', '.paused .primary');
  useNoSearch(blueprint.mode === 'exam');
  useKeys(keys && !paused, {
    choose(place) {
      if (asked === undefined || given === undefined || !open || readOnly) return false;
      const next = chooseAt(asked, given.answer, place);
      if (next === undefined) return false;
      sitting.answer(here, next);
      return true;
    },
    next: () => turn(here + 1),
    previous: () => turn(here - 1),
    flag,
    help: () => setHelp(true),
  });

  const unreadable =
    asked !== undefined &&
    given !== undefined &&
    gradeAnswer(asked.question, given.answer, 'practice').kind === 'unreadable';
  const checkable =
    blueprint.mode === 'practice' && open && !readOnly && !isBlank(given?.answer ?? null) && !unreadable;
  const check = (): void => {
    if (checkable) sitting.act({ kind: 'check', question: here });
  };
  const answered = state.questions.filter((each) => !isBlank(each.answer)).length;
  return (
    <div class={`exam-desk ${blueprint.mode === 'exam' ? 'is-mock' : ''}`}>
      <h1 class="visually-hidden">{blueprint.title[language]}</h1>
      {readOnly && (
        <Notice role="alert">
          <p>{t('exam.tab.taken')}</p>
          <button type="button" onClick={onTakeOver}>
            {t('exam.tab.takeOver')}
          </button>
        </Notice>
      )}
      {state.gap > 0 && !readOnly && (
        <Notice role="alert">
          <p>{t('exam.clock.slept', { time: formatDuration(state.gap) })}</p>
          <button type="button" onClick={() => sitting.judgeGap(true)}>
            {t('exam.clock.count')}
          </button>{' '}
          <button type="button" onClick={() => sitting.judgeGap(false)}>
            {t('exam.clock.forgive')}
          </button>
        </Notice>
      )}
      <div class="desk-top">
        <ClockFace sitting={sitting} />
        <span class="desk-progress">{t('exam.progress', { done: answered, n: questions.length })}</span>
        <span class="desk-tools">
          {!paused && (
            <button type="button" class="quiet" disabled={readOnly} onClick={() => sitting.act({ kind: 'pause' })}>
              {t('exam.pause')}
            </button>
          )}
          {!paused && (
            <button type="button" class="quiet print-button" onClick={() => print()}>
              {t('exam.print')}
            </button>
          )}
          <button type="button" class="quiet" aria-keyshortcuts="?" onClick={() => setHelp(true)}>
            {t('exam.keys.open')}
          </button>
        </span>
      </div>
      {paused ? (
        <div class="paused">
          <p id="paused">{t('exam.paused')}</p>
          <button
            type="button"
            class="primary"
            aria-describedby="paused"
            disabled={readOnly}
            onClick={() => sitting.act({ kind: 'resume' })}
          >
            {t('exam.resume')}
          </button>
        </div>
      ) : (
        <div class="desk-body">
          <div class="desk-question">
            <Question sitting={sitting} onEnter={check} />
            {blueprint.mode === 'practice' && open && (
              <p class="check-line">
                <button type="button" class="primary" disabled={!checkable} onClick={check}>
                  {t('exam.check')}
                </button>
                <span class="exam-note">{t('exam.checkNote')}</span>
              </p>
            )}
            <nav class="desk-turn" aria-label={t('exam.turn')}>
              <button type="button" disabled={here === 0} onClick={() => turn(here - 1)}>
                <span aria-hidden="true">← </span>
                {t('exam.previous')}
              </button>
              <button type="button" class="flag-button" aria-pressed={flagged} disabled={readOnly} onClick={flag}>
                <svg viewBox="0 0 16 20" width="13" height="16" aria-hidden="true">
                  <path d="M2 1v18M2 2h11l-3 4 3 4H2" />
                </svg>
                {t(flagged ? 'exam.unflag' : 'exam.flag')}
              </button>
              <button type="button" disabled={here === last} onClick={() => turn(here + 1)}>
                {t('exam.next')}
                <span aria-hidden="true"> →</span>
              </button>
            </nav>
          </div>
          <aside class="desk-side">
            <QuestionMap
              squares={state.questions.map((each, index) => squareOf(sitting, each, index))}
              here={here}
              onJump={(to) => sitting.act({ kind: 'jump', to })}
            />
            <ul class="map-legend" aria-hidden="true">
              <li>
                <span class="square" /> {t('exam.map.blank')}
              </li>
              <li>
                <span class="square is-answered" /> {t('exam.map.answered')}
              </li>
              <li>
                <span class="square is-flagged" /> {t('exam.map.flagged')}
              </li>
            </ul>
            <button
              type="button"
              class={`submit-button ${blueprint.mode === 'exam' || here === last ? 'primary' : ''}`}
              disabled={readOnly}
              onClick={() => sitting.act({ kind: 'submit-open' })}
            >
              {t(blueprint.mode === 'exam' ? 'exam.submit' : 'exam.finish')}
            </button>
            <p class="desk-identity">
              {t('exam.fingerprint')} <code>{fingerprint}</code>
            </p>
          </aside>
        </div>
      )}
      {!paused && printed}
      {state.submitOpen && !readOnly && (
        <SubmitDialog
          state={state}
          onJump={(to) => sitting.act({ kind: 'jump', to })}
          onClose={() => {
            if (sitting.state().submitOpen) sitting.act({ kind: 'jump', to: here });
          }}
          onSubmit={() => sitting.act({ kind: 'submit', by: 'reader' })}
        />
      )}
      {help && (
        <KeyHelp
          on={keys}
          onSwitch={(on) => {
            saveAnswerKeys(on);
            setKeys(on);
          }}
          factor={blueprint.minutes === null || readOnly ? null : state.factor}
          onFactor={(factor) => sitting.act({ kind: 'time', factor, hidden: state.clockHidden })}
          onClose={() => setHelp(false)}
        />
      )}
    </div>
  );
}
