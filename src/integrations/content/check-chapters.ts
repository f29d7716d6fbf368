/** Checks content/chapters and content/glossary.yaml as a whole; `npm run check:content` prints what this returns. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { type GlossaryTerm, glossaryTermSchema } from '#core/course/glossary.ts';
import { OUTLINE, ordinal } from '#core/course/outline.ts';
import type { Question } from '#core/question/question.ts';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { checkPair } from './check-pair.ts';
import { checkSection, type Known } from './check-section.ts';
import { chapterFinding } from './findings.ts';
import { faultPosition, readSection, type SectionSource } from './section-source.ts';

const PAGES = ['/', '/questions/', '/exam/', '/lab/', '/glossary/', '/search/', '/about/'];
const LEAST_QUESTIONS = 5;
/** Words the field uses in two senses; each may be a name of two terms. */
const HOMONYMS: ReadonlySet<string> = new Set(['步长']);

interface Slot {
  readonly key: string;
  readonly file: Readonly<Record<Locale, string>>;
}

/** Every section file the syllabus foresees, chapter by chapter. */
function slots(): readonly { readonly slug: string; readonly slots: readonly Slot[] }[] {
  return OUTLINE.map((chapter, c) => ({
    slug: chapter.slug,
    slots: chapter.sections.map((slug, s) => {
      const path = `content/chapters/${ordinal(c + 1)}-${chapter.slug}/${ordinal(s + 1)}-${slug}`;
      return { key: `${chapter.slug}/${slug}`, file: { 'zh-CN': `${path}.zh-CN.mdx`, en: `${path}.en.mdx` } };
    }),
  }));
}

/** Every name of a term once, as a reader may type it. */
function namesOf({ zh, en, aliases }: GlossaryTerm): ReadonlySet<string> {
  return new Set([zh, en, ...(aliases?.zh ?? []), ...(aliases?.en ?? [])].map((name) => name.toLowerCase()));
}

function readGlossary(root: string): {
  readonly terms: readonly GlossaryTerm[];
  readonly findings: readonly LocatedFinding[];
} {
  const file = 'content/glossary.yaml';
  const text = readFileSync(join(root, file), 'utf8');
  const list: unknown = parseYaml(text);
  const findings: LocatedFinding[] = [];
  const terms: GlossaryTerm[] = [];
  const seen = new Set<string>();
  const owners = new Map<string, string>();
  for (const [i, raw] of (Array.isArray(list) ? list : []).entries()) {
    const parsed = glossaryTermSchema.safeParse(raw);
    const id = typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : `#${i + 1}`;
    const line = text.split('\n').findIndex((row) => row.trim() === `- id: ${id}`) + 1;
    const place = { file, line, column: 3, text };
    if (!parsed.success) {
      const message = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      findings.push(
        chapterFinding(
          'glossary',
          place,
          { zh: `${id}：${message}`, en: `${id}: ${message}` },
          {
            zh: '术语有 id、zh、en、def、section，可有 aliases。',
            en: 'A term has id, zh, en, def, section and may have aliases.',
          },
        ),
      );
      continue;
    }
    if (seen.has(id))
      findings.push(
        chapterFinding(
          'glossary',
          place,
          { zh: `${id} 出现了两次`, en: `${id} stands twice` },
          { zh: '合并成一条。', en: 'Make them one.' },
        ),
      );
    else
      for (const name of namesOf(parsed.data)) {
        const owner = owners.get(name);
        owners.set(name, id);
        if (owner === undefined || HOMONYMS.has(name)) continue;
        findings.push(
          chapterFinding(
            'glossary',
            place,
            { zh: `${name} 也是 ${owner} 的名字`, en: `${name} is a name of ${owner} as well` },
            { zh: '一个名字只留给一条术语。', en: 'Leave a name to one term.' },
          ),
        );
      }
    seen.add(id);
    terms.push(parsed.data);
  }
  return { terms, findings };
}

function readAll(
  root: string,
  existing: ReadonlySet<string>,
): { readonly sources: ReadonlyMap<string, SectionSource>; readonly findings: readonly LocatedFinding[] } {
  const sources = new Map<string, SectionSource>();
  const findings: LocatedFinding[] = [];
  for (const { slots: own } of slots()) {
    for (const slot of own) {
      for (const locale of LOCALES) {
        const file = slot.file[locale];
        if (!existing.has(file)) continue;
        const text = readFileSync(join(root, file), 'utf8');
        try {
          sources.set(file, readSection(file, locale, text));
        } catch (error) {
          const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
          findings.push(
            chapterFinding(
              'mdx',
              { file, ...faultPosition(error, text), text },
              { zh: `MDX 读不懂：${reason}`, en: `the MDX cannot be read: ${reason}` },
              {
                zh: '多半是前面有一个标签或花括号没有关上；正文里的 { 和 < 要写成 \\{ 和 \\<',
                en: 'a tag or brace before this is probably not closed; in prose write \\{ and \\< for { and <',
              },
            ),
          );
        }
      }
    }
  }
  return { sources, findings };
}

