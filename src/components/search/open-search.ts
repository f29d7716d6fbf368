/**
 * All of the search that a page carries before it is used: `/`, Ctrl+K and every `[data-search-open]` fetch the dialog.
 * Where that fails, the search page, whose address stands in the bottom bar, is the way, as long as it can be reached.
 */

/** Says on the spot that the search is out of reach, with a way to try again: what the reader is at stays as it is. */
function sayUnreachable(retry: () => void): void {
  const [sentence = '', ...answers] = (document.body.dataset['unreachable'] ?? '').split('|');
  const notice = document.createElement('dialog');
  notice.className = 'definition';
  notice.style.cssText = 'inset: 0; margin: auto';
  notice.ariaLabel = sentence;
  const words = document.createElement('p');
  words.append(sentence);
  notice.append(words);
  for (const [i, answer] of answers.entries()) {
    const button = document.createElement('button');
    button.textContent = answer;
    button.onclick = () => {
      notice.close();
      if (i === 0) retry();
    };
    notice.append(' ', button);
  }
  notice.onclose = () => notice.remove();
  document.body.append(notice);
  notice.showModal();
}

async function open(event: Event): Promise<void> {
  event.preventDefault();
  const page = document.querySelector<HTMLAnchorElement>('a[data-search-open]')?.href;
  const field = document.querySelector<HTMLElement>('[data-search-page] input');
  field?.focus();
  if (page === undefined || field !== null) return;
  try {
    const [{ openSearchDialog }, answer] = await Promise.all([
      import('./search-dialog.tsx'),
      fetch(`${page}messages.json`),
    ]);
    await openSearchDialog(await answer.json());
  } catch {
    const reached = await fetch(page, { method: 'HEAD' }).catch(() => null);
    if (reached?.ok) location.assign(page);
    else if (document.querySelector('dialog[open]') === null) sayUnreachable(() => void open(event));
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

document.addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  if (command || slash) void open(event);
});
document.addEventListener('click', (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (plain && event.target instanceof Element && event.target.closest('[data-search-open]')) void open(event);
});
