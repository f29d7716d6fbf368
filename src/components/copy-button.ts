/**
 * A press on `[data-copy]` copies the code it stands by, as edited; on a heading's link, the full address of the place.
 * Where the browser forbids it, the code is selected instead, ready for the keys.
 */
function codeBy(button: Element): HTMLElement | null {
  return button.closest('.run-panel, .run')?.querySelector<HTMLElement>('textarea, pre') ?? null;
}

document.addEventListener('click', async ({ target }) => {
  const pressed = target instanceof Element ? target.closest('[data-copy], .heading-link') : null;
  if (pressed === null) return;
  const code = codeBy(pressed);
  const said = document.querySelector<HTMLElement>('.said');
  try {
    await navigator.clipboard.writeText(
      pressed instanceof HTMLAnchorElement
        ? pressed.href
        : code instanceof HTMLTextAreaElement
          ? code.value
          : (code?.textContent ?? '').trimEnd(),
    );
    if (said === null) return;
    said.textContent = said.dataset['copied'] ?? '';
    setTimeout(() => said.replaceChildren(), 2000);
  } catch {
    if (code instanceof HTMLTextAreaElement) code.select();
    else if (code !== null) getSelection()?.selectAllChildren(code);
  }
});
