import type { JSX } from 'preact';
import { Modal } from './Modal.tsx';
import { useWords } from './words.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['A … G', 'exam.keys.choose'],
  ['1 … 7', 'exam.keys.choose'],
  ['← →', 'exam.keys.turn'],
  ['↑ ↓', 'exam.keys.options'],
  ['F', 'exam.keys.flag'],
  ['?', 'exam.keys.help'],
];

interface Props {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Which keys do what, and a switch for readers whose voice or hands type keys they do not mean. */
export function KeyHelp({ on, onSwitch, onClose }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <Modal title={t('exam.keys.title')} onClose={onClose}>
      <dl class="key-list">
        {KEYS.map(([keys, says]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
      <label class="switch-row">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />{' '}
        {t('exam.keys.on')}
      </label>
      <p class="dialog-actions">
        <button type="button" onClick={onClose}>
          {t('exam.keys.close')}
        </button>
      </p>
    </Modal>
  );
}
