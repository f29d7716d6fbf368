import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Locale } from '#i18n/locales.ts';
import { pipeline, shikiConfig } from './pipeline.ts';

type Renderer = Awaited<ReturnType<typeof createMarkdownProcessor>>;

const renderers = new Map<string, Promise<Renderer>>();

function rendererFor(base: string): Promise<Renderer> {
  const known = renderers.get(base);
  if (known !== undefined) return known;
  const { remarkPlugins, rehypePlugins, ...rest } = pipeline({ base });
  const made = createMarkdownProcessor({
    ...rest,
    remarkPlugins,
    rehypePlugins,
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math'] },
    shikiConfig,
  });
  renderers.set(base, made);
  return made;
}

/** Renders Markdown with formulas, of a question or a definition, to HTML. Links go to the given language and base. */
export async function renderMarkdown(text: string, locale: Locale, base: string): Promise<string> {
  const renderer = await rendererFor(base);
  const { code } = await renderer.render(text, { frontmatter: { locale } });
  return code.trim();
}

/** The same for a single sentence or option: the paragraph around it falls away, so that it can stand in a line. */
export async function renderInline(text: string, locale: Locale, base: string): Promise<string> {
  const html = await renderMarkdown(text, locale, base);
  const inner = html.match(/^<p>([\s\S]*)<\/p>$/)?.[1];
  return inner !== undefined && !inner.includes('<p>') ? inner : html;
}
