import { VFile } from 'vfile';
import { describe, expect, it, vi } from 'vitest';
import { localePath, splitLocale } from '#i18n/paths.ts';
import { localeOf } from '#markdown/source-locale.ts';

vi.mock('#i18n/locales.ts', () => ({ LOCALES: ['zh-CN', 'en', 'de'], DEFAULT_LOCALE: 'zh-CN' }));

const file = (path: string, frontmatter: Record<string, unknown> = {}): VFile =>
  new VFile({ path, data: { astro: { frontmatter } } });

describe('a third entry in the table of languages', () => {
  it('has addresses of its own', () => {
    expect(splitLocale('/aca/', '/aca/de/exam/')).toEqual({ locale: 'de', path: '/exam/' });
    expect(splitLocale('/', '/de')).toEqual({ locale: 'de', path: '/' });
    expect(splitLocale('/', localePath('/', 'en', '/exam/'))).toEqual({ locale: 'en', path: '/exam/' });
    expect(splitLocale('/', '/zh-CN/exam/')).toEqual({ locale: 'zh-CN', path: '/zh-CN/exam/' });
  });

  it('is told by the name of a source file, or by what its front matter says', () => {
    expect(localeOf(file('content/chapters/01-x/01-y.de.mdx'))).toBe('de');
    expect(localeOf(file('sentence.md', { locale: 'de' }))).toBe('de');
    expect(localeOf(file('01-y.zh-CN.mdx', { locale: 'en' }))).toBe('en');
    expect(localeOf(file('notes.md'))).toBe('zh-CN');
  });
});
