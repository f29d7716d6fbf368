/** Which files the chapters are made of: those the outline foresees, and what lies there instead. */
import { OUTLINE, ordinal } from '#core/course/outline.ts';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding } from './findings.ts';

/** A section of the outline: its `chapter/section`, and the file it has in each language. */
export interface Slot {
  readonly key: string;
  readonly file: Readonly<Record<Locale, string>>;
}

/** Every section file the syllabus foresees, chapter by chapter. */
export function slots(): readonly { readonly slug: string; readonly slots: readonly Slot[] }[] {
  return OUTLINE.map((chapter, c) => ({
    slug: chapter.slug,
    slots: chapter.sections.map((slug, s) => {
      const path = `content/chapters/${ordinal(c + 1)}-${chapter.slug}/${ordinal(s + 1)}-${slug}`;
      return { key: `${chapter.slug}/${slug}`, file: { 'zh-CN': `${path}.zh-CN.mdx`, en: `${path}.en.mdx` } };
    }),
  }));
}

/** Chapters begun must be whole, and nothing else may lie in their folders. */
export function checkFiles(existing: ReadonlySet<string>): LocatedFinding[] {
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
