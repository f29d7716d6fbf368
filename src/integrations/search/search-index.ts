import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { parse } from 'yaml';
import { z } from 'zod';
import { type GlossaryTerm, glossaryTermSchema } from '#core/course/glossary.ts';
import { separateHan, ZERO_WIDTH_SPACE } from '#core/search/text.ts';
import { LOCALES, type Locale, toLanguage } from '#i18n/locales.ts';
import { localePath, splitLocale } from '#i18n/paths.ts';
import { readFragments } from './fragments.ts';
import { EXCLUDED, toPagefindCopy } from './pagefind-copy.ts';
import { writePagefindFiles } from './pagefind-files.ts';
import { buildSearchDictionary, namesOf } from './search-dictionary.ts';

async function readGlossary(root: string): Promise<readonly GlossaryTerm[]> {
  return z.array(glossaryTermSchema).parse(parse(await readFile(join(root, 'content/glossary.yaml'), 'utf8')));
}

/** Chapter slug of every question and template, by its id: the folder it lies in. */
async function readQuestionChapters(root: string): Promise<ReadonlyMap<string, string>> {
  const chapters = new Map<string, string>();
  for await (const file of glob('content/{questions,templates}/*/*.{yaml,ts}', { cwd: root })) {
    const [, , folder = '', name = ''] = file.split(/[\\/]/);
    chapters.set(basename(name).replace(/\.(?:yaml|ts)$/, ''), folder.replace(/^\d+-/, ''));
  }
  return chapters;
}

function fail(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`search index: ${what}: ${errors.join('; ')}`);
}

/** Paths of all pages under dist/, in a fixed order; the first variant of a template is then the one the bank lists. */
async function findPages(dist: string): Promise<readonly string[]> {
  const pages: string[] = [];
  for await (const file of glob('**/index.html', { cwd: dist })) pages.push(file.replaceAll('\\', '/'));
  return pages.sort();
}

async function addPages(index: PagefindIndex, dist: string, locale: Locale): Promise<number> {
  let count = 0;
  const templates = new Set<string>();
  for (const path of await findPages(dist)) {
    if (splitLocale('/', `/${path}`).locale !== locale) continue;
    const template = /questions\/([^/~]+)~/.exec(path)?.[1];
    if (template !== undefined && templates.has(template)) continue;
    if (template !== undefined) templates.add(template);
    const html = await readFile(join(dist, path), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const content = toPagefindCopy(html, toLanguage(locale));
    fail((await index.addHTMLFile({ url: `/${path.replace(/index\.html$/, '')}`, content })).errors, path);
    count += 1;
  }
  return count;
}

async function addTerms(index: PagefindIndex, glossary: readonly GlossaryTerm[], locale: Locale): Promise<void> {
  const language = toLanguage(locale);
  const other = language === 'zh' ? 'en' : 'zh';
  const prepare = (text: string): string => (language === 'zh' ? separateHan(text, ZERO_WIDTH_SPACE) : text);
  for (const term of glossary) {
    const [own = term[language], ...others] = namesOf(term, language);
    const content = prepare(`${[own, ...others].join(language === 'zh' ? '，' : ', ')}. ${term.def[language]}`);
    const url = localePath('/', locale, `/glossary/#${term.id}`);
    const meta = {
      title: term[language],
      names: [term[other], ...(term.aliases?.[language] ?? [])].filter((name) => name !== term[language]).join(' · '),
      definition: term.def[language],
    };
    fail((await index.addCustomRecord({ url, content, language: locale.toLowerCase(), meta })).errors, url);
  }
}

/**
 * Builds the search once the pages stand: one Pagefind index over every page with `data-pagefind-body` and every glossary
 * term, and beside it `pagefind/dictionary.<locale>.json` with what queries are read with. One indexer only, since a
 * second one would overwrite the first.
 */
export function searchIndex(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        await buildSearchIndex(root, dist, (message) => logger.info(message));
      },
    },
  };
}

/** What {@link searchIndex} does, for a site that is already built. */
export async function buildSearchIndex(root: string, dist: string, report: (message: string) => void): Promise<void> {
  const bundle = join(dist, 'pagefind');
  const glossary = await readGlossary(root);
  const chapters = await readQuestionChapters(root);
  const { index, errors } = await createIndex({ excludeSelectors: [...EXCLUDED] });
  fail(errors, 'Pagefind did not start');
  if (index === undefined) throw new Error('search index: Pagefind did not start');
  const counts: string[] = [];
  for (const locale of LOCALES) {
    counts.push(`${locale} ${await addPages(index, dist, locale)}`);
    await addTerms(index, glossary, locale);
  }
  const { errors: unwritten, files } = await index.getFiles();
  fail(unwritten, bundle);
  await writePagefindFiles(files, bundle);
  await close();
  for (const locale of LOCALES) {
    const fragments = await readFragments(bundle, locale.toLowerCase());
    const dictionary = buildSearchDictionary(
      toLanguage(locale),
      fragments,
      glossary,
      (id) => chapters.get(id.replace(/~.*$/, '')) ?? null,
    );
    await writeFile(join(bundle, `dictionary.${locale}.json`), JSON.stringify(dictionary));
  }
  report(`${counts.join(', ')} pages and ${glossary.length} terms indexed`);
}
