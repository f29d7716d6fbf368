import type { VFile } from 'vfile';
import { DEFAULT_LOCALE, type Locale } from '#i18n/locales.ts';

/** The language of a source file, told by its name; sentences without a file carry `locale` in their front matter. */
export function localeOf(file: VFile): Locale {
  if (file.data.astro?.frontmatter?.['locale'] === 'en' || file.path?.endsWith('.en.mdx')) return 'en';
  return DEFAULT_LOCALE;
}
