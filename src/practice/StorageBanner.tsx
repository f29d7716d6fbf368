import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ExamStore } from '#storage/exam-store.ts';
import { Notice } from './Notice.tsx';
import { useWords } from './words.ts';

/** Says, for as long as it is so, that answers are less safe than they should be, and what still works. */
export function StorageBanner({ store }: { store: ExamStore }): JSX.Element | null {
  const { t } = useWords();
  // Nothing on the first drawing, as in the built page: a banner there would make hydration rebuild what the reader is using.
  const [status, setStatus] = useState<ReturnType<ExamStore['status']>>('durable');
  useEffect(() => {
    setStatus(store.status());
    return store.onStatus(setStatus);
  }, [store]);
  if (status === 'durable') return null;
  return (
    <Notice>
      <p>{t(`exam.storage.${status}`)}</p>
    </Notice>
  );
}
