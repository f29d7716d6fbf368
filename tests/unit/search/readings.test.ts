import { describe, expect, it } from 'vitest';
import { buildSyllables } from '#integrations/search/readings.ts';

describe('buildSyllables', () => {
  const table = buildSyllables(['权重', 'ReLU 函数']);

  it('reads a character as it is read inside the name', () => {
    expect(Object.keys(table)).toEqual(['han', 'quan', 'shu', 'zhong']);
    expect(table['zhong']).toContain('重');
  });

  it('lists common characters that sound the same, and only for these syllables', () => {
    for (const character of '含汉寒') expect(table['han']).toContain(character);
    expect(Object.values(table).join('')).not.toContain('的');
  });
});
