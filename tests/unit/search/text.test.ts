import { describe, expect, it } from 'vitest';
import { normaliseText, separateHan } from '#core/search/text.ts';

describe('normaliseText', () => {
  it('makes full-width, upper-case and compatibility forms one', () => {
    expect(normaliseText('ＲｅＬＵ①')).toBe('relu1');
  });

  it('takes out quotes, which would make Pagefind search exactly', () => {
    expect(normaliseText('"梯度消失" “x” 「y」')).toBe('梯度消失x y');
    expect(normaliseText('a "b" c')).toBe('a b c');
  });

  it('knows no blank between Chinese and Latin, and keeps the one between Chinese words', () => {
    expect(normaliseText('Sigmoid 函数')).toBe('sigmoid函数');
    expect(normaliseText('激活函数  种类')).toBe('激活函数 种类');
  });

  it('takes out invisible characters', () => {
    expect(normaliseText('卷\u200B积\u00AD核')).toBe('卷 积 核');
  });
});

describe('separateHan', () => {
  it('parts Chinese characters from each other and from letters, not letters from letters', () => {
    expect(separateHan('用ReLU激活', '|')).toBe('用|ReLU|激|活');
  });

  it('leaves punctuation where it is', () => {
    expect(separateHan('权重，偏置', '|')).toBe('权|重，偏|置');
  });
});
