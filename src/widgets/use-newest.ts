import { useRef } from 'preact/hooks';

/**
 * A value for handlers that may run twice between two renderings: what was drawn last, or what a handler has put in its
 * place since. Keys come faster than a busy machine draws; one that starts from what is on screen loses those before it.
 *
 * @param drawn the value of this rendering
 * @returns read `current` in a handler, and set it beside the state
 */
export function useNewest<T>(drawn: T): { current: T } {
  const newest = useRef(drawn);
  newest.current = drawn;
  return newest;
}
