/**
 * Gives every runnable block of a page its Run button. This much is always loaded; editor, runner and TensorFlow.js come
 * when the button is pressed.
 */
import type { Messages } from '#i18n/messages.ts';

const carrier = document.querySelector('#run-messages');
const messages: Messages = JSON.parse(carrier?.textContent || '{}');

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-run]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'run-start';
  button.textContent = messages['run.edit'] ?? '';
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { openRunBlock } = await import('./block.ts');
      openRunBlock(figure, messages);
      button.remove();
    } catch {
      button.disabled = false;
      button.textContent = messages['error.snippet-unavailable'] ?? '';
    }
  });
  figure.querySelector('[data-code]')?.after(button);
}
