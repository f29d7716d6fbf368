import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/markdown/evaluate.ts';
import { renderInline, renderMarkdown } from '../../../src/markdown/inline.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';

const zh = (text: string) => renderInline(text, 'zh-CN', '/aca/');

describe('Markdown', () => {
  it('closes bold beside Chinese punctuation', async () => {
    expect(await zh('请看**注意：**后面')).toContain('<strong>注意：</strong>后面');
  });

  it('sets formulas as MathML, without style attributes', async () => {
    const html = await zh('斜率是 $\\frac{1}{4}$。');
    expect(html).toContain('<math');
    expect(html).not.toContain('style=');
  });

  it('keeps a mark on the line of its formula, in either language', async () => {
    expect(await zh('输入（$x$），输出 $y$。')).toMatch(
      /^输入<span class="nowrap">（<math>.*<\/math>），<\/span>输出 <span class="nowrap"><math>.*<\/math>。<\/span>$/,
    );
    expect(await renderInline('of $x$, it', 'en', '/')).toMatch(/<span class="nowrap"><math>.*<\/math>,<\/span> it$/);
    expect(await zh('$x$ 是输入')).toMatch(/^<math>.*<\/math> 是输入$/);
  });

  it('lets a long formula in a line break behind its relation signs, and reads the same', async () => {
    const html = await zh('得 $y=1\\times2+3\\times4=2+12=14$。');
    expect(html.match(/<math>/g)).toHaveLength(2);
    expect(plainText(html)).toBe('得 y=1×2+3×4=2+12=14。');
    expect((await zh('$y=2+12=14$')).match(/<math>/g)).toHaveLength(1);
    expect((await zh('$(10+1)\\times16+(16+1)\\times4=244$')).match(/<math>/g)).toHaveLength(3);
  });

  it('reads coordinates as a list and digits in threes as one number', async () => {
    expect(await zh('$(1,2)$')).toContain('<mn>1</mn><mo>,</mo><mn>2</mn>');
    expect(await zh('$25,557,032$')).toContain('<mn>25,557,032</mn>');
  });

  it('takes a paragraph of $$…$$ on one line for a displayed formula', async () => {
    expect(await renderMarkdown('$$a=b$$', 'zh-CN', '/')).toContain('display="block"');
    expect(await renderMarkdown('so $a=b$ it is', 'en', '/')).not.toContain('display="block"');
  });

  it('points inner links at the page’s language under the base path', async () => {
    expect(await zh('[x](/exam/)')).toContain('href="/aca/exam/"');
    expect(await renderInline('[x](/exam/)', 'en', '/aca/')).toContain('href="/aca/en/exam/"');
  });

  it('gives each heading its [#id] and a link to itself', async () => {
    const html = await renderMarkdown('## 标题 [#the-id]', 'zh-CN', '/');
    expect(html).toContain('<h2 id="the-id">标题<a href="#the-id"');
    expect(html).toContain('aria-labelledby="link-to the-id"');
  });

  it('gives every fence one button that copies it, in the page’s language', async () => {
    const both = '```js\na\n```\n\n```js run\nb\n```\n\n```text output\n1\n```';
    const html = await renderMarkdown(both, 'zh-CN', '/');
    expect(html.match(/<\/pre><button type="button" class="needs-js" data-copy[^>]*>复制<\/button>/g)).toHaveLength(2);
    expect(await renderMarkdown(both, 'en', '/')).toContain('>Copy</button>');
  });

  it('colours words, literals and strings of code, and gives the rest no element', async () => {
    expect(await renderMarkdown('```js\nconst a = [1, b]; // c\n```', 'en', '/')).toContain(
      '<code><span class="tk-keyword">const</span> a = [<span class="tk-constant">1</span>, b]; <span class="tk-comment">// c</span></code>',
    );
  });

  it('gathers a runnable fence and its output into one figure', async () => {
    const html = await renderMarkdown('```js run\nconsole.log(1)\n```\n\n```text output\n1\n```', 'en', '/');
    expect(html).toMatch(
      /<figure class="run" data-run[^>]*><pre class="code"[^>]*data-code[\s\S]*<pre[^>]*data-output[^>]*><samp>1<\/samp><\/pre><\/figure>/,
    );
  });

  it('colours code by class', async () => {
    const html = await renderMarkdown('```js\nconst a = 1;\n```', 'en', '/');
    expect(html).toContain('class="tk-keyword"');
    expect(html).not.toContain('style=');
  });

  it('makes tables scroll and names headings that are only a formula', async () => {
    const html = await renderMarkdown('| $x^2$ | b |\n|---|---:|\n| 1 | 2 |', 'en', '/');
    expect(html).toContain('class="table-scroll" tabindex="0" role="region" aria-label="x^2 · b"');
    expect(html).toContain('aria-label="x^2"');
    expect(html).toContain('class="align-right"');
  });

  it('names a table that takes the keyboard after the heading it stands under', async () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |';
    const html = await renderMarkdown(
      `## $E=mc^2$ [#e]\n\n${table}\n\n${table}\n\n## Next [#n]\n\n${table}`,
      'en',
      '/',
    );
    expect([...html.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'E=mc^2',
      'E=mc^2 2',
      'Next',
    ]);
  });

  it('labels footnotes in the page’s language', async () => {
    const source = 'a[^1]\n\n[^1]: b';
    expect(await renderMarkdown(source, 'zh-CN', '/')).toContain('>注释</h2>');
    expect(await renderMarkdown(source, 'en', '/')).toContain('>Notes</h2>');
  });
});

describe('plain text', () => {
  it('writes fractions and exponents out', async () => {
    expect(plainText(await zh('$\\sigma(x)=\\frac{1}{1+e^{-x}}$ 是什么？'))).toBe('σ(x)=1/(1+e^(−x)) 是什么？');
  });
});

describe('worked numbers', () => {
  it('computes with Math and the formulas of the course', () => {
    expect(evaluate('sigmoid(2)')).toBeCloseTo(0.880797, 6);
    expect(evaluate('denseParameters([784, 128, 10])')).toBe(101770);
    expect(evaluate('round(0.25 ** 10 * 1e9)')).toBe(954);
  });

  it.each(['sigmod(2)', '1 / 0', "'2'", 'sqrt(-1)'])('refuses %s, naming it', (expression) => {
    expect(() => evaluate(expression)).toThrow(expression);
  });
});
