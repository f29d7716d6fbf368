import type { JSX } from 'preact';

interface Props {
  /** HTML of our own bank, rendered at build. */
  readonly html: string;
  /** Block for stems, inline for everything else. */
  readonly block?: boolean;
  readonly class?: string;
  readonly id?: string;
}

/** A text of the bank. The only place where HTML is put into a practice page. */
export function Rendered({ html, block = false, ...rest }: Props): JSX.Element {
  // biome-ignore-start lint/security/noDangerouslySetInnerHtml: the bank's texts are HTML made by our own build, and the page's policy runs no inline script
  if (block) return <div {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
  return <span {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
  // biome-ignore-end lint/security/noDangerouslySetInnerHtml: as above
}
