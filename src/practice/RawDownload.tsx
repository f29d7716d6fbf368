import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words.ts';

/** Hands over, as a file, what could not be read: it is the reader's, whatever state it is in. */
export function RawDownload({ raw }: { raw: string }): JSX.Element {
  const { t } = useWords();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([raw], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [raw]);
  return (
    <a href={address} download="attempt.json">
      {t('exam.past.download')}
    </a>
  );
}
