/**
 * Gives every runnable block of a page its Run button. This much is always loaded; editor, runner and their words come when
 * the button is pressed, TensorFlow.js after them.
 */
const words = document.querySelector<HTMLElement>('#run-messages')?.dataset ?? {};

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-run]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'run-start';
  button.textContent = words['edit'] ?? '';
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const [{ openRunBlock }, answer] = await Promise.all([import('./block.ts'), fetch(words['href'] ?? '')]);
      openRunBlock(figure, await answer.json());
      button.remove();
    } catch {
      button.disabled = false;
      button.textContent = words['failed'] ?? '';
    }
  });
  figure.querySelector('[data-code]')?.after(button);
}
