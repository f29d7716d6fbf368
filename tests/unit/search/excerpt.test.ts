import { describe, expect, it } from 'vitest';
import { markNames, readExcerpt, trimExcerpt } from '#core/search/excerpt.ts';

const plain = (text: string) => ({ text, marked: false });
const marked = (text: string) => ({ text, marked: true });

describe('readExcerpt', () => {
  it('joins the marks of one phrase and takes out the invisible separators', () => {
    expect(
      readExcerpt(
        '用\u200B<mark>激</mark>\u200B<mark>活</mark>\u200B<mark>函</mark>\u200B<mark>数</mark>\u200B弄\u200B弯',
      ),
    ).toEqual([plain('用'), marked('激活函数'), plain('弄弯')]);
  });

  it('joins marks with nothing between them', () => {
    expect(readExcerpt('<mark>生</mark><mark>成</mark>器')).toEqual([marked('生成'), plain('器')]);
  });

  it('keeps marks apart that have a word between them', () => {
    expect(readExcerpt('<mark>loss</mark> of <mark>loss</mark> <mark>function</mark>')).toEqual([
      marked('loss'),
      plain(' of '),
      marked('loss function'),
    ]);
  });

  it('marks no blank at the end of a word', () => {
    expect(readExcerpt('的\u200B<mark>ReLU </mark>\u200B只有')).toEqual([
      plain('的'),
      marked('ReLU'),
      plain(' '),
      plain('只有'),
    ]);
  });

  it('undoes the escaping of angle brackets', () => {
    expect(readExcerpt('l &lt; depth')).toEqual([plain('l < depth')]);
  });
});

describe('trimExcerpt', () => {
  it('drops the title and the heading that stand above it anyway', () => {
    expect(trimExcerpt([plain('神经网络基础. 一个'), marked('神经元'), plain('做三件事')], ['神经网络基础'])).toEqual([
      plain('一个'),
      marked('神经元'),
      plain('做三件事'),
    ]);
  });

  it('drops a title that is marked', () => {
    expect(trimExcerpt([plain('Tanh '), marked('激活函数'), plain('把数压扁')], ['Tanh 激活函数'])).toEqual([
      plain('把数压扁'),
    ]);
  });

  it('leaves little before the first mark', () => {
    const long = '这一段话前面说了很多别的事情与要找的词没有关系直到最后才说到';
    const [first, second] = trimExcerpt([plain(long), marked('偏置')], []);
    expect(first?.text.startsWith('…')).toBe(true);
    expect([...(first?.text ?? '')].length).toBeLessThanOrEqual(15);
    expect(long.endsWith(first?.text.slice(1) ?? '-')).toBe(true);
    expect(second).toEqual(marked('偏置'));
  });

  it('does not begin inside a number or with a comma', () => {
    expect(trimExcerpt([plain('.0997. '), marked('ReLU')], [])).toEqual([plain('…'), marked('ReLU')]);
    expect(trimExcerpt([plain('，再加 0.5')], [])).toEqual([plain('…再加 0.5')]);
    expect(trimExcerpt([plain('0.5 再加')], [])).toEqual([plain('0.5 再加')]);
  });

  it('cuts English between words', () => {
    const [first] = trimExcerpt([plain('the weights of a layer are learned, and so is the '), marked('bias')], []);
    expect(first).toEqual(plain('…are learned, and so is the '));
  });
});

describe('markNames', () => {
  it('marks the longest name and keeps the case of the text', () => {
    expect(markNames('Sigmoid 激活函数', ['函数', '激活函数', 'sigmoid'])).toEqual([
      marked('Sigmoid'),
      plain(' '),
      marked('激活函数'),
    ]);
  });

  it('takes signs in names as they are', () => {
    expect(markNames('max(0,x)', ['max(0'])).toEqual([marked('max(0'), plain(',x)')]);
  });
});
