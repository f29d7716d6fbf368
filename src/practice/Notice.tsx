import type { ComponentChildren, JSX } from 'preact';
import type { ExamFailure } from '#core/exam/failure.ts';
import { useWords } from './words.ts';

interface Props {
  /** `alert` interrupts a screen reader; `status` waits its turn. */
  readonly role?: 'alert' | 'status';
  readonly children: ComponentChildren;
}

/** A message that stays until what it speaks of is over. */
export function Notice({ role = 'status', children }: Props): JSX.Element {
  return (
    <div class="exam-notice" role={role}>
      {children}
    </div>
  );
}

/** How many steps of a paper could not be read, and where they are; nothing where all were. */
export function DamagedNotice({ damaged }: { damaged: number }): JSX.Element | null {
  const { t } = useWords();
  if (damaged === 0) return null;
  return (
    <Notice>
      <p>{t('exam.damagedEvents', { n: damaged })}</p>
    </Notice>
  );
}

/** What happened, and below it what still works. */
export function FailureNotice({
  failure,
  children,
}: {
  failure: ExamFailure;
  children?: ComponentChildren;
}): JSX.Element {
  const { t, to } = useWords();
  return (
    <Notice role="alert">
      <p>{t(`error.${failure.code}`, failure.values)}</p>
      {children}
      <p>
        <a href={to('/exam/')}>{t('exam.backToStart')}</a>
      </p>
    </Notice>
  );
}
