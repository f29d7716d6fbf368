/** The one table of languages. */
export const LOCALES = ['zh-CN', 'en'] as const;

/** A language of the interface; also the `lang` attribute of its pages. */
export type Locale = (typeof LOCALES)[number];

/** The language that stands at the root of the site, without a path segment. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** The bank's two-letter key of a locale. */
export function toLanguage(locale: Locale): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh';
}
