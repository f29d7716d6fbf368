import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { byDepth } from '../depth.ts';
import { PAGES } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  elements: [
    'html5',
    {
      'astro-island': { flow: true, phrasing: true, transparent: true },
      'astro-slot': { flow: true, phrasing: true, transparent: true },
    },
  ],
  rules: {
    // Style the markup is printed in, not what it means.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    // Set by the policy's own meta element, not by integrity.
    'require-sri': 'off',
    'no-raw-characters': 'off',
    // A native element would not scroll by keyboard in every browser: see rehype-tables.
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
});

describe('HTML', () => {
  it('is valid on every page', async () => {
    const faults: string[] = [];
    // The numbers of a template change no markup: of its pages, one stands for all.
    const kind = (path: string): string => path.replace(/~[^/]*/, '');
    const pages = byDepth(
      PAGES.filter(({ path }, i) => PAGES.findIndex((other) => kind(other.path) === kind(path)) === i),
      PAGES,
    );
    for (const page of pages) {
      const report = await validator.validateString(page.html);
      for (const result of report.results) {
        for (const message of result.messages) {
          // Astro itself puts `astro-island{display:contents}` beside the first island.
          const astroStyle = message.ruleId === 'element-permitted-content' && message.message.startsWith('<style>');
          if (message.severity === 2 && !astroStyle)
            faults.push(`${page.path}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
        }
      }
    }
    expect([...new Set(faults)].slice(0, 30)).toEqual([]);
  }, 240_000);

  it('holds no formula that could not be set', () => {
    expect(
      PAGES.filter((page) => /temml-error|rehype-mathml-error|<merror/.test(page.html)).map((page) => page.path),
    ).toEqual([]);
  });

  it('leaves no mark of the source in the text', () => {
    const text = (html: string) =>
      html.replace(/<(script|style|pre|astro-island)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
    const marked = PAGES.filter((page) => /\[#[a-z0-9-]+\]|\$\$|undefined|\[object Object\]|⟨/.test(text(page.html)));
    expect(marked.map((page) => page.path)).toEqual([]);
  });
});
