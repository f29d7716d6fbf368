import type { VFile } from 'vfile';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '#i18n/locales.ts';

/** The language of a source file, told by its name; sentences without a file carry `locale` in their front matter. */
export function localeOf(file: VFile): Locale {
  const said = file.data.astro?.frontmatter?.['locale'];
  return (
    LOCALES.find((locale) => locale === said) ??
    LOCALES.find((locale) => file.path?.endsWith(`.${locale}.mdx`)) ??
    DEFAULT_LOCALE
  );
}
