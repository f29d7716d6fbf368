import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse as parseYaml } from 'yaml';
import type { GlossaryTerm } from '../../src/core/course/glossary.ts';
import { sectionSchema } from '../../src/core/course/section.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { type CheatSheet, composeSheet, type SheetSource } from '../../src/layouts/cheat-sheet-sections.ts';
import { remarkDisplayMath } from '../../src/markdown/remark-display-math.ts';
import { remarkHeadingIds } from '../../src/markdown/remark-heading-ids.ts';
import { type KeyPoints, remarkKeyPoints } from '../../src/markdown/remark-key-points.ts';
import { remarkLonePhrases } from '../../src/markdown/remark-lone-phrases.ts';
import { ROOT } from '../architecture/source-files.ts';

/** The steps of the pipeline that come before the key points are gathered, and that one. */
const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDisplayMath)
  .use(remarkCjkFriendly)
  .use(remarkLonePhrases)
  .use(remarkHeadingIds)
  .use(remarkKeyPoints);

const terms = parseYaml(readFileSync(join(ROOT, 'content/glossary.yaml'), 'utf8')) as GlossaryTerm[];

function sheetSource(file: string): SheetSource {
  const [, front = '', value = ''] =
    readFileSync(join(ROOT, file), 'utf8').match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
  const { title, terms: ids } = sectionSchema.parse(parseYaml(front));
  const text = new VFile({ value, path: file, data: { astro: { frontmatter: {} } } });
  processor.runSync(processor.parse(text), text);
  const [, chapter, section, slug] = file.match(/\/(\d+-[a-z-]+)\/(\d+)-([a-z-]+)\./) ?? [];
  return {
    key: `${chapter?.slice(3)}/${slug}`,
    title: `${Number(chapter?.slice(0, 2))}.${Number(section)} ${title}`,
    terms: ids,
    keyPoints: text.data.astro?.frontmatter?.['keyPoints'] as KeyPoints,
  };
}

/** The cheat sheet of a chapter, by its folder's name, as the site prints it. */
export function sheetOf(chapter: string, locale: Locale): Promise<CheatSheet> {
  const files = globSync(`content/chapters/${chapter}/*.${locale}.mdx`, { cwd: ROOT }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return composeSheet(files.sort().map(sheetSource), terms, locale, '/', locale === 'en' ? 'Watch out' : '易错');
}
