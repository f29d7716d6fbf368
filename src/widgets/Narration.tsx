import { useEffect, useState } from 'preact/hooks';

/** Shortest time between two sentences while things move, in milliseconds. */
const PACE = 1000;

/**
 * One polite sentence a step that makes sense alone, seen and read out. While the widget plays or is dragged it changes at
 * most once a second; the last state is always told.
 */
export function Narration({ text, moving }: { readonly text: string; readonly moving: boolean }) {
  const [said, setSaid] = useState(text);
  const [due, setDue] = useState(0);
  useEffect(() => {
    if (text === said) return undefined;
    const say = (): void => {
      setSaid(text);
      setDue(Date.now() + PACE);
    };
    const wait = moving ? due - Date.now() : 0;
    if (wait <= 0) {
      say();
      return undefined;
    }
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [text, said, moving, due]);
  return (
    <p class="narration" role="status" aria-live="polite">
      {said}
    </p>
  );
}
