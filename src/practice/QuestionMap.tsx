import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Verdict } from '#core/exam/report.ts';
import { useWords } from './words.ts';

/** What a square of the map shows. */
export interface MapSquare {
  readonly answered: boolean;
  readonly flagged: boolean;
  /** Where the marking is known already. */
  readonly verdict: Verdict | null;
}

interface Props {
  readonly squares: readonly MapSquare[];
  readonly here: number;
  readonly onJump: (to: number) => void;
}

const SIGNS: Readonly<Record<Verdict, string>> = { right: '✓', partial: '◐', wrong: '✗', blank: '○' };

/** The paper at a glance. One stop for Tab; arrows, Home and End move within. */
export function QuestionMap({ squares, here, onJump }: Props): JSX.Element {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const focusAt = (index: number): void => {
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.max(0, Math.min(buttons.length - 1, index))]?.focus();
  };
  const move = (event: KeyboardEvent, index: number): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: index + 1,
      ArrowDown: index + 5,
      ArrowLeft: index - 1,
      ArrowUp: index - 5,
      Home: 0,
      End: squares.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focusAt(to);
  };
  const say = (square: MapSquare, index: number): string =>
    [
      t('exam.map.question', { n: index + 1 }),
      square.verdict === null
        ? t(square.answered ? 'exam.map.answered' : 'exam.map.blank')
        : t(`exam.verdict.${square.verdict}`),
      ...(square.flagged ? [t('exam.map.flagged')] : []),
    ].join(t('exam.listComma'));
  return (
    <nav class="question-map" aria-label={t('exam.map.title')}>
      <ol ref={list}>
        {squares.map((square, index) => (
          <li key={`${index + 1}`}>
            <button
              type="button"
              class={`square ${square.answered ? 'is-answered' : ''} ${square.flagged ? 'is-flagged' : ''} ${square.verdict ?? ''}`}
              tabIndex={index === here ? 0 : -1}
              aria-current={index === here ? 'step' : undefined}
              aria-label={say(square, index)}
              onClick={() => onJump(index)}
              onKeyDown={(event) => move(event, index)}
            >
              {index + 1}
              {square.verdict !== null && <span class="sign">{SIGNS[square.verdict]}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
