/** What the rules may know about the course, read from content/. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { glossaryTermSchema } from '#core/course/glossary.ts';
import { locateSection } from '#core/course/outline.ts';
import type { LintContext } from '#core/question/lint/rule.ts';
import { wordsWith } from '#core/question/lint/words.ts';
import type { Language } from '#core/question/question.ts';
import { listFiles } from './load-bank.ts';

/** `…/01-deep-learning/09-sigmoid.zh-CN.mdx` → `deep-learning/sigmoid` and its language. */
function sectionOf(file: string): { readonly section: string; readonly language: Language } | null {
  const match = /(?:^|[\\/])\d\d-([a-z0-9-]+)[\\/]\d\d-([a-z0-9-]+)\.(zh-CN|en)\.mdx$/.exec(file);
  return match === null ? null : { section: `${match[1]}/${match[2]}`, language: match[3] === 'en' ? 'en' : 'zh' };
}

/** Reads glossary and sections of the repository at `root`; what is not written yet is unknown, not wrong. */
export async function readLintContext(root: string): Promise<LintContext> {
  const glossaryFile = join(root, 'content/glossary.yaml');
  const loose: unknown = existsSync(glossaryFile) ? parse(await readFile(glossaryFile, 'utf8')) : [];
  const terms = z.array(glossaryTermSchema).safeParse(loose).data ?? [];
  const texts = new Map<string, string>();
  for (const file of await listFiles(join(root, 'content/chapters'), '.mdx')) {
    const place = sectionOf(file);
    if (place !== null) texts.set(`${place.section} ${place.language}`, await readFile(file, 'utf8'));
  }
  return {
    words: wordsWith(terms.flatMap((term) => [term.zh, ...(term.aliases?.zh ?? [])])),
    glossaryText: terms
      .map((term) =>
        [term.zh, term.en, ...(term.aliases?.zh ?? []), ...(term.aliases?.en ?? []), term.def.zh, term.def.en].join(
          ' ',
        ),
      )
      .join(' '),
    glossaryIds: new Set(terms.map((term) => term.id)),
    hasSection: (section) => locateSection(section) !== null,
    sectionText: (section, language) => texts.get(`${section} ${language}`) ?? null,
    headings(section) {
      const text = texts.get(`${section} zh`);
      return text === undefined
        ? null
        : new Set([...text.matchAll(/^#{2,6} .*\[#([a-z0-9-]+)\]/gm)].map((match) => match[1] ?? ''));
    },
  };
}

/** Chapter slug of the folder a question's or template's file lies in. */
export function chapterOf(file: string): string {
  return (file.split('/').at(-2) ?? basename(file)).replace(/^\d\d-/, '');
}
