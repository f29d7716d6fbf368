import { useLayoutEffect } from 'preact/hooks';

/**
 * Where what had the focus goes away with a drawing of this component, or is disabled by it, the focus goes to the first of
 * `refuges` (selectors) that is on the page. Nothing happens where something else has it by then: a dialog gives it back itself.
 */
export function useFocusRefuge(...refuges: readonly string[]): void {
  const before = typeof document === 'undefined' ? null : document.activeElement;
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const nowhere = activeElement === null || activeElement === body;
    if (nowhere ? before === null || before === body : !activeElement.matches(':disabled')) return;
    for (const refuge of refuges) {
      const element = document.querySelector<HTMLElement>(refuge);
      if (element === null) continue;
      if (element.tabIndex < 0) element.tabIndex = -1;
      element.focus();
      return;
    }
  });
}
