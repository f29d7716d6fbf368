import { describe, expect, it } from 'vitest';
import { toPagefindCopy } from '#integrations/search/pagefind-copy.ts';

const copy = (body: string, language: 'zh' | 'en'): string =>
  toPagefindCopy(`<html><head><title>卷积</title></head><body>${body}</body></html>`, language)
    .replaceAll('\u200B', '|')
    .replace(/^.*<body>|<\/body>.*$/g, '');

describe('the copy of a page that Pagefind reads', () => {
  it('parts Chinese characters in text, also across markup, and never in tags', () => {
    expect(copy('<p title="卷积">卷积<b>核</b>是</p>', 'zh')).toBe('<p title="卷积">|卷|积|<b>|核|</b>|是|</p>');
  });

  it('survives an angle bracket in an attribute', () => {
    expect(copy('<i title="若a>b则">若</i>', 'zh')).toBe('<i title="若a>b则">|若|</i>');
  });

  it('sets an English term and its twin apart, without a zero-width space', () => {
    expect(copy('<button>bias</button><span class="twin">偏置</span> b', 'en')).toBe(
      '<button>bias</button> <span class="twin"> 偏置 </span> b',
    );
  });

  it('keeps a formula of one line as text and drops one that is a tree', () => {
    expect(copy('<math><mi>f</mi><mo>\u2061</mo><mi>x</mi></math>', 'en')).toBe('fx');
    const power = '<msup><mi>k</mi><mn>2</mn></msup>';
    expect(copy(`<math>${power}</math>`, 'en')).toBe('k2');
    expect(copy(`a<math display="block">${power}</math>b`, 'en')).toBe('a b');
    expect(copy('a<math><mfrac><mi>1</mi><mi>2</mi></mfrac></math>b', 'en')).toBe('a b');
  });

  it('weighs the headline up and code down', () => {
    expect(copy('<h1 class="x">T</h1><pre>c</pre>', 'en')).toBe(
      '<h1 data-pagefind-weight="10" class="x">T</h1><pre data-pagefind-weight="0.2">c</pre>',
    );
  });

  it('leaves the head alone', () => {
    expect(toPagefindCopy('<head><title>卷积</title></head><body></body>', 'zh')).toContain('<title>卷积</title>');
  });
});
