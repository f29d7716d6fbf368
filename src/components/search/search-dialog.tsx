import { render } from 'preact';
import { islandTranslator } from '#i18n/island-messages.ts';
import type { Messages } from '#i18n/messages.ts';
import styles from '#styles/search.css?url';
import { linkStyle } from '../link-style.ts';
import { SearchPanel } from './SearchPanel.tsx';

let dialog: HTMLDialogElement | null = null;

function build(messages: Messages): HTMLDialogElement {
  const t = islandTranslator(messages);
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', t('search.title'));
  // A press on the dialog itself, not on anything in it, is a press beside the panel.
  made.addEventListener('click', (event) => event.target === made && made.close());
  // Some browsers spend the first Escape on emptying a search field.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  const base = document.body.dataset['base'] ?? '/';
  render(
    <div class="search-box">
      <button type="button" class="search-close" onClick={() => made.close()}>
        {t('search.close')}
      </button>
      <SearchPanel messages={messages} base={base} locale={document.documentElement.lang} page={false} />
      <p class="search-keys" aria-hidden="true">
        <kbd>↑↓</kbd> {t('search.key.move')} <kbd>Enter</kbd> {t('search.key.open')} <kbd>Esc</kbd>{' '}
        {t('search.key.close')}
      </p>
    </div>,
    made,
  );
  document.body.append(made);
  return made;
}

/**
 * Opens the search over the page; the query of the last time is still there, selected. Closing gives the focus back to
 * where it was.
 */
export async function openSearchDialog(messages: Messages): Promise<void> {
  await linkStyle(styles);
  dialog ??= build(messages);
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector('input');
  field?.focus();
  field?.select();
}
