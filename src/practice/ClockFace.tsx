import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { announcement, formatDuration } from '#core/exam/clock.ts';
import type { TimeFactor } from '#core/exam/journal.ts';
import type { MessageKey } from '#i18n/messages.ts';
import type { Sitting } from './sitting.ts';
import { useWords } from './words.ts';

const FACTORS: readonly TimeFactor[] = [1, 1.25, 1.5, 2, 'off'];

/** How each time factor is said. */
const FACTOR_KEYS: Readonly<Record<TimeFactor, MessageKey>> = {
  1: 'exam.clock.factor.1',
  1.25: 'exam.clock.factor.1-25',
  1.5: 'exam.clock.factor.1-5',
  2: 'exam.clock.factor.2',
  off: 'exam.clock.factor.off',
};

/** A choice of how much time to have. */
export function FactorSelect({
  factor,
  onPick,
}: {
  factor: TimeFactor;
  onPick: (factor: TimeFactor) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <label class="factor">
      {t('exam.clock.factor')}{' '}
      <select
        value={String(factor)}
        onChange={(event) => onPick(FACTORS.find((each) => String(each) === event.currentTarget.value) ?? 1)}
      >
        {FACTORS.map((each) => (
          <option key={String(each)} value={String(each)}>
            {t(FACTOR_KEYS[each])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The small clock: what remains, a way to hide it, and a voice at the start and at 10, 5 and 1 minutes. */
export function ClockFace({ sitting }: { sitting: Sitting }): JSX.Element | null {
  const { t } = useWords();
  const [remaining, setRemaining] = useState(sitting.remaining());
  const [said, setSaid] = useState('');
  const last = useRef<number | null>(null);
  const { factor, clockHidden } = sitting.state();
  useEffect(() => {
    const look = (): void => {
      sitting.tick();
      const left = sitting.remaining();
      const minutes = announcement(last.current, left);
      if (last.current === null && left !== null) setSaid(t('exam.clock.start', { time: formatDuration(left) }));
      if (minutes !== null) setSaid(t('exam.clock.left', { minutes }));
      last.current = left;
      setRemaining(left);
    };
    look();
    const timer = setInterval(look, 500);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [sitting, t]);
  if (sitting.attempt.blueprint.minutes === null) return null;
  return (
    <div class="clock">
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {!clockHidden && (
        <span class="clock-face" role="timer" aria-label={t('exam.clock.title')}>
          {remaining === null ? t('exam.clock.none') : formatDuration(remaining)}
        </span>
      )}
      <button type="button" class="quiet" onClick={() => sitting.act({ kind: 'time', factor, hidden: !clockHidden })}>
        {t(clockHidden ? 'exam.clock.show' : 'exam.clock.hide')}
      </button>
    </div>
  );
}
