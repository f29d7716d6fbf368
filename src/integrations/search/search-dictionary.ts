import type { GlossaryTerm } from '#core/course/glossary.ts';
import { locateSection } from '#core/course/outline.ts';
import type { Language } from '#core/question/question.ts';
import type { QuestionRecord, SearchDictionary, SectionRecord, TermRecord } from '#core/search/dictionary.ts';
import { hasHan, normaliseText } from '#core/search/text.ts';
import type { Fragment } from './fragments.ts';
import { buildSyllables } from './readings.ts';

/** Path of a section page inside its language: `/chapters/<chapter>/<section>/`. */
const SECTION = /^(?:\/en)?\/chapters\/([^/]+\/[^/]+)\/$/;
const QUESTION = /^(?:\/en)?\/questions\/([^/]+)\/$/;
const TERM = /^(?:\/en)?\/glossary\/#(.+)$/;

/** `Sigmoid函数` is called `Sigmoid` more often than not; `奇函数` is never called 奇. */
const FUNCTION = /^([A-Za-z][A-Za-z0-9]*)函数$/;

/** All names of a term, its own in this language first, without repetition. */
export function namesOf(term: GlossaryTerm, language: Language): readonly string[] {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const short = FUNCTION.exec(term.zh)?.[1];
  const names = [
    term[language],
    ...(short === undefined ? [] : [short]),
    ...(term.aliases?.[language] ?? []),
    term[other],
    ...(term.aliases?.[other] ?? []),
  ];
  return [...new Set(names.map(normaliseText))].filter((name) => name !== '');
}

function includesName(text: string, name: string): boolean {
  if (hasHan(name)) return text.includes(name);
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(text);
}

function buildTerm(id: string, term: GlossaryTerm, language: Language, texts: readonly string[]): TermRecord {
  const [own = '', ...others] = namesOf(term, language);
  const stands = (name: string): boolean => texts.some((text) => includesName(text, name));
  const found = others.filter(stands);
  return {
    id,
    section: term.section,
    names: [own, ...found, ...others.filter((name) => !found.includes(name))],
    found: 1 + found.length,
  };
}

/** Latin words of the pages, most frequent first: those of names and headlines, and those that more than one page uses. */
function collectWords(texts: readonly string[], names: readonly string[]): readonly string[] {
  const pages = new Map<string, number>();
  const wordsOf = (text: string): string[] => text.match(/[a-z][a-z0-9]{3,}/g) ?? [];
  for (const text of texts) for (const word of new Set(wordsOf(text))) pages.set(word, (pages.get(word) ?? 0) + 1);
  const named = new Set(names.flatMap(wordsOf));
  return [...pages]
    .filter(([word, count]) => count > 1 || named.has(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Where a section stands in the course; one that is not in the outline comes last. */
function placeOf({ key }: SectionRecord): number {
  const place = locateSection(key);
  return place === null ? Number.POSITIVE_INFINITY : place.chapter * 100 + place.section;
}

/**
 * Writes down what the queries of one language are read with.
 *
 * @param fragments what Pagefind knows of this language's pages and terms
 * @param chapterOf chapter slug of a question id, or null when the bank has no such question
 */
export function buildSearchDictionary(
  language: Language,
  fragments: readonly Fragment[],
  glossary: readonly GlossaryTerm[],
  chapterOf: (question: string) => string | null,
): SearchDictionary {
  const sections: SectionRecord[] = [];
  const questions: QuestionRecord[] = [];
  const terms: TermRecord[] = [];
  const texts = fragments
    .filter(({ url }) => !TERM.test(url))
    .map(({ title, text }) => normaliseText(`${title} ${text}`));
  const byId = new Map(glossary.map((term) => [term.id, term]));
  for (const { id, url, title, headings } of fragments) {
    const term = byId.get(TERM.exec(url)?.[1] ?? '');
    const question = QUESTION.exec(url)?.[1];
    const section = SECTION.exec(url)?.[1];
    if (section !== undefined) sections.push({ id, key: section, title, headings });
    else if (question !== undefined) questions.push({ id, chapter: chapterOf(question) ?? '' });
    else if (term !== undefined) terms.push(buildTerm(id, term, language, texts));
  }
  // In the order of the course, which is the order of the chapters to choose from.
  sections.sort((a, b) => placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1));
  const names = [
    ...terms.flatMap((term) => term.names),
    ...sections.flatMap(({ title, headings }) => [title, ...headings]).map(normaliseText),
  ];
  const spoken = [...terms.flatMap((term) => term.names), ...sections.map(({ title }) => title)];
  return {
    version: 1,
    language,
    sections,
    questions,
    terms,
    syllables: language === 'zh' ? buildSyllables(spoken) : {},
    words: collectWords(texts, names),
  };
}
