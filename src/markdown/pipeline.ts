/**
 * The Markdown and MDX pipeline, whole: what goes in here comes out as the site's HTML.
 *
 * Sections pass through it by Astro's MDX integration, single sentences (question stems, glossary definitions) through
 * `inline.ts`. Formulas become MathML and code becomes classed spans at build, so that pages need neither script, font
 * nor inline style for them.
 */

import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeMathML from '@daiji256/rehype-mathml';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMath from 'remark-math';
import { rehypeFootnotes } from './rehype-footnotes.ts';
import { rehypeInlineFormulas } from './rehype-inline-formulas.ts';
import { rehypeNoInlineStyle } from './rehype-no-inline-style.ts';
import { rehypeRunBlocks } from './rehype-run-blocks.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeWideFormulas } from './rehype-wide-formulas.ts';
import { remarkDisplayMath } from './remark-display-math.ts';
import { remarkHeadingIds } from './remark-heading-ids.ts';
import { remarkKeyPoints } from './remark-key-points.ts';
import { remarkLastUpdated } from './remark-last-updated.ts';
import { remarkLonePhrases } from './remark-lone-phrases.ts';
import { shikiConfig } from './shiki.ts';

/** Where the site stands; decides how root-absolute links are rewritten. */
export interface PipelineOptions {
  /** Base path, e.g. `/` or `/aca/`. */
  readonly base: string;
}

/** The options of Astro's `unified()` processor. Smart quotes are for English; Chinese sources use full-width ones. */
export function pipeline({ base }: PipelineOptions) {
  const remarkPlugins: RemarkPlugins = [
    remarkMath,
    remarkDisplayMath,
    remarkCjkFriendly,
    remarkLonePhrases,
    remarkHeadingIds,
    remarkKeyPoints,
    remarkLastUpdated,
  ];
  const rehypePlugins: RehypePlugins = [
    [rehypeMathML, { throwOnError: true }],
    [rehypeSiteLinks, { base }],
    rehypeFootnotes,
    rehypeTables,
    rehypeWideFormulas,
    rehypeInlineFormulas,
    rehypeRunBlocks,
    rehypeNoInlineStyle,
  ];
  return { gfm: true, smartypants: true, remarkPlugins, rehypePlugins, remarkRehype: { clobberPrefix: '' } };
}

export { shikiConfig };
