import { describe, expect, it } from 'vitest';
import { localeOfUrl, localePath, splitLocale, withBase } from '../../../src/i18n/paths.ts';

describe('paths', () => {
  it.each([
    ['/', '/exam/', '/exam/'],
    ['/aca/', '/exam/', '/aca/exam/'],
    ['/aca', 'exam/', '/aca/exam/'],
    ['/a/b/', '/', '/a/b/'],
  ])('joins base %s and path %s with one slash', (base, path, joined) => {
    expect(withBase(base, path)).toBe(joined);
  });

  it('puts Chinese at the root and English under /en/', () => {
    expect(localePath('/aca/', 'zh-CN', '/exam/')).toBe('/aca/exam/');
    expect(localePath('/aca/', 'en', '/exam/')).toBe('/aca/en/exam/');
    expect(localePath('/', 'en', '/')).toBe('/en/');
  });

  it('keeps query and hash', () => {
    expect(localePath('/aca/', 'en', '/search/?q=relu#x')).toBe('/aca/en/search/?q=relu#x');
  });

  it.each(['/', '/aca/', '/a/b/'])('takes apart what it put together, under base %s', (base) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const path of ['/', '/exam/', '/chapters/deep-learning/relu/', '/entropy/']) {
        expect(splitLocale(base, localePath(base, locale, path))).toEqual({ locale, path });
      }
    }
  });

  it('does not take a page that starts with en for English', () => {
    expect(splitLocale('/', '/energy/')).toEqual({ locale: 'zh-CN', path: '/energy/' });
    expect(localeOfUrl('/aca/', new URL('https://x.org/aca/en/'))).toBe('en');
  });
});
