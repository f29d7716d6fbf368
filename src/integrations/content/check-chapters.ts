/** Checks content/chapters and content/glossary.yaml as a whole; `npm run check:content` prints what this returns. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GlossaryTerm } from '#core/course/glossary.ts';
import { OUTLINE } from '#core/course/outline.ts';
import type { Question } from '#core/question/question.ts';
import { LOCALES } from '#i18n/locales.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { checkPair } from './check-pair.ts';
import type { Known } from './check-references.ts';
import { checkSection } from './check-section.ts';
import { chapterFinding } from './findings.ts';
import { readGlossary } from './read-glossary.ts';
import { checkFiles, slots } from './section-files.ts';
import { faultPosition, readSection, type SectionSource } from './section-source.ts';

const PAGES = ['/', '/questions/', '/exam/', '/lab/', '/glossary/', '/search/', '/about/'];
const LEAST_QUESTIONS = 5;

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
