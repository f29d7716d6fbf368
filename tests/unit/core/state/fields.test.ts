import { describe, expect, it } from 'vitest';
import { choiceField, decimalField, orNone, recordField } from '#core/state/fields.ts';

interface Setting {
  readonly rate: 'slow' | 'fast';
  readonly width: number;
}
const field = recordField<Setting>(
  { rate: choiceField(['slow', 'fast']), width: decimalField(1, 8, 0) },
  { rate: 'slow', width: 1 },
);

describe('a record as one text', () => {
  it('comes back as it was', () => {
    const setting: Setting = { rate: 'fast', width: 8 };
    expect(field.print(setting)).toBe('fast_8');
    expect(field.parse('fast_8')).toEqual(setting);
  });

  it.each(['', 'fast', 'fast_9', 'quick_1', 'fast_1_', 'fast_1_1', '1_fast'])('is not %j', (text) => {
    expect(field.parse(text)).toBeNull();
  });

  it('says what would be valid, in order', () => {
    expect(field.valid).toBe('(slow, fast)_(1 … 8)');
  });
});

describe('a value or nothing', () => {
  it('is the value’s own text, and nothing is no text that could be read', () => {
    const maybe = orNone(field);
    expect(maybe.print(null)).toBe('');
    expect(maybe.parse('')).toBeNull();
    expect(maybe.parse(maybe.print({ rate: 'slow', width: 2 }))).toEqual({ rate: 'slow', width: 2 });
  });
});
