import { LOCALES, type Locale } from '#i18n/locales.ts';
import { type Chapter, loadCourse } from './course.ts';
import { localeParam } from './locale-param.ts';

/** Static paths of a page that exists once a chapter and language, for the chapters that are written. */
export async function chapterPages(): Promise<
  { params: { locale: string | undefined; chapter: string }; props: { locale: Locale; chapter: Chapter } }[]
> {
  const pages = await Promise.all(
    LOCALES.map(async (locale) =>
      (await loadCourse(locale))
        .filter((chapter) => chapter.sections.length > 0)
        .map((chapter) => ({
          params: { locale: localeParam(locale), chapter: chapter.slug },
          props: { locale, chapter },
        })),
    ),
  );
  return pages.flat();
}
