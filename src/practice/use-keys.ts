import { useEffect, useRef } from 'preact/hooks';

/** What the keys of a paper do. */
export interface KeyActions {
  /** Chooses the option at a place from 0; false when there is none there. */
  choose(place: number): boolean;
  next(): void;
  previous(): void;
  flag(): void;
  help(): void;
}

/** The place a letter or digit names, or null. */
function placeOf(key: string): number | null {
  if (/^[a-g]$/i.test(key)) return key.toLowerCase().charCodeAt(0) - 97;
  return /^[1-7]$/.test(key) ? Number(key) - 1 : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input[type="text"], textarea, select, pre, .table-scroll');
}

/**
 * Single keys on a paper; never while typing, in a dialog or with Control, Alt or Meta. Left and right turn the page also
 * where a radio button has the focus: there they would change an answer unseen. `on` false switches all of it off.
 */
export function useKeys(on: boolean, actions: KeyActions): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent): void => {
      const { choose, next, previous, flag, help } = current.current;
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const place = placeOf(event.key);
      const commands: Readonly<Record<string, () => void>> = {
        ArrowRight: next,
        ArrowLeft: previous,
        f: flag,
        F: flag,
        '?': help,
      };
      const chosen = place !== null && choose(place);
      const command = chosen ? undefined : commands[event.key];
      command?.();
      if (chosen || command !== undefined) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
}

/** On a mock paper the keys of the search rest: it would open the answers of the bank. Typed into a field they are text. */
export function useNoSearch(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent): void => {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!command && (event.key !== '/' || isTyping(event.target))) return;
      event.stopPropagation();
      if (command) event.preventDefault();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [on]);
}
