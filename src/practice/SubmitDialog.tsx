import type { JSX } from 'preact';
import { isBlank, type SessionState } from '#core/exam/session.ts';
import { Modal } from './Modal.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly state: SessionState;
  readonly onJump: (to: number) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** Asks once more before a paper is handed in, and shows what is still open. */
export function SubmitDialog({ state, onJump, onSubmit, onClose }: Props): JSX.Element {
  const { t } = useWords();
  const numbered = state.questions.map((question, index) => ({ question, index }));
  const blank = numbered.filter(({ question }) => isBlank(question.answer));
  const flagged = numbered.filter(({ question }) => question.flagged);
  const list = (items: typeof numbered): JSX.Element => (
    <ul class="jump-list">
      {items.map(({ index }) => (
        <li key={index}>
          <button type="button" onClick={() => onJump(index)} aria-label={t('exam.map.question', { n: index + 1 })}>
            {index + 1}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Modal title={t('exam.submit.title')} onClose={onClose}>
      {blank.length === 0 && flagged.length === 0 && <p>{t('exam.submit.complete')}</p>}
      {blank.length > 0 && (
        <div>
          <p>{t('exam.submit.blank', { n: blank.length })}</p>
          {list(blank)}
        </div>
      )}
      {flagged.length > 0 && (
        <div>
          <p>{t('exam.submit.flagged', { n: flagged.length })}</p>
          {list(flagged)}
        </div>
      )}
      <p class="dialog-actions">
        <button type="button" onClick={onClose}>
          {t('exam.submit.back')}
        </button>
        <button type="button" class="primary" onClick={onSubmit}>
          {t('exam.submit.confirm')}
        </button>
      </p>
    </Modal>
  );
}
