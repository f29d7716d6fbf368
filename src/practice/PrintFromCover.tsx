import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Attempt } from '#core/exam/attempt.ts';
import type { ExamFailure } from '#core/exam/failure.ts';
import type { ReadyPaper } from './open-paper.ts';
import { PrintedKey, PrintedPaper } from './PrintedPaper.tsx';
import { useWords } from './words.ts';

interface Sheet {
  readonly part: 'paper' | 'key';
  readonly attempt: Attempt;
}

/** Prints a paper, or its key, without sitting it: nothing is stored and no clock starts. */
export function PrintFromCover({ paper }: { paper: ReadyPaper }): JSX.Element {
  const { t } = useWords();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [failure, setFailure] = useState<ExamFailure | null>(null);
  useEffect(() => {
    if (sheet !== null) print();
  }, [sheet]);
  const prepare = async (part: Sheet['part']): Promise<void> => {
    const begun = await paper.begin(Date.now());
    setFailure(begun.kind === 'failed' ? begun.failure : null);
    if (begun.kind === 'done') setSheet({ part, attempt: begun.value });
  };
  return (
    <>
      <details class="cover-print">
        <summary>{t('exam.cover.print')}</summary>
        <p class="exam-note">{t('exam.cover.printNote')}</p>
        <p>
          <button type="button" onClick={() => void prepare('paper')}>
            {t('exam.cover.printPaper')}
          </button>{' '}
          <button type="button" onClick={() => void prepare('key')}>
            {t('exam.cover.printKey')}
          </button>
        </p>
        {failure !== null && <p role="alert">{t(`error.${failure.code}`, failure.values)}</p>}
      </details>
      {sheet?.part === 'paper' && <PrintedPaper attempt={sheet.attempt} />}
      {sheet?.part === 'key' && <PrintedKey attempt={sheet.attempt} />}
    </>
  );
}
