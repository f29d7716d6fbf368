import { type CollectionEntry, getCollection } from 'astro:content';
import { type ChapterSlug, locateSection, OUTLINE, ordinal } from '#core/course/outline.ts';
import type { Locale } from '#i18n/locales.ts';

/** A written section in one language, with its place in the course. */
export interface Section {
  /** `chapter/section` slugs. */
  readonly key: string;
  /** Site path without base and locale. */
  readonly path: string;
  readonly chapter: number;
  readonly number: number;
  readonly entry: CollectionEntry<'sections'>;
}

/** A chapter of the outline with the sections that exist. */
export interface Chapter {
  readonly slug: ChapterSlug;
  readonly number: number;
  readonly path: string;
  /** Every section slug of the syllabus, written or not. */
  readonly outline: readonly string[];
  readonly sections: readonly Section[];
}

/** Site path of a section key: `deep-learning/relu` → `/chapters/deep-learning/relu/`. */
export function sectionPath(key: string): string {
  return `/chapters/${key}/`;
}

/** The course in a language, in teaching order. */
export async function loadCourse(locale: Locale): Promise<readonly Chapter[]> {
  const entries = new Map((await getCollection('sections')).map((entry) => [entry.id, entry]));
  return OUTLINE.map((chapter, c) => ({
    slug: chapter.slug,
    number: c + 1,
    path: `/chapters/${chapter.slug}/`,
    outline: chapter.sections,
    sections: chapter.sections.flatMap((slug, s) => {
      const entry = entries.get(`${ordinal(c + 1)}-${chapter.slug}/${ordinal(s + 1)}-${slug}.${locale}`);
      const key = `${chapter.slug}/${slug}`;
      return entry === undefined ? [] : [{ key, path: sectionPath(key), chapter: c + 1, number: s + 1, entry }];
    }),
  }));
}

/** All written sections in teaching order, over chapter borders. */
export async function loadSections(locale: Locale): Promise<readonly Section[]> {
  return (await loadCourse(locale)).flatMap((chapter) => chapter.sections);
}

/** Sorts anything that names a section into teaching order; unknown sections come last. */
export function bySection<T>(items: readonly T[], sectionOf: (item: T) => string): T[] {
  const rank = (item: T): number => {
    const at = locateSection(sectionOf(item));
    return at === null ? Number.POSITIVE_INFINITY : at.chapter * 100 + at.section;
  };
  return [...items].sort((a, b) => rank(a) - rank(b));
}
