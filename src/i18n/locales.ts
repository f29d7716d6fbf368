/** The one table of languages. */
export const LOCALES = ['zh-CN', 'en'] as const;

/** A language of the interface; also the `lang` attribute of its pages. */
export type Locale = (typeof LOCALES)[number];

/** The language that stands at the root of the site, without a path segment. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** Questions and terms are written in two languages, however many the interface has: which of them a locale shows. */
const BANK_LANGUAGE: Readonly<Record<Locale, 'zh' | 'en'>> = { 'zh-CN': 'zh', en: 'en' };

/** The bank's two-letter key of a locale. */
export function toLanguage(locale: Locale): 'zh' | 'en' {
  return BANK_LANGUAGE[locale];
}
