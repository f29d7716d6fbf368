import { useEffect, useState } from 'preact/hooks';

/**
 * Whether the reader has come to a widget: touched it, put the focus into it, or scrolled it into view. Until then
 * nothing of TensorFlow.js is loaded; what is in view when the page opens waits for the first touch.
 */
export function useStart(root: { readonly current: HTMLElement | null }): readonly [boolean, () => void] {
  const [started, setStarted] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (started || element === null) return undefined;
    const start = (): void => setStarted(true);
    const touches = ['pointerdown', 'pointerenter', 'focusin', 'keydown'] as const;
    for (const touch of touches) element.addEventListener(touch, start);
    let inView = false;
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting === true;
      if (inView && scrollY > 0) start();
    });
    observer.observe(element);
    const onScroll = (): void => {
      if (inView) start();
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      for (const touch of touches) element.removeEventListener(touch, start);
      removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [started, root]);
  return [started, () => setStarted(true)];
}
