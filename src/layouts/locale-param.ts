import { DEFAULT_LOCALE, LOCALES, type Locale } from '#i18n/locales.ts';

/** Value of the `[...locale]` route segment: nothing for the default language. */
export function localeParam(locale: Locale): string | undefined {
  return locale === DEFAULT_LOCALE ? undefined : locale;
}

/** Static paths of a page that exists once a language; its props carry the locale. */
export function localePages(): { params: { locale: string | undefined }; props: { locale: Locale } }[] {
  return LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));
}
