/**
 * Gives every runnable block of a page its Run button. This much is always loaded; editor, runner and their words come when
 * the button is pressed, TensorFlow.js after them. What does not come is told beside the button, which stays to try again.
 */
const words = document.querySelector<HTMLElement>('#run-messages')?.dataset ?? {};

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-run]')) {
  const button = document.createElement('button');
  const trouble = document.createElement('output');
  button.className = 'run-start';
  button.textContent = words['edit'] ?? '';
  button.onclick = async function open() {
    // Not disabled, which would lose the focus: it only does nothing more.
    button.onclick = null;
    trouble.textContent = '';
    try {
      const [{ openRunBlock }, answer] = await Promise.all([import('./block.ts'), fetch(words['href'] ?? '')]);
      openRunBlock(figure, await answer.json());
      button.remove();
    } catch {
      trouble.textContent = words['failed'] ?? '';
      button.onclick = open;
    }
  };
  figure.querySelector('[data-code]')?.after(button, trouble);
}
