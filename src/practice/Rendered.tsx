import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** HTML of our own bank, rendered at build. */
  readonly html: string;
  /** Block for stems, inline for everything else. */
  readonly block?: boolean;
  readonly class?: string;
  readonly id?: string;
}

/** A formula wider than its line scrolls in place, and then the keyboard must reach it: MathML does not break lines. */
function useReachableOverflow(box: RefObject<HTMLElement>, html: string): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || html === '') return;
    if (element.scrollWidth > element.clientWidth && element.clientWidth > 0) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }, [box, html]);
}

/** A text of the bank. The only place where HTML is put into a practice page. */
export function Rendered({ html, block = false, class: name = '', id }: Props): JSX.Element {
  const div = useRef<HTMLDivElement>(null);
  const span = useRef<HTMLSpanElement>(null);
  useReachableOverflow(block ? div : span, html);
  // biome-ignore-start lint/security/noDangerouslySetInnerHtml: the bank's texts are HTML made by our own build, and the page's policy runs no inline script
  if (block) return <div ref={div} id={id} class={`rendered ${name}`} dangerouslySetInnerHTML={{ __html: html }} />;
  return <span ref={span} id={id} class={`rendered ${name}`} dangerouslySetInnerHTML={{ __html: html }} />;
  // biome-ignore-end lint/security/noDangerouslySetInnerHtml: as above
}
