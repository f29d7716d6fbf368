/**
 * Opens a term's definition on hover and focus too; a press works without script, by the popover attributes.
 * The popover is placed under its term, inside the window.
 */
function place(term: Element, definition: HTMLElement): void {
  const at = term.getBoundingClientRect();
  const { width, height } = definition.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 6;
  definition.style.left = `${left}px`;
  definition.style.top = `${below + height > innerHeight ? Math.max(8, at.top - height - 6) : below}px`;
}

for (const term of document.querySelectorAll<HTMLElement>('[data-term]')) {
  const definition = document.getElementById(term.getAttribute('popovertarget') ?? '');
  if (definition === null || !('showPopover' in definition)) continue;
  let closing = 0;
  const open = (): void => {
    clearTimeout(closing);
    if (!definition.matches(':popover-open')) definition.showPopover();
  };
  const close = (): void => {
    closing = window.setTimeout(() => definition.hidePopover(), 120);
  };
  definition.addEventListener('toggle', () => place(term, definition));
  for (const element of [term, definition]) {
    element.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && open());
    element.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && close());
  }
  term.addEventListener('focus', () => term.matches(':focus-visible') && open());
  term.addEventListener('blur', close);
}
