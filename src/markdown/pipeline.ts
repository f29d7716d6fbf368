/**
 * The Markdown and MDX pipeline, whole: what goes in here comes out as the site's HTML.
 *
 * Sections pass through it by Astro's MDX integration, single sentences (question stems, glossary definitions) through
 * `inline.ts`. Formulas become MathML and code becomes classed spans at build, so that pages need neither script, font
 * nor inline style for them.
 */
import rehypeMathML from '@daiji256/rehype-mathml';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMath from 'remark-math';
import { rehypeNoInlineStyle } from './rehype-no-inline-style.ts';
import { rehypeRunBlocks } from './rehype-run-blocks.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';
import { rehypeTableScroll } from './rehype-table-scroll.ts';
import { remarkHeadingIds } from './remark-heading-ids.ts';
import { remarkLastUpdated } from './remark-last-updated.ts';
import { shikiConfig } from './shiki.ts';

/** Where the site stands; decides how root-absolute links are rewritten. */
export interface PipelineOptions {
  /** Base path, e.g. `/` or `/aca/`. */
  readonly base: string;
}

/** The options of Astro's `unified()` processor. Smart quotes are for English; Chinese sources use full-width ones. */
export function pipeline({ base }: PipelineOptions) {
  return {
    gfm: true,
    smartypants: true,
    remarkPlugins: [remarkMath, remarkCjkFriendly, remarkHeadingIds, remarkLastUpdated],
    rehypePlugins: [
      [rehypeMathML, { throwOnError: true }],
      [rehypeSiteLinks, { base }],
      rehypeTableScroll,
      rehypeRunBlocks,
      rehypeNoInlineStyle,
    ],
    remarkRehype: { clobberPrefix: '' },
  };
}

export { shikiConfig };
