/**
 * A press on `[data-copy]` copies the code it stands by, as edited; on a heading's link, the full address of the place.
 * Where the browser forbids it, the code is selected instead, ready for the keys.
 */
document.addEventListener('click', async ({ target }) => {
  const pressed = target instanceof Element ? target.closest('[data-copy], .heading-link') : null;
  const said = document.querySelector<HTMLElement>('.said');
  if (pressed === null || said === null) return;
  const code = pressed.closest('.run-panel, .run')?.querySelector('textarea, pre');
  try {
    await navigator.clipboard.writeText(
      pressed instanceof HTMLAnchorElement
        ? pressed.href
        : code instanceof HTMLTextAreaElement
          ? code.value
          : (code?.textContent ?? '').trimEnd(),
    );
    said.textContent = said.dataset['copied'] ?? '';
    setTimeout(() => said.replaceChildren(), 2000);
  } catch {
    if (code instanceof HTMLTextAreaElement) code.select();
    else if (code) getSelection()?.selectAllChildren(code);
  }
});
