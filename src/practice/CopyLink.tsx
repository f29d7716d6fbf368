import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords, type Words } from './words.ts';

/** The full address of a paper, as it can be typed from a sheet. */
export function paperAddress(link: string, to: Words['to']): string {
  return new URL(to('/exam/run/') + link, location.href).href;
}

/**
 * The address that gives anybody the same paper: shown, so that it can be read off, and copied at a press, or selected where
 * the browser forbids that.
 */
export function CopyLink({ link }: { link: string }): JSX.Element {
  const { t, to } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const shown = useRef<HTMLElement>(null);
  const address = paperAddress(link, to);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setOutcome('copied');
    } catch {
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
      setOutcome('selected');
    }
  };
  return (
    <p class="copy-link">
      <span class="exam-note">{t('exam.link.label')}</span>
      <code ref={shown}>{address}</code>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {t('exam.link.copy')}
      </button>
      <span role="status" class="exam-note">
        {outcome !== null && t(`exam.link.${outcome}`)}
      </span>
    </p>
  );
}
