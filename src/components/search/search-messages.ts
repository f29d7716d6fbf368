import { isChapterSlug } from '#core/course/outline.ts';
import type { Locale } from '#i18n/locales.ts';
import { type Messages, pickMessages } from '#i18n/messages.ts';

/** The words the search needs in a language: its own, the names of the chapters, and its failures. Build time only. */
export function searchMessages(locale: Locale): Messages {
  const all = pickMessages(locale, ['search.', 'chapter.', 'error.search']);
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !key.startsWith('chapter.') || isChapterSlug(key.slice('chapter.'.length))),
  );
}