/** Chapters begun must be whole, and nothing else may lie in their folders. */
function checkFiles(existing: ReadonlySet<string>): LocatedFinding[] {
  const foreseen = slots();
  const expected = new Set(
    foreseen.flatMap(({ slots: own }) => own.flatMap((slot) => LOCALES.map((locale) => slot.file[locale]))),
  );
  const stray = [...existing]
    .filter((file) => !expected.has(file))
    .map((file) =>
      chapterFinding(
        'stray-file',
        { file },
        { zh: '提纲里没有这个文件', en: 'the outline knows no such file' },
        {
          zh: '改名或删去；新的小节先写进 src/core/course/outline.ts。',
          en: 'Rename or remove it; a new section goes into src/core/course/outline.ts first.',
        },
      ),
    );
  const missing = foreseen
    .filter(({ slots: own }) => own.some((slot) => LOCALES.some((locale) => existing.has(slot.file[locale]))))
    .flatMap(({ slots: own }) => own.flatMap((slot) => LOCALES.map((locale) => slot.file[locale])))
    .filter((file) => !existing.has(file))
    .map((file) =>
      chapterFinding(
        'missing-section',
        { file },
        { zh: '这一章已经动笔，这个文件还没有', en: 'the chapter has been begun, but this file is missing' },
        { zh: '两种语言的每一节都要有。', en: 'Write every section in both languages.' },
      ),
    );
  return [...stray, ...missing];
}

function knownTo(
  root: string,
  sources: ReadonlyMap<string, SectionSource>,
  terms: readonly GlossaryTerm[],
  questions: readonly Question[],
): Known {
  const anchors = new Map<string, Set<string>>();
  for (const { slots: own } of slots()) {
    for (const { key, file } of own) {
      const source = sources.get(file['zh-CN']) ?? sources.get(file.en);
      if (source === undefined) continue;
      const figures = source.components.flatMap(({ value }) => value.attributes['id'] ?? []);
      anchors.set(key, new Set([...source.headings.flatMap(({ value }) => value.id ?? []), ...figures]));
    }
  }
  const baseNames = (pattern: string): Set<string> =>
    new Set(
      globSync(pattern, { cwd: root }).map(
        (path) => path.replaceAll('\\', '/').split('/').at(-1)?.replace('.astro', '') ?? '',
      ),
    );
  const widgets = new Set(
    globSync('src/widgets/*/*.astro', { cwd: root }).map((path) => path.replaceAll('\\', '/').split('/').at(-2) ?? ''),
  );
  return {
    anchors,
    terms: new Set(terms.map((term) => term.id)),
    figures: baseNames('src/components/figures/*.astro'),
    widgets,
    pages: new Set([
      ...PAGES,
      ...OUTLINE.map(({ slug }) => `/chapters/${slug}/`),
      ...[...widgets].map((name) => `/lab/${name}/`),
    ]),
    questions: new Set(questions.map((question) => question.id)),
  };
}

/**
 * Everything that can be wrong with the chapters and the glossary.
 *
 * @param root folder of the repository
 * @param questions the bank, to count each section's questions and resolve links to them
 */
export function checkChapters(root: string, questions: readonly Question[]): LocatedFinding[] {
  const existing = new Set(
    globSync('content/chapters/**/*.*', { cwd: root }).map((path) => path.replaceAll('\\', '/')),
  );
  const { sources, findings: broken } = readAll(root, existing);
  const { terms, findings: glossary } = readGlossary(root);
  const known = knownTo(root, sources, terms, questions);
  const findings = [...checkFiles(existing), ...broken, ...glossary];
  for (const { slots: own } of slots()) {
    for (const { key, file } of own) {
      const zh = sources.get(file['zh-CN']);
      const en = sources.get(file.en);
      for (const source of [zh, en]) if (source) findings.push(...checkSection(source, key, known));
      if (zh && en) findings.push(...checkPair(zh, en));
      const count = new Set(
        questions.filter((question) => question.section === key).map((question) => question.template ?? question.id),
      ).size;
      if (zh && count < LEAST_QUESTIONS)
        findings.push(
          chapterFinding(
            'questions',
            { file: zh.file },
            { zh: `这一节有 ${count} 道题`, en: `the section has ${count} questions` },
            { zh: `至少写 ${LEAST_QUESTIONS} 道。`, en: `Write at least ${LEAST_QUESTIONS}.` },
          ),
        );
      for (const term of frontTerms(zh))
        if (!known.terms.has(term))
          findings.push(
            chapterFinding(
              'glossary',
              { file: file['zh-CN'] },
              { zh: `terms 里的 ${term} 不在术语表`, en: `${term} in terms is not in the glossary` },
              { zh: '写进 content/glossary.yaml。', en: 'Add it to content/glossary.yaml.' },
            ),
          );
    }
  }
  const homeless = terms.filter((term) => !known.anchors.has(term.section));
  findings.push(
    ...homeless.map((term) =>
      chapterFinding(
        'glossary',
        { file: 'content/glossary.yaml' },
        {
          zh: `${term.id} 指向的小节 ${term.section} 不存在`,
          en: `${term.id} points at ${term.section}, which does not exist`,
        },
        { zh: '指向讲它的那一节。', en: 'Point it at the section that teaches it.' },
      ),
    ),
  );
  return findings;
}

function frontTerms(source: SectionSource | undefined): string[] {
  const data = source?.frontMatter;
  return typeof data === 'object' && data !== null && 'terms' in data && Array.isArray(data.terms)
    ? data.terms.map(String)
    : [];
}
