/**
 * Opens a term's definition on hover and focus too; a press works without script, by the popover attributes.
 * The popover is placed under its term, inside the window, before it is painted.
 */
const LINGER_MS = 150;

function place(term: Element, definition: HTMLElement): void {
  const at = term.getBoundingClientRect();
  const { width, height } = definition.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 6;
  definition.style.left = `${left}px`;
  definition.style.top = `${below + height > innerHeight ? Math.max(8, at.top - height - 6) : below}px`;
}

function equip(term: HTMLElement, definition: HTMLElement): void {
  let closing = 0;
  const open = (): void => {
    clearTimeout(closing);
    if (!definition.matches(':popover-open')) definition.showPopover();
    place(term, definition);
  };
  const close = (): void => {
    clearTimeout(closing);
    closing = window.setTimeout(() => definition.hidePopover(), LINGER_MS);
  };
  for (const element of [term, definition]) {
    element.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && open());
    element.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && close());
    // Tab leads on into the definition, to the link in it: there it stays open.
    element.addEventListener('focusin', () => document.querySelector(':focus-visible') && open());
    element.addEventListener('focusout', () => definition.matches(':hover') || close());
  }
  term.addEventListener('click', (event) => {
    event.preventDefault();
    open();
  });
}

for (const term of document.querySelectorAll<HTMLElement>('[data-term]')) {
  const definition = document.getElementById(term.getAttribute('popovertarget') ?? '');
  if (definition !== null && 'showPopover' in definition) equip(term, definition);
}
