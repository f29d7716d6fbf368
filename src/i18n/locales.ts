/** The one table of languages; paths, tags and switches are derived from it. */
export const LOCALES = ['zh-CN', 'en'] as const;

/** A language of the interface; also the `lang` attribute of its pages. */
export type Locale = (typeof LOCALES)[number];

/** The language that stands at the root of the site, without a path segment. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** How each language calls itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/** The bank's two-letter key of a locale. */
export function toLanguage(locale: Locale): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh';
}

/** Whether a text names a locale of ours. */
export function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}
