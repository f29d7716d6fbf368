import { DEFAULT_LOCALE, LOCALES, type Locale } from './locales.ts';

/** Joins a base path such as `/aca/` with a site path such as `/exam/`; exactly one slash between them. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/**
 * The address of a page in a language.
 *
 * @param base where the site stands, e.g. `/` or `/aca/`
 * @param locale language of the page; the default one has no segment
 * @param path page path from the root of a language, e.g. `/chapters/deep-learning/`; hash and query are kept
 */
export function localePath(base: string, locale: Locale, path: string): string {
  const prefix = locale === DEFAULT_LOCALE ? '' : `/${locale}`;
  return withBase(base, `${prefix}/${path.replace(/^\/+/, '')}`);
}

/** Undoes {@link localePath}: `/aca/en/exam/` → { locale: 'en', path: '/exam/' }. A path outside the base is kept whole. */
export function splitLocale(base: string, pathname: string): { locale: Locale; path: string } {
  const root = base.replace(/\/+$/, '');
  const inside = pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : pathname;
  const segment = inside.split('/')[1];
  const locale = LOCALES.find((each) => each === segment && each !== DEFAULT_LOCALE);
  return locale === undefined
    ? { locale: DEFAULT_LOCALE, path: inside }
    : { locale, path: inside.slice(locale.length + 1) || '/' };
}

/** The language a built page is in, told by its own address. */
export function localeOfUrl(base: string, url: URL): Locale {
  return splitLocale(base, url.pathname).locale;
}
