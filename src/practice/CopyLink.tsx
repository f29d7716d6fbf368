import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords, type Words } from './words.ts';

/** The full address of a paper, as it can be typed from a sheet. */
export function paperAddress(link: string, to: Words['to']): string {
  return new URL(to('/exam/run/') + link, location.href).href;
}

/** The address that gives anybody the same paper: shown, so that it can be read off, and copied at a press. */
export function CopyLink({ link }: { link: string }): JSX.Element {
  const { t, to } = useWords();
  const [copied, setCopied] = useState(false);
  const address = paperAddress(link, to);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without the clipboard the address stands right here to be marked by hand.
      setCopied(false);
    }
  };
  return (
    <p class="copy-link">
      <span class="exam-note">{t('exam.link.label')}</span>
      <code>{address}</code>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {t('exam.link.copy')}
      </button>
      <span role="status" class="exam-note">
        {copied && t('exam.link.copied')}
      </span>
    </p>
  );
}
