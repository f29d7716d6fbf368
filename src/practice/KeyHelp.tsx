import type { JSX } from 'preact';
import type { TimeFactor } from '#core/exam/journal.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { FactorSelect } from './ClockFace.tsx';
import { Modal } from './Modal.tsx';
import { useWords } from './words.ts';

const KEYS: readonly (readonly [string, MessageKey])[] = [
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
  /** How much time the reader has, or null where there is nothing to choose: an untimed paper, a tab that may only read. */
  readonly factor: TimeFactor | null;
  readonly onFactor: (factor: TimeFactor) => void;
  readonly onClose: () => void;
}

/** Which keys do what, a switch for readers whose voice or hands type keys they do not mean, and the time they need. */
export function KeyHelp({ on, onSwitch, factor, onFactor, onClose }: Props): JSX.Element {
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
      {factor !== null && (
        <p>
          <FactorSelect factor={factor} onPick={onFactor} />
        </p>
      )}
      <p class="dialog-actions">
        <button type="button" onClick={onClose}>
          {t('exam.keys.close')}
        </button>
      </p>
    </Modal>
  );
}
