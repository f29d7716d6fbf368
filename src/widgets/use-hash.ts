import { useEffect, useRef } from 'preact/hooks';
import { isAnchor, isPlace } from '#components/anchor.ts';

/** Least time between two writes of the address, in milliseconds: browsers refuse more than about three a second. */
const WRITE_EVERY = 400;

/**
 * Keeps a widget's state in the page's hash, on the widget's own page only.
 *
 * @param active false inside a section, where the address belongs to the text
 * @param hash the present state as text; written without adding to the history
 * @param read called with the hash at the start and whenever the reader changes it
 */
export function useHash(active: boolean, hash: string, initial: string, read: (hash: string) => void): void {
  const own = useRef<string | null>(null);
  const pending = useRef(0);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (!active) return undefined;
    const onChange = (event: HashChangeEvent): void => {
      if (isAnchor(event) || location.hash === own.current) return;
      // A write of the state before would put the address back.
      clearTimeout(pending.current);
      latest.current(location.hash);
    };
    if (location.hash.length > 1 && !isPlace(location.hash)) latest.current(location.hash);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, [active]);
  useEffect(() => {
    if (!active || (own.current === null && hash === initial)) return undefined;
    pending.current = window.setTimeout(() => {
      own.current = `#${hash}`;
      history.replaceState(history.state, '', own.current);
    }, WRITE_EVERY);
    return () => clearTimeout(pending.current);
  }, [active, hash, initial]);
}
