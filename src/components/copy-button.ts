/**
 * A press on `[data-copy]` copies the code it stands by, as edited; on a heading's link, the full address of the place.
 * Where the browser forbids it, that is said, and the code is selected, ready for the keys.
 */
document.addEventListener('click', async ({ target }) => {
  const pressed = target instanceof Element ? target.closest('[data-copy], .heading-link') : null;
  const said = document.querySelector<HTMLElement>('.said');
  if (!pressed || !said) return;
  const code = pressed.closest('.run-panel, .run')?.querySelector('textarea, pre');
  // `data-copied` holds two sentences: that it is copied, and that it is not.
  let outcome = 0;
  try {
    await navigator.clipboard.writeText(
      pressed instanceof HTMLAnchorElement
        ? pressed.href
        : code instanceof HTMLTextAreaElement
          ? code.value
          : (code?.textContent ?? '').trimEnd(),
    );
  } catch {
    outcome = 1;
    if (code instanceof HTMLTextAreaElement) code.select();
    else if (code) getSelection()?.selectAllChildren(code);
  }
  said.textContent = (said.dataset['copied'] ?? '').split('|')[outcome] ?? '';
  setTimeout(() => said.replaceChildren(), 3000);
});
